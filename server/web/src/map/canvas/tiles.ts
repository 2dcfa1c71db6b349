// SPDX-License-Identifier: Apache-2.0
// Painted squares of the plan at fixed scales, so that moving only copies them.
//
// Scales are steps of the square root of two; a tile is painted at its step and drawn a little
// larger or smaller. A tile that is not there yet is stood in for by one of another step. Painting
// takes at most a few milliseconds a frame; a changed seat is mended in place.
import type {Camera} from '../camera';
import type {Frame} from '../engine';
import type {Box} from '../geometry';
import type {TilePainter} from './tile_painter';

// Device pixels of a side.
const kSide = 320;
const kTilesMost = 160;
const kBudgetMs = 9;

export interface Tile {
    readonly canvas: HTMLCanvasElement;
    readonly brush: CanvasRenderingContext2D;
    // Device pixels for each unit of the plan.
    readonly scale: number;
    readonly step: number;
    readonly column: number;
    readonly row: number;
    readonly box: Box;
    // What it shows: the tiles' version when it was painted.
    version: number;
    used: number;
}

export function stepOf(deviceScale: number): number {
    return Math.round(Math.log2(deviceScale) * 2);
}

export function scaleOf(step: number): number {
    return Math.pow(2, step / 2);
}

export class Tiles {
    private readonly tiles = new Map<string, Tile>();
    private version = 0;
    private clock = 0;

    constructor(private readonly painter: TilePainter) {}

    // All is to be painted again; until then the old pictures stand.
    invalidate(): void {
        ++this.version;
    }

    clear(): void {
        this.tiles.clear();
        ++this.version;
    }

    // Mends changed seats where they are painted.
    mend(frame: Frame): void {
        if (frame.dirty.seats.length === 0) return;
        for (const tile of this.tiles.values()) {
            if (tile.version !== this.version) continue;
            if (this.clock - tile.used > 1) {
                if (this.painter.touches(tile, frame.dirty.seats)) tile.version = -1;
            } else {
                this.painter.mend(tile, frame);
            }
        }
    }

    // Copies what is in view to `to`; true where tiles are still to be painted.
    draw(to: CanvasRenderingContext2D, frame: Frame): boolean {
        ++this.clock;
        const {camera, ratio} = frame;
        const step = stepOf(camera.scale * ratio);
        const scale = scaleOf(step);
        const span = kSide / scale;
        const firstColumn = Math.floor(-camera.x / camera.scale / span);
        const firstRow = Math.floor(-camera.y / camera.scale / span);
        const lastColumn = Math.floor((frame.width - camera.x) / camera.scale / span);
        const lastRow = Math.floor((frame.height - camera.y) / camera.scale / span);
        const begun = performance.now();
        let missing = false;
        for (let row = firstRow; row <= lastRow; ++row) {
            for (let column = firstColumn; column <= lastColumn; ++column) {
                const key = `${step}/${column}/${row}`;
                let tile = this.tiles.get(key);
                const fresh = tile?.version === this.version;
                if (!fresh && performance.now() - begun < kBudgetMs) {
                    tile = this.paint(tile, key, {step, column, row}, frame);
                } else if (!fresh) {
                    missing = true;
                }
                if (tile) this.copy(to, tile, camera, ratio);
                else this.standIn(to, {step, column, row}, camera, ratio);
            }
        }
        this.forget();
        return missing;
    }

    private paint(
        known: Tile | undefined,
        key: string,
        at: {step: number; column: number; row: number},
        frame: Frame,
    ): Tile {
        const tile = known ?? newTile(at);
        this.painter.paint(tile, frame);
        tile.version = this.version;
        this.tiles.set(key, tile);
        return tile;
    }

    private copy(to: CanvasRenderingContext2D, tile: Tile, camera: Camera, ratio: number): void {
        tile.used = this.clock;
        const at = (plan: number, shift: number) =>
            Math.round((plan * camera.scale + shift) * ratio);
        const left = at(tile.box.minX, camera.x);
        const top = at(tile.box.minY, camera.y);
        const right = at(tile.box.maxX, camera.x);
        const bottom = at(tile.box.maxY, camera.y);
        to.drawImage(tile.canvas, left, top, right - left, bottom - top);
    }

    private standIn(
        to: CanvasRenderingContext2D,
        at: {step: number; column: number; row: number},
        camera: Camera,
        ratio: number,
    ): void {
        const box = boxOf(at);
        for (const away of [-1, 1, -2, -3, -4, -5, -6]) {
            const span = kSide / scaleOf(at.step + away);
            const column = Math.floor((box.minX + box.maxX) / 2 / span);
            const row = Math.floor((box.minY + box.maxY) / 2 / span);
            const tile = this.tiles.get(`${at.step + away}/${column}/${row}`);
            if (!tile) continue;
            to.save();
            to.beginPath();
            const left = Math.round((box.minX * camera.scale + camera.x) * ratio);
            const top = Math.round((box.minY * camera.scale + camera.y) * ratio);
            const side = Math.ceil((box.maxX - box.minX) * camera.scale * ratio);
            to.rect(left, top, side, side);
            to.clip();
            this.copy(to, tile, camera, ratio);
            to.restore();
            return;
        }
    }

    private forget(): void {
        if (this.tiles.size <= kTilesMost) return;
        const oldest = [...this.tiles].sort(([, a], [, b]) => a.used - b.used);
        for (const [key] of oldest.slice(0, this.tiles.size - kTilesMost)) this.tiles.delete(key);
    }
}

function boxOf({step, column, row}: {step: number; column: number; row: number}): Box {
    const span = kSide / scaleOf(step);
    return {
        minX: column * span,
        minY: row * span,
        maxX: (column + 1) * span,
        maxY: (row + 1) * span,
    };
}

function newTile(at: {step: number; column: number; row: number}): Tile {
    const canvas = document.createElement('canvas');
    canvas.width = kSide;
    canvas.height = kSide;
    const brush = canvas.getContext('2d', {alpha: false, willReadFrequently: true});
    if (!brush) throw new Error('no 2d canvas');
    return {canvas, brush, scale: scaleOf(at.step), ...at, box: boxOf(at), version: -1, used: 0};
}
