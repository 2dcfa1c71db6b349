// SPDX-License-Identifier: Apache-2.0
// Texts as meshes of pictures: names, and the numbers of seats when near. Each seat in view has its
// place among the numbers, so that a change of status rewrites that one only.
import {CanvasSource, Mesh, UniformGroup, type Geometry, type Shader} from 'pixi.js';
import {Detail} from '../detail';
import type {Frame} from '../engine';
import {numberOf} from '../seat_numbers';
import type {Scene} from '../scene';
import {kNamesAtlas, StringAtlas, type Placed} from '../strings';
import type {GlSeats} from './gl_seats';
import {Quads} from './quads';
import {textShader} from './shaders';

const kStride = 24;
const kNowhere: Placed = {x: 0, y: 0, width: 0, height: 0};

// Of the seats' numbers, in CSS pixels: what changes often is small, as it is uploaded whole.
const kNumbers = {width: 512, height: 256};

// A mesh of texts and their atlas.
class TextQuads {
    readonly atlas: StringAtlas;
    readonly mesh: Mesh<Geometry, Shader>;
    readonly quads = new Quads(kStride, [
        {name: 'aPosition', format: 'float32x2', offset: 0},
        {name: 'aPush', format: 'float32x2', offset: 8},
        {name: 'aUv', format: 'float32x2', offset: 16},
    ]);

    private readonly source: CanvasSource;
    private uploaded = 0;

    constructor(
        camera: UniformGroup,
        size: {width: number; height: number},
        private readonly ratio: number,
    ) {
        this.atlas = new StringAtlas(ratio, size);
        const {canvas} = this.atlas;
        this.source = new CanvasSource({resource: canvas, scaleMode: 'linear'});
        const value = new Float32Array([canvas.width, canvas.height]);
        const canvasSize = new UniformGroup({uCanvas: {value, type: 'vec2<f32>'}});
        const shader = textShader(camera, canvasSize, this.source);
        this.mesh = new Mesh({geometry: this.quads.geometry, shader});
        this.mesh.eventMode = 'none';
        this.mesh.visible = false;
    }

    write(quad: number, at: Placed, x: number, y: number, dx: number, dy: number): void {
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

    // Runs `fill` until all of its places are valid: the atlas may be emptied on the way.
    filled(fill: () => void): void {
        const {epoch} = this.atlas;
        fill();
        if (this.atlas.epoch !== epoch) fill();
        if (this.uploaded === this.atlas.version) return;
        this.uploaded = this.atlas.version;
        this.source.update();
    }

    destroy(): void {
        this.mesh.destroy();
        this.quads.destroy();
        this.source.destroy();
    }
}

export class GlTexts {
    readonly meshes: readonly Mesh<Geometry, Shader>[];
    private readonly names: TextQuads;
    private readonly numbers: TextQuads;
    private namesOf = -1;
    private numbersOf = -1;

    constructor(
        private readonly scene: Scene,
        camera: UniformGroup,
        ratio: number,
    ) {
        this.names = new TextQuads(camera, kNamesAtlas, ratio);
        this.numbers = new TextQuads(camera, kNumbers, ratio);
        this.meshes = [this.numbers.mesh, this.names.mesh];
    }

    update(frame: Frame, seats: GlSeats): void {
        this.takeNumbers(frame, seats);
        this.takeNames(frame);
    }

    destroy(): void {
        this.names.destroy();
        this.numbers.destroy();
    }

    private takeNames({labels, labelsVersion}: Frame): void {
        if (labelsVersion === this.namesOf) return;
        this.namesOf = labelsVersion;
        const {names} = this;
        names.quads.reserve(labels.length);
        names.quads.count = labels.length;
        names.filled(() =>
            labels.forEach((label, i) => {
                const placed = names.atlas.place(label.text, label);
                names.write(i, placed, label.x, label.y, label.dx, label.dy);
            }),
        );
        names.quads.upload();
        names.mesh.visible = labels.length > 0;
    }

    private takeNumbers(frame: Frame, seats: GlSeats): void {
        const {numbers} = this;
        numbers.mesh.visible = frame.detail === Detail.Numbers && seats.inView.length > 0;
        if (!numbers.mesh.visible) {
            this.numbersOf = -1;
            return;
        }
        if (seats.version !== this.numbersOf) {
            this.numbersOf = seats.version;
            numbers.quads.reserve(seats.inView.length);
            numbers.quads.count = seats.inView.length;
            numbers.filled(() =>
                seats.inView.forEach((seat, slot) => this.writeNumber(frame, seat, slot)),
            );
            numbers.quads.upload();
            return;
        }
        const {epoch} = numbers.atlas;
        let from = Infinity;
        let to = 0;
        numbers.filled(() => {
            for (const seat of frame.dirty.seats) {
                const slot = seats.slotOf(seat);
                if (slot < 0) continue;
                this.writeNumber(frame, seat, slot);
                from = Math.min(from, slot);
                to = Math.max(to, slot + 1);
            }
        });
        if (to > from) numbers.quads.upload(from, to);
        if (numbers.atlas.epoch !== epoch) this.numbersOf = -1;
    }

    private writeNumber(frame: Frame, seat: number, slot: number): void {
        const number = numberOf(this.scene, seat, frame.looks[seat] ?? 0, frame.palette);
        const placed = number ? this.numbers.atlas.place(number.text, number) : kNowhere;
        this.numbers.write(slot, placed, this.scene.x[seat]!, this.scene.y[seat]!, 0, 0);
    }
}
