// SPDX-License-Identifier: Apache-2.0
// Names, and the numbers of seats when near, as one mesh of pictures of texts.
import {CanvasSource, Mesh, UniformGroup, type Geometry, type Shader} from 'pixi.js';
import {Detail} from '../detail';
import type {Frame} from '../engine';
import {numberOf} from '../seat_numbers';
import type {Scene} from '../scene';
import {StringAtlas, type Placed} from '../strings';
import {Quads} from './quads';
import {textShader} from './shaders';

const kStride = 24;

export class GlTexts {
    readonly mesh: Mesh<Geometry, Shader>;
    private readonly quads = new Quads(kStride, [
        {name: 'aPosition', format: 'float32x2', offset: 0},
        {name: 'aPush', format: 'float32x2', offset: 8},
        {name: 'aUv', format: 'float32x2', offset: 16},
    ]);
    private readonly atlas: StringAtlas;
    private readonly source: CanvasSource;
    private uploaded = 0;
    private shown = '';

    constructor(
        private readonly scene: Scene,
        camera: UniformGroup,
        private readonly ratio: number,
    ) {
        this.atlas = new StringAtlas(ratio);
        const {canvas} = this.atlas;
        this.source = new CanvasSource({resource: canvas, scaleMode: 'linear'});
        const size = new UniformGroup({
            uCanvas: {
                value: new Float32Array([canvas.width, canvas.height]),
                type: 'vec2<f32>',
            },
        });
        this.mesh = new Mesh({
            geometry: this.quads.geometry,
            shader: textShader(camera, size, this.source),
        });
        this.mesh.visible = false;
    }

    update(frame: Frame, seats: readonly number[], seatsVersion: number): void {
        const numbers = frame.detail === Detail.Numbers;
        const shown = `${frame.labelsVersion}|${numbers ? seatsVersion : ''}`;
        if (shown === this.shown) return;
        this.shown = shown;
        const most = frame.labels.length + (numbers ? seats.length : 0);
        this.quads.reserve(most);
        const epoch = this.atlas.epoch;
        this.fill(frame, numbers ? seats : []);
        // The atlas was emptied on the way: places handed out before are void.
        if (this.atlas.epoch !== epoch) this.fill(frame, numbers ? seats : []);
        this.quads.upload();
        this.mesh.visible = this.quads.count > 0;
        if (this.uploaded === this.atlas.version) return;
        this.uploaded = this.atlas.version;
        this.source.update();
    }

    destroy(): void {
        this.mesh.destroy();
        this.quads.destroy();
        this.source.destroy();
    }

    private fill(frame: Frame, seats: readonly number[]): void {
        let next = 0;
        const {scene} = this;
        for (const seat of seats) {
            const number = numberOf(scene, seat, frame.looks[seat] ?? 0, frame.palette);
            if (number === null) continue;
            const placed = this.atlas.place(number.text, number);
            this.write(next++, placed, scene.x[seat]!, scene.y[seat]!, 0, 0);
        }
        for (const label of frame.labels) {
            const placed = this.atlas.place(label.text, label);
            this.write(next++, placed, label.x, label.y, label.dx, label.dy);
        }
        this.quads.count = next;
    }

    private write(quad: number, at: Placed, x: number, y: number, dx: number, dy: number): void {
        const {floats} = this.quads;
        const left = Math.round(dx * this.ratio - at.width / 2);
        const top = Math.round(dy * this.ratio - at.height / 2);
        for (let corner = 0; corner < 4; ++corner) {
            const right = corner & 1;
            const low = corner >> 1;
            const i = (quad * 4 + corner) * 6;
            floats[i] = x;
            floats[i + 1] = y;
            floats[i + 2] = left + right * at.width;
            floats[i + 3] = top + low * at.height;
            floats[i + 4] = at.x + right * at.width;
            floats[i + 5] = at.y + low * at.height;
        }
    }
}
