// SPDX-License-Identifier: Apache-2.0
// Pictures of seats: one for each look and category, side by side on a canvas, at one size.
//
// Meaning is in the form, not only in the colour: a free seat is a full disc, a held one a half
// filled ring, a sold one a small dot, a blocked one a dash, a chosen one a disc with a tick, a
// wheelchair place a square with its sign, a companion seat a disc in a ring.
import {inkOn, mix, type Palette} from './colors';
import {kLooks, kStandings, kWheelchairSign, Standing} from './looks';
import {SeatKind} from './scene';

// A chosen seat is drawn larger than its place by this.
export const kChosenScale = 1.34;
// Around each picture, against neighbours bleeding in.
const kPad = 1;
const kRowsMost = 32;
const kGlyphFrom = 6;

export interface Pictures {
    canvas: HTMLCanvasElement;
    // Device pixels of a picture's side, and from one picture to the next.
    size: number;
    step: number;
    rows: number;
}

export function pictureRow(category: number): number {
    return category % kRowsMost;
}

export function paintPictures(palette: Palette, size: number): Pictures {
    const rows = Math.max(1, Math.min(kRowsMost, palette.category.length));
    const step = size + 2 * kPad;
    const canvas = document.createElement('canvas');
    canvas.width = step * kLooks;
    canvas.height = step * rows;
    const to = canvas.getContext('2d', {willReadFrequently: true});
    if (!to) throw new Error('no 2d canvas');
    for (let row = 0; row < rows; ++row) {
        const color = palette.category[row] ?? palette.taken;
        for (let look = 0; look < kLooks; ++look) {
            to.save();
            to.translate(look * step + step / 2, row * step + step / 2);
            paintSeat(to, look, color, palette, size / 2);
            to.restore();
        }
    }
    return {canvas, size, step, rows};
}

type Brush = CanvasRenderingContext2D;

function paintSeat(to: Brush, look: number, color: string, palette: Palette, r: number): void {
    const kind = Math.floor(look / kStandings) as SeatKind;
    switch ((look % kStandings) as Standing) {
        case Standing.Available:
            return paintFree(to, kind, color, palette, r);
        case Standing.Faint:
            return paintFaint(to, kind, mix(palette.surface, color, 0.42), r);
        case Standing.Held:
            return paintHeld(to, kind, palette.taken, r);
        case Standing.Sold:
            to.fillStyle = palette.taken;
            return fillForm(to, kind, r * 0.4);
        case Standing.Blocked:
            return paintDash(to, palette.taken, r);
        default:
            return paintChosen(to, palette, r);
    }
}

function trace(to: Brush, kind: SeatKind, r: number): void {
    to.beginPath();
    if (kind === SeatKind.Wheelchair) to.roundRect(-r, -r, 2 * r, 2 * r, r * 0.32);
    else to.arc(0, 0, r, 0, 2 * Math.PI);
}

function fillForm(to: Brush, kind: SeatKind, r: number): void {
    trace(to, kind, r);
    to.fill();
}

function paintFree(to: Brush, kind: SeatKind, color: string, palette: Palette, r: number): void {
    to.fillStyle = color;
    if (kind !== SeatKind.Companion || r < kGlyphFrom) {
        fillForm(to, kind, r * 0.98);
    } else {
        fillForm(to, kind, r * 0.98);
        to.fillStyle = palette.surface;
        fillForm(to, kind, r * 0.8);
        to.fillStyle = color;
        fillForm(to, kind, r * 0.62);
    }
    if (kind !== SeatKind.Wheelchair) return;
    if (r < kGlyphFrom) {
        to.fillStyle = inkOn(color);
        fillForm(to, SeatKind.Ordinary, r * 0.36);
        return;
    }
    to.strokeStyle = inkOn(color);
    to.lineWidth = 2.4;
    to.lineCap = 'round';
    to.lineJoin = 'round';
    const scale = (r * 1.62) / 24;
    to.scale(scale, scale);
    to.translate(-12.4, -12.2);
    to.stroke(new Path2D(kWheelchairSign));
}

function paintFaint(to: Brush, kind: SeatKind, color: string, r: number): void {
    to.fillStyle = color;
    fillForm(to, kind, r * 0.72);
}

function paintHeld(to: Brush, kind: SeatKind, color: string, r: number): void {
    const thick = Math.max(1, r * 0.2);
    to.strokeStyle = color;
    to.fillStyle = color;
    to.lineWidth = thick;
    const inner = r * 0.86 - thick / 2;
    trace(to, kind, inner);
    to.stroke();
    if (r < 3) return;
    to.save();
    to.beginPath();
    to.rect(-r, 0, 2 * r, r);
    to.clip();
    fillForm(to, kind, inner);
    to.restore();
}

function paintDash(to: Brush, color: string, r: number): void {
    to.strokeStyle = color;
    to.lineWidth = Math.max(1, r * 0.22);
    to.lineCap = 'round';
    to.beginPath();
    to.moveTo(-r * 0.45, r * 0.45);
    to.lineTo(r * 0.45, -r * 0.45);
    to.stroke();
}

function paintChosen(to: Brush, palette: Palette, r: number): void {
    to.fillStyle = palette.gold;
    fillForm(to, SeatKind.Ordinary, r * 0.98);
    to.fillStyle = palette.chosen;
    fillForm(to, SeatKind.Ordinary, r * 0.8);
    to.strokeStyle = palette.chosenInk;
    to.lineWidth = Math.max(1.2, r * 0.2);
    to.lineCap = 'round';
    to.lineJoin = 'round';
    to.beginPath();
    to.moveTo(-r * 0.36, r * 0.02);
    to.lineTo(-r * 0.08, r * 0.3);
    to.lineTo(r * 0.38, -r * 0.28);
    to.stroke();
}
