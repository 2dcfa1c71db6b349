// SPDX-License-Identifier: Apache-2.0
// The backdrop as two meshes, fills without blending and borders over them: places never change,
// colours are uploaded when they do. Edges are soft by a rim of a pixel, so that no multisampling is
// needed.
import {
    Buffer,
    BufferUsage,
    earcut,
    Geometry,
    Mesh,
    State,
    type Shader,
    type UniformGroup,
} from 'pixi.js';
import type {BackdropPart} from '../backdrop';
import {rgbOf} from '../colors';
import type {Frame} from '../engine';
import {outwardNormals} from '../geometry';
import {backdropShader} from './shaders';

// Of a corner: the fill, then the border from inside to outside.
const kRings = 5;

export class GlBackdrop {
    readonly meshes: readonly Mesh<Geometry, Shader>[];
    private readonly colors: Uint8Array;
    private readonly buffer: Buffer;
    private version = -1;

    constructor(parts: readonly BackdropPart[], camera: UniformGroup) {
        const corners = parts.reduce((sum, part) => sum + part.outline.length / 2, 0);
        const places = new Float32Array(corners * kRings * 4);
        const indices: Indices = {fill: [], rim: []};
        let next = 0;
        for (const part of parts) next = addPart(part, places, indices, next);
        this.colors = new Uint8Array(Math.max(4, corners * kRings * 4));
        const usage = BufferUsage.VERTEX | BufferUsage.COPY_DST;
        const vertices = new Buffer({data: places, usage: BufferUsage.VERTEX});
        this.buffer = new Buffer({data: this.colors, usage});
        const opaque = new State();
        opaque.blend = false;
        const meshOf = (corners: readonly number[], state: State) => {
            const geometry = new Geometry({
                attributes: {
                    aPosition: {buffer: vertices, format: 'float32x2', stride: 16, offset: 0},
                    aPush: {buffer: vertices, format: 'float32x2', stride: 16, offset: 8},
                    aColor: {buffer: this.buffer, format: 'unorm8x4', stride: 4, offset: 0},
                },
                indexBuffer: new Uint32Array(corners),
            });
            const mesh = new Mesh({geometry, shader: backdropShader(camera), state});
            mesh.visible = corners.length > 0;
            mesh.eventMode = 'none';
            return mesh;
        };
        this.meshes = [meshOf(indices.fill, opaque), meshOf(indices.rim, State.for2d())];
    }

    update(frame: Frame): void {
        if (frame.backdropVersion === this.version) return;
        this.version = frame.backdropVersion;
        let next = 0;
        for (const part of frame.backdrop) {
            const corners = part.outline.length / 2;
            const fill = colorOf(part.fill);
            const edge = part.border === '' ? fill : colorOf(part.border);
            const clear = [edge[0], edge[1], edge[2], 0];
            const rim = part.border === '' ? clear : [edge[0], edge[1], edge[2], 0];
            for (const color of [fill, rim, edge, edge, clear]) {
                for (let i = 0; i < corners; ++i, next += 4) this.colors.set(color, next);
            }
        }
        this.buffer.update(this.colors.byteLength, 0);
    }

    destroy(): void {
        for (const mesh of this.meshes) mesh.destroy();
    }
}

interface Indices {
    fill: number[];
    rim: number[];
}

function colorOf(hex: string): [number, number, number, number] {
    return hex === '' ? [0, 0, 0, 0] : [...rgbOf(hex), 255];
}

// Five rings of corners, each ring after the other; returns the next free vertex.
function addPart(
    part: BackdropPart,
    places: Float32Array,
    indices: Indices,
    first: number,
): number {
    const {outline, width} = part;
    const corners = outline.length / 2;
    if (corners < 3) return first + corners * kRings;
    const normals = outwardNormals(outline);
    const pushes = [0, -width / 2 - 0.5, -width / 2 + 0.5, width / 2 - 0.5, width / 2 + 0.5];
    pushes.forEach((push, ring) => {
        for (let i = 0; i < corners; ++i) {
            const [x, y] = [outline[i * 2]!, outline[i * 2 + 1]!];
            const [nx, ny] = [normals[i * 2]! * push, normals[i * 2 + 1]! * push];
            places.set([x, y, nx, ny], (first + ring * corners + i) * 4);
        }
    });
    for (const corner of earcut([...outline])) indices.fill.push(first + corner);
    for (let ring = 1; ring < kRings - 1; ++ring) {
        for (let i = 0; i < corners; ++i) {
            const a = first + ring * corners + i;
            const b = first + ring * corners + ((i + 1) % corners);
            indices.rim.push(a, b, a + corners, a + corners, b, b + corners);
        }
    }
    return first + corners * kRings;
}
