// SPDX-License-Identifier: Apache-2.0
// The seats in view as one mesh. It is filled anew when the view leaves what is in it; a change of
// status rewrites that seat's four corners and uploads the range between the changed ones.
import {CanvasSource, Mesh, UniformGroup, type Geometry, type Shader} from 'pixi.js';
import {visibleBox} from '../camera';
import {Detail, pictureSize} from '../detail';
import type {Frame} from '../engine';
import {widened, type Box} from '../geometry';
import {isChosen} from '../looks';
import {kChosenScale, paintPictures, pictureRow, type Pictures} from '../pictures';
import type {Scene} from '../scene';
import {Quads} from './quads';
import {seatShader} from './shaders';

const kStride = 16;
// How far around the view seats are kept, as a share of its size, so that most frames only move.
const kAround = 0.16;
const kSizesKept = 4;

interface Sized {
    pictures: Pictures;
    source: CanvasSource;
}

export class GlSeats {
    readonly mesh: Mesh<Geometry, Shader>;
    // Grows whenever other seats are in the mesh.
    version = 0;
    readonly inView: number[] = [];
    private readonly quads = new Quads(kStride, [
        {name: 'aPosition', format: 'float32x2', offset: 0},
        {name: 'aRadius', format: 'float32', offset: 8},
        {name: 'aCell', format: 'uint8x4', offset: 12},
    ]);
    private readonly slots: Int32Array;
    private readonly picture = new UniformGroup({
        uPicture: {value: new Float32Array(4), type: 'vec4<f32>'},
    });
    private readonly sizes = new Map<number, Sized>();
    private palette: Frame['palette'] | null = null;
    private size = 0;
    private held: Box | null = null;

    constructor(
        private readonly scene: Scene,
        camera: UniformGroup,
    ) {
        this.slots = new Int32Array(scene.seatCount).fill(-1);
        const blank = new CanvasSource({resource: document.createElement('canvas')});
        this.mesh = new Mesh({
            geometry: this.quads.geometry,
            shader: seatShader(camera, this.picture, blank),
        });
        this.mesh.eventMode = 'none';
        this.mesh.visible = false;
    }

    update(frame: Frame): void {
        if (frame.detail === Detail.Sections) {
            this.mesh.visible = false;
            this.held = null;
            return;
        }
        this.choosePictures(frame);
        const view = visibleBox(frame.camera, frame.width, frame.height);
        if (frame.dirty.all || this.held === null || !within(view, this.held)) {
            this.fill(frame, view);
        } else if (frame.dirty.seats.length > 0) {
            this.patch(frame);
        }
        this.mesh.visible = this.quads.count > 0;
    }

    // Its place in `inView`; -1: it is not in it.
    slotOf(seat: number): number {
        return this.slots[seat] ?? -1;
    }

    destroy(): void {
        this.mesh.destroy();
        this.quads.destroy();
        for (const {source} of this.sizes.values()) source.destroy();
    }

    private choosePictures(frame: Frame): void {
        if (frame.palette !== this.palette) {
            for (const {source} of this.sizes.values()) source.destroy();
            this.sizes.clear();
            this.palette = frame.palette;
            this.size = 0;
        }
        const pixels = this.scene.pitch * 0.92 * frame.camera.scale * frame.ratio;
        const size = pictureSize(pixels);
        if (size === this.size) return;
        this.size = size;
        const sized = this.sizes.get(size) ?? this.paint(frame, size);
        const {pictures, source} = sized;
        const values = this.picture.uniforms['uPicture'] as Float32Array;
        values.set([pictures.size, pictures.step, pictures.canvas.width, pictures.canvas.height]);
        this.picture.update();
        const shader = this.mesh.shader;
        if (shader) {
            shader.resources['uTexture'] = source;
            shader.resources['uSampler'] = source.style;
        }
    }

    private paint(frame: Frame, size: number): Sized {
        const pictures = paintPictures(frame.palette, size);
        const source = new CanvasSource({resource: pictures.canvas, scaleMode: 'linear'});
        const sized = {pictures, source};
        for (const [old, {source: unused}] of this.sizes) {
            if (this.sizes.size < kSizesKept) break;
            unused.destroy();
            this.sizes.delete(old);
        }
        this.sizes.set(size, sized);
        return sized;
    }

    private fill(frame: Frame, view: Box): void {
        const reach = Math.max(view.maxX - view.minX, view.maxY - view.minY) * kAround;
        const held = widened(view, reach);
        for (const seat of this.inView) this.slots[seat] = -1;
        this.inView.length = 0;
        const chosen: number[] = [];
        this.scene.grid.each(held, (seat) => {
            if (isChosen(frame.looks[seat] ?? 0)) chosen.push(seat);
            else this.inView.push(seat);
        });
        // Chosen seats are larger than their place: they come last, over their neighbours.
        this.inView.push(...chosen);
        this.quads.reserve(this.inView.length);
        this.quads.count = this.inView.length;
        this.inView.forEach((seat, slot) => {
            this.slots[seat] = slot;
            this.write(seat, slot, frame.looks[seat] ?? 0);
        });
        this.quads.upload();
        this.held = held;
        ++this.version;
    }

    private patch(frame: Frame): void {
        let from = Infinity;
        let to = 0;
        for (const seat of frame.dirty.seats) {
            const slot = this.slots[seat] ?? -1;
            if (slot < 0) continue;
            this.write(seat, slot, frame.looks[seat] ?? 0);
            if (slot < from) from = slot;
            if (slot >= to) to = slot + 1;
        }
        if (to > from) this.quads.upload(from, to);
    }

    private write(seat: number, slot: number, look: number): void {
        const {scene, quads} = this;
        const x = scene.x[seat]!;
        const y = scene.y[seat]!;
        const radius = scene.radius[seat]! * (isChosen(look) ? kChosenScale : 1);
        const row = pictureRow(scene.category[seat]!);
        for (let corner = 0; corner < 4; ++corner) {
            const at = (slot * 4 + corner) * 4;
            quads.floats[at] = x;
            quads.floats[at + 1] = y;
            quads.floats[at + 2] = radius;
            const cell = at * 4 + 12;
            quads.bytes[cell] = look;
            quads.bytes[cell + 1] = row;
            quads.bytes[cell + 2] = corner;
        }
    }
}

function within(inner: Box, outer: Box): boolean {
    return (
        inner.minX >= outer.minX &&
        inner.minY >= outer.minY &&
        inner.maxX <= outer.maxX &&
        inner.maxY <= outer.maxY
    );
}
