// SPDX-License-Identifier: Apache-2.0
// Paints backdrop, seats and numbers of one tile, and mends single seats in it.
import {Detail, pictureSize} from '../detail';
import {fontOf, type Frame} from '../engine';
import {boxOf, meets, widened, type Box} from '../geometry';
import {isChosen} from '../looks';
import {kChosenScale, paintPictures, pictureRow, type Pictures} from '../pictures';
import {numberOf} from '../seat_numbers';
import type {Scene} from '../scene';
import type {Tile} from './tiles';

const kSizesKept = 6;
// A mended seat's ground reaches so far beyond it, in device pixels.
const kRim = 0.75;

interface Traced {
    path: Path2D;
    box: Box;
}

export class TilePainter {
    private readonly pictures = new Map<number, Pictures>();
    private palette: Frame['palette'] | null = null;
    private traced: Traced[] = [];
    private tracedOf: Frame['backdrop'] | null = null;

    constructor(private readonly scene: Scene) {}

    paint(tile: Tile, frame: Frame): void {
        const {brush, scale, box} = tile;
        brush.setTransform(1, 0, 0, 1, 0, 0);
        brush.fillStyle = frame.palette.surface;
        brush.fillRect(0, 0, tile.canvas.width, tile.canvas.height);
        brush.setTransform(scale, 0, 0, scale, -box.minX * scale, -box.minY * scale);
        this.paintBackdrop(tile, frame);
        brush.setTransform(1, 0, 0, 1, 0, 0);
        if (frame.detail === Detail.Sections) return;
        const pictures = this.picturesFor(tile, frame);
        const chosen: number[] = [];
        this.scene.grid.each(widened(box, this.scene.pitch), (seat) => {
            if (isChosen(frame.looks[seat] ?? 0)) chosen.push(seat);
            else this.paintSeat(tile, frame, pictures, seat);
        });
        for (const seat of chosen) this.paintSeat(tile, frame, pictures, seat);
    }

    touches(tile: Tile, seats: readonly number[]): boolean {
        return seats.some((seat) => this.isIn(tile, seat));
    }

    mend(tile: Tile, frame: Frame): void {
        if (frame.detail === Detail.Sections) return;
        const pictures = this.picturesFor(tile, frame);
        for (const seat of frame.dirty.seats) {
            if (!this.isIn(tile, seat)) continue;
            this.paintGround(tile, frame, seat);
            this.paintSeat(tile, frame, pictures, seat);
        }
    }

    private isIn({box}: Tile, seat: number): boolean {
        const {scene} = this;
        const reach = scene.radius[seat]! * 2;
        const x = scene.x[seat]!;
        const y = scene.y[seat]!;
        return (
            x >= box.minX - reach &&
            x <= box.maxX + reach &&
            y >= box.minY - reach &&
            y <= box.maxY + reach
        );
    }

    private paintGround(tile: Tile, frame: Frame, seat: number): void {
        const {scene} = this;
        const {brush, scale, box} = tile;
        const parts = scene.shapes.length + scene.areas.length;
        const part = frame.backdrop[parts + (scene.block[seat] ?? 0)];
        brush.fillStyle = part?.fill || frame.palette.surface;
        brush.beginPath();
        const r = scene.radius[seat]! * scale + kRim;
        const x = (scene.x[seat]! - box.minX) * scale;
        const y = (scene.y[seat]! - box.minY) * scale;
        if (scene.kind[seat] === 0) brush.arc(x, y, r, 0, 2 * Math.PI);
        else brush.rect(x - r, y - r, 2 * r, 2 * r);
        brush.fill();
    }

    private paintSeat(tile: Tile, frame: Frame, pictures: Pictures, seat: number): void {
        const {scene} = this;
        const {brush, scale, box} = tile;
        const look = frame.looks[seat] ?? 0;
        const r = Math.max(1, scene.radius[seat]! * scale * (isChosen(look) ? kChosenScale : 1));
        const x = (scene.x[seat]! - box.minX) * scale;
        const y = (scene.y[seat]! - box.minY) * scale;
        const fromX = look * pictures.step + 1;
        const fromY = pictureRow(scene.category[seat]!) * pictures.step + 1;
        const {size} = pictures;
        brush.drawImage(pictures.canvas, fromX, fromY, size, size, x - r, y - r, 2 * r, 2 * r);
        if (frame.detail !== Detail.Numbers) return;
        const number = numberOf(scene, seat, look, frame.palette);
        if (!number) return;
        brush.font = fontOf(number.size * frame.ratio, number.bold);
        brush.fillStyle = number.color;
        brush.textAlign = 'center';
        brush.textBaseline = 'middle';
        brush.fillText(number.text, x, y + number.size * frame.ratio * 0.06);
    }

    private paintBackdrop({brush, box, scale}: Tile, frame: Frame): void {
        if (this.tracedOf !== frame.backdrop) {
            this.tracedOf = frame.backdrop;
            this.traced = frame.backdrop.map(({outline}) => trace(outline));
        }
        brush.lineJoin = 'round';
        this.traced.forEach(({path, box: own}, i) => {
            const part = frame.backdrop[i];
            if (!part || !meets(own, box)) return;
            if (part.fill !== '') {
                brush.fillStyle = part.fill;
                brush.fill(path);
            }
            if (part.border === '') return;
            brush.strokeStyle = part.border;
            brush.lineWidth = (part.width * frame.ratio) / scale;
            brush.stroke(path);
        });
    }

    private picturesFor(tile: Tile, frame: Frame): Pictures {
        if (this.palette !== frame.palette) {
            this.pictures.clear();
            this.palette = frame.palette;
        }
        const size = pictureSize(this.scene.pitch * 0.92 * tile.scale);
        const known = this.pictures.get(size);
        if (known) return known;
        if (this.pictures.size >= kSizesKept) this.pictures.clear();
        const painted = paintPictures(frame.palette, size);
        this.pictures.set(size, painted);
        return painted;
    }
}

function trace(outline: readonly number[]): Traced {
    const path = new Path2D();
    for (let i = 0; i + 1 < outline.length; i += 2) {
        if (i === 0) path.moveTo(outline[i]!, outline[i + 1]!);
        else path.lineTo(outline[i]!, outline[i + 1]!);
    }
    path.closePath();
    return {path, box: boxOf(outline)};
}
