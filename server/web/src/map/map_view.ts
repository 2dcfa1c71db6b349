// SPDX-License-Identifier: Apache-2.0
// The seat map: state handed in by the page, the camera, and one frame when something changed.
//
// Nothing runs while nothing changes. Changes of statuses are gathered and applied once a frame;
// colours of blocks and names follow at most a few times a second, as counts change all the time.
import {between, clamped, fit, fitScale, showing, zoomed} from './camera';
import type {Camera, Limits} from './camera';
import {paletteOf, type Palette} from './colors';
import type {MapOptions, SeatMapView} from './contract';
import {Detail, detailAt} from './detail';
import {Dressing} from './dressing';
import type {Engine, EngineHost, Frame} from './engine';
import {boxOf, widened, type Box} from './geometry';
import {Dirty, lookOf} from './looks';
import {Overlay} from './overlay';
import {Pointing} from './pointing';
import type {Scene, SceneSection} from './scene';
import {sectionWord} from './seat_words';
import {Tally} from './tally';
import type {Say} from './words';

const kFlyMs = 320;
// The nearest one can come, and how near a seat is brought, in CSS pixels between neighbours.
const kPitchMost = 52;
const kPitchShown = 27;
// On a narrow map the keys stand below the house, not over it.
const kNarrow = 600;
const kKeysHeight = 60;

interface Flight {
    from: Camera;
    to: Camera;
    begun: number;
}

export class MapView implements SeatMapView, EngineHost {
    readonly overlay: Overlay;
    readonly reducedMotion: boolean;
    camera: Camera = {scale: 1, x: 0, y: 0};
    detail = Detail.Sections;
    palette: Palette;
    statuses: Uint8Array;
    areasLeft: ReadonlyMap<number, number> = new Map();
    selection: ReadonlySet<number> = new Set();
    engine: Engine | null = null;
    onLost: () => void = () => undefined;
    categories: ReadonlySet<number> = new Set();
    private accessibleOnly = false;
    private readonly looks: Uint8Array;
    private readonly dirty: Dirty;
    private readonly tally: Tally;
    private readonly dressing: Dressing;
    private readonly pointing: Pointing;
    private flight: Flight | null = null;
    private repaint = true;
    private frame = 0;
    private before = 0;
    width = 0;
    height = 0;
    private ratio = 1;
    private gone = false;

    constructor(
        private readonly host: HTMLElement,
        readonly scene: Scene,
        readonly options: MapOptions,
        readonly say: Say,
    ) {
        this.reducedMotion = options.reducedMotion;
        this.palette = paletteOf(options.theme, scene.layout.categories);
        this.statuses = new Uint8Array(scene.seatCount);
        this.looks = new Uint8Array(scene.seatCount);
        this.dirty = new Dirty(scene.seatCount);
        this.tally = new Tally(scene);
        const priceOf = (category: number) => options.priceOf(category);
        this.dressing = new Dressing(scene, this.tally, say, priceOf, () => this.wake());
        this.overlay = new Overlay(say, scene.layout.name, {
            zoom: (factor) => this.zoomBy(factor),
            whole: () => this.show([]),
        });
        host.append(this.overlay.root);
        this.pointing = new Pointing(this);
    }

    useEngine(engine: Engine): void {
        this.engine?.destroy();
        this.engine = engine;
        this.overlay.view.replaceChildren(engine.canvas);
        this.overlay.root.dataset['engine'] = engine.kind;
        this.dirty.addAll();
        this.width = 0;
        this.resize();
    }

    limits(): Limits {
        const {scene, width} = this;
        const height = this.height - (width < kNarrow ? kKeysHeight : 0);
        return {box: scene.box, width, height, maxScale: kPitchMost / scene.pitch};
    }

    get pitchPixels(): number {
        return this.scene.pitch * this.camera.scale;
    }

    get atFit(): boolean {
        return this.camera.scale <= fitScale(this.limits()) * 1.01;
    }

    // Free seats of a section.
    leftIn(section: SceneSection): number {
        return this.tally.bySection[this.scene.sections.indexOf(section)] ?? 0;
    }

    wake(): void {
        if (this.gone || this.frame !== 0) return;
        this.frame = requestAnimationFrame((now) => this.step(now));
    }

    lost(): void {
        this.onLost();
    }

    moved(camera: Camera): void {
        const {scale, x, y} = this.camera;
        if (camera.scale === scale && camera.x === x && camera.y === y) return;
        this.camera = camera;
        this.repaint = true;
        this.wake();
    }

    setStatuses(statuses: Uint8Array): void {
        this.statuses = statuses;
        this.dirty.addAll();
        this.dressing.restyle(true);
        this.wake();
    }

    changed(seats: Int32Array): void {
        for (const seat of seats) this.dirty.add(seat);
        this.wake();
    }

    setAreas(available: ReadonlyMap<number, number>): void {
        this.areasLeft = available;
        this.dressing.countsChanged();
        this.wake();
    }

    setSelection(seats: ReadonlySet<number>): void {
        this.selection = seats;
        // A chosen seat lies over its neighbours: they are to be drawn again too.
        this.dirty.addAll();
        this.wake();
    }

    setCategories(categories: ReadonlySet<number>): void {
        this.categories = categories;
        this.everything();
    }

    setAccessibleOnly(on: boolean): void {
        this.accessibleOnly = on;
        this.everything();
    }

    setTheme(theme: 'light' | 'dark'): void {
        this.palette = paletteOf(theme, this.scene.layout.categories);
        this.everything();
    }

    show(seats: readonly number[]): void {
        if (seats.length === 0) {
            this.flyTo(fit(this.limits()));
            return;
        }
        const {scene} = this;
        const points = seats.flatMap((seat) => [scene.x[seat] ?? 0, scene.y[seat] ?? 0]);
        this.showBox(widened(boxOf(points), scene.pitch * 2), kPitchShown);
    }

    // Brings a part into view, neighbouring seats at most `pitch` CSS pixels apart.
    showBox(box: Box, pitch: number): void {
        this.flyTo(showing(this.limits(), box, pitch / this.scene.pitch));
    }

    zoomBy(factor: number): void {
        this.zoomAt(factor, this.width / 2, this.height / 2);
    }

    zoomAt(factor: number, x: number, y: number): void {
        const from = this.flight?.to ?? this.camera;
        this.flyTo(clamped(zoomed(from, factor, x, y), this.limits()));
    }

    panBy(dx: number, dy: number): void {
        const from = this.flight?.to ?? this.camera;
        this.flyTo(clamped({...from, x: from.x + dx, y: from.y + dy}, this.limits()));
    }

    stopFlight(): void {
        this.flight = null;
    }

    resize(): void {
        const {clientWidth, clientHeight} = this.host;
        const ratio = Math.min(2, window.devicePixelRatio || 1);
        const same = clientWidth === this.width && clientHeight === this.height;
        if (clientWidth === 0 || clientHeight === 0 || (same && ratio === this.ratio)) return;
        const first = this.width === 0;
        const wasFit = first || this.atFit;
        const middle = {
            x: (this.width / 2 - this.camera.x) / this.camera.scale,
            y: (this.height / 2 - this.camera.y) / this.camera.scale,
        };
        this.width = clientWidth;
        this.height = clientHeight;
        this.ratio = ratio;
        this.engine?.resize(clientWidth, clientHeight, ratio);
        const {scale} = this.camera;
        const kept = {
            scale,
            x: clientWidth / 2 - middle.x * scale,
            y: clientHeight / 2 - middle.y * scale,
        };
        this.flight = null;
        this.camera = wasFit ? fit(this.limits()) : clamped(kept, this.limits());
        this.engine?.setCamera(this.camera);
        this.dressing.restyle(true);
        this.repaint = true;
        this.wake();
    }

    destroy(): void {
        this.gone = true;
        cancelAnimationFrame(this.frame);
        this.dressing.destroy();
        this.pointing.destroy();
        this.engine?.destroy();
        this.overlay.destroy();
    }

    private everything(): void {
        this.dirty.addAll();
        this.dressing.restyle(true);
        this.repaint = true;
        this.wake();
    }

    private flyTo(to: Camera): void {
        this.overlay.hideTip();
        if (this.reducedMotion) {
            this.engine?.setCamera(to);
            this.moved(to);
            return;
        }
        this.flight = {from: this.camera, to, begun: 0};
        this.wake();
    }

    private step(now: number): void {
        this.frame = 0;
        const elapsed = Math.min(64, Math.max(1, now - this.before));
        this.before = now;
        const {engine} = this;
        if (!engine || this.gone || this.width === 0) return;
        const moving = this.flight ? this.fly(now) : engine.advance(elapsed);
        this.takeDetail();
        this.takeChanges();
        if (this.dressing.update(this, now)) this.repaint = true;
        const seatsChanged = this.dirty.any && this.detail > Detail.Sections;
        let more = false;
        if (this.repaint || this.dirty.all || seatsChanged) {
            more = engine.paint(this.frameState());
            this.pointing.follow();
            this.placeHere();
        }
        this.repaint = false;
        this.dirty.clear();
        if (more) this.repaint = true;
        if (moving || more) this.wake();
    }

    private frameState(): Frame {
        const {camera, width, height, ratio, detail, palette, looks, dirty} = this;
        const {backdrop, backdropVersion, labels, labelsVersion} = this.dressing;
        return {
            ...{camera, width, height, ratio, detail, palette, looks, dirty},
            ...{backdrop, backdropVersion, labels, labelsVersion},
        };
    }

    private fly(now: number): boolean {
        const flight = this.flight;
        if (!flight) return false;
        if (flight.begun === 0) flight.begun = now;
        const t = Math.min(1, (now - flight.begun) / kFlyMs);
        const eased = 1 - Math.pow(1 - t, 3);
        const camera = t >= 1 ? flight.to : between(flight.from, flight.to, eased, this.limits());
        if (t >= 1) this.flight = null;
        this.engine?.setCamera(camera);
        this.moved(camera);
        return t < 1;
    }

    private takeDetail(): void {
        const detail = detailAt(this.pitchPixels, this.detail);
        if (detail === this.detail) return;
        const seatsBefore = this.detail > Detail.Sections;
        this.detail = detail;
        this.dressing.restyle(false);
        const seatsNow = detail > Detail.Sections;
        if (seatsBefore === seatsNow) return;
        this.options.wishes.detail?.(seatsNow);
        this.overlay.announce(this.say(seatsNow ? 'seats.seatsShown' : 'seats.sectionsShown'));
    }

    private takeChanges(): void {
        const {dirty, scene, statuses, looks, tally} = this;
        if (!dirty.any) return;
        const {selection, categories, accessibleOnly} = this;
        const wanted = {selection, categories, accessibleOnly};
        let counts = false;
        const take = (seat: number) => {
            if (tally.update(seat, statuses)) counts = true;
            looks[seat] = lookOf(scene, seat, statuses, wanted);
        };
        if (dirty.all) for (let seat = 0; seat < scene.seatCount; ++seat) take(seat);
        else for (const seat of dirty.seats) take(seat);
        if (counts) this.dressing.countsChanged();
    }

    private placeHere(): void {
        const {overlay, scene, camera} = this;
        overlay.setBounds(camera.scale >= this.limits().maxScale * 0.999, this.atFit);
        const touch = this.atFit ? 'pan-y' : 'none';
        const style = this.engine?.canvas.style;
        if (style && style.touchAction !== touch) style.touchAction = touch;
        if (this.detail < Detail.Signs) {
            overlay.setHere('');
            return;
        }
        const x = (this.width / 2 - camera.x) / camera.scale;
        const y = (this.height / 2 - camera.y) / camera.scale;
        const seat = scene.grid.nearest(x, y, Math.max(this.width, this.height) / camera.scale / 2);
        const section = scene.sections[scene.rows[scene.row[seat] ?? -1]?.section ?? -1];
        overlay.setHere(seat < 0 ? '' : sectionWord(section, this.say));
    }
}
