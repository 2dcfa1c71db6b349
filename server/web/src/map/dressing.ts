// SPDX-License-Identifier: Apache-2.0
// Colours of the backdrop and names on the map, kept up with counts and camera.
//
// Counts change many times a second; colours and names follow at most a few times, at the next frame
// after a pause, and ask for that frame. A camera that left what is named gets names at once.
import {backdropOf, colorBackdrop, type BackdropPart} from './backdrop';
import {visibleBox, type Camera} from './camera';
import type {Palette} from './colors';
import {Detail} from './detail';
import {fontOf} from './engine';
import {widened, type Box} from './geometry';
import {labelsOf, type Label} from './labels';
import type {Scene} from './scene';
import type {Tally} from './tally';
import type {Say} from './words';

const kRecolorMs = 300;
const kRelabelMs = 900;
// Names are laid out for so much more than the view, and until the scale changes by so much.
const kAround = 0.2;
const kScale = 1.12;
const kMeasuresMost = 4000;

export interface DressingState {
    camera: Camera;
    width: number;
    height: number;
    detail: Detail;
    palette: Palette;
    areasLeft: ReadonlyMap<number, number>;
    categories: ReadonlySet<number>;
}

// What is done at most every so often.
class Paced {
    private wanted = true;
    private last = -Infinity;

    constructor(private readonly pauseMs: number) {}

    want(): void {
        this.wanted = true;
    }

    // At the next frame, whatever the pause.
    wantNow(): void {
        this.wanted = true;
        this.last = -Infinity;
    }

    // How long to wait, 0: now; null: nothing is wanted.
    waitFrom(now: number): number | null {
        return this.wanted ? Math.max(0, this.last + this.pauseMs - now) : null;
    }

    done(now: number): void {
        this.wanted = false;
        this.last = now;
    }
}

export class Dressing {
    readonly backdrop: BackdropPart[];
    backdropVersion = 0;
    labels: Label[] = [];
    labelsVersion = 0;
    private readonly colors = new Paced(kRecolorMs);
    private readonly counts = new Paced(kRelabelMs);
    private named: {scale: number; view: Box; detail: Detail} | null = null;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private readonly measures = new Map<string, number>();
    private readonly measurer = document.createElement('canvas').getContext('2d');

    constructor(
        private readonly scene: Scene,
        private readonly tally: Tally,
        private readonly say: Say,
        private readonly priceOf: (categoryNo: number) => string,
        private readonly wake: () => void,
    ) {
        this.backdrop = backdropOf(scene);
    }

    countsChanged(): void {
        this.colors.want();
        this.counts.want();
    }

    // Theme, filter or level changed: colours at once; names too where `names`.
    restyle(names: boolean): void {
        this.colors.wantNow();
        if (names) this.named = null;
    }

    // True where something is to be painted.
    update(state: DressingState, now: number): boolean {
        const recolored = this.recolor(state, now);
        const relabelled = this.relabel(state, now);
        return recolored || relabelled;
    }

    destroy(): void {
        clearTimeout(this.timer);
    }

    private recolor(state: DressingState, now: number): boolean {
        if (!this.isDue(this.colors, now)) return false;
        this.colors.done(now);
        if (!colorBackdrop(this.backdrop, this.scene, this.tally, state)) return false;
        ++this.backdropVersion;
        return true;
    }

    private relabel(state: DressingState, now: number): boolean {
        const {camera, width, height, detail} = state;
        const view = visibleBox(camera, width, height);
        const kept = this.isNamed(view, camera.scale, detail);
        const counts = detail <= Detail.Dots && this.isDue(this.counts, now);
        if (kept && !counts) return false;
        this.counts.done(now);
        const reach = (view.maxX - view.minX) * kAround;
        this.named = {scale: camera.scale, view: widened(view, reach), detail};
        this.labels = labelsOf({
            ...state,
            scene: this.scene,
            tally: this.tally,
            view: this.named.view,
            measure: (text, size, bold) => this.measure(text, size, bold),
            priceOf: this.priceOf,
            left: (n) => (n === 0 ? this.say('seats.soldOut') : this.say('seats.left', {n})),
        });
        ++this.labelsVersion;
        return true;
    }

    private isNamed(view: Box, scale: number, detail: Detail): boolean {
        const {named} = this;
        return (
            named !== null &&
            named.detail === detail &&
            scale < named.scale * kScale &&
            scale > named.scale / kScale &&
            view.minX >= named.view.minX &&
            view.minY >= named.view.minY &&
            view.maxX <= named.view.maxX &&
            view.maxY <= named.view.maxY
        );
    }

    private isDue(paced: Paced, now: number): boolean {
        const wait = paced.waitFrom(now);
        if (wait === null || wait === 0) return wait === 0;
        this.timer ??= setTimeout(() => {
            this.timer = undefined;
            this.wake();
        }, wait);
        return false;
    }

    private measure(text: string, size: number, bold: boolean): number {
        const key = `${size}|${bold ? 1 : 0}|${text}`;
        const known = this.measures.get(key);
        if (known !== undefined || !this.measurer) return known ?? text.length * size * 0.5;
        if (this.measures.size > kMeasuresMost) this.measures.clear();
        this.measurer.font = fontOf(size, bold);
        const width = this.measurer.measureText(text).width;
        this.measures.set(key, width);
        return width;
    }
}
