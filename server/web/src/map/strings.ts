// SPDX-License-Identifier: Apache-2.0
// Whole texts as pictures on one canvas, so that any script is shaped by the browser. Texts are
// packed in shelves; when the canvas is full it is emptied, and `epoch` says that all places are
// void. Sizes are in device pixels inside, in CSS pixels outside.
import {fontOf} from './engine';

export interface Placed {
    // On the canvas, in device pixels.
    x: number;
    y: number;
    width: number;
    height: number;
}

export interface StringStyle {
    size: number;
    bold: boolean;
    color: string;
    // Empty: none.
    halo: string;
}

// Of an atlas for all names of a house, in CSS pixels.
export const kNamesAtlas = {width: 1024, height: 768} as const;

const kHalo = 3;

export class StringAtlas {
    readonly canvas = document.createElement('canvas');
    epoch = 0;
    // Grows with each text that is added.
    version = 0;
    private readonly places = new Map<string, Placed>();
    private readonly to: CanvasRenderingContext2D;
    private x = 1;
    private y = 1;
    private shelf = 0;

    // `size` in CSS pixels, `ratio` device pixels for each.
    constructor(
        private readonly ratio: number,
        size: {width: number; height: number},
    ) {
        this.canvas.width = Math.round(size.width * ratio);
        this.canvas.height = Math.round(size.height * ratio);
        const to = this.canvas.getContext('2d', {willReadFrequently: true});
        if (!to) throw new Error('no 2d canvas');
        this.to = to;
    }

    place(text: string, style: StringStyle): Placed {
        const key = `${style.size}|${style.bold ? 1 : 0}|${style.color}|${style.halo}|${text}`;
        const known = this.places.get(key);
        if (known) return known;
        const placed = this.paint(text, style);
        this.places.set(key, placed);
        ++this.version;
        return placed;
    }

    clear(): void {
        this.to.clearRect(0, 0, this.canvas.width, this.canvas.height);
        this.places.clear();
        this.x = 1;
        this.y = 1;
        this.shelf = 0;
        ++this.epoch;
        ++this.version;
    }

    private paint(text: string, style: StringStyle): Placed {
        const {to, ratio} = this;
        const size = style.size * ratio;
        to.font = fontOf(size, style.bold);
        const halo = style.halo === '' ? 0 : kHalo * ratio;
        const width = Math.min(this.canvas.width - 2, Math.ceil(to.measureText(text).width + halo + 2));
        const height = Math.ceil(size * 1.3 + halo);
        const placed = this.find(width, height);
        const middle = placed.x + width / 2;
        const base = placed.y + height / 2 + size * 0.06;
        to.textAlign = 'center';
        to.textBaseline = 'middle';
        if (halo > 0) {
            to.strokeStyle = style.halo;
            to.lineWidth = halo;
            to.lineJoin = 'round';
            to.strokeText(text, middle, base, width);
        }
        to.fillStyle = style.color;
        to.fillText(text, middle, base, width);
        return placed;
    }

    private find(width: number, height: number): Placed {
        if (this.x + width + 1 > this.canvas.width) {
            this.x = 1;
            this.y += this.shelf + 1;
            this.shelf = 0;
        }
        if (this.y + height + 1 > this.canvas.height) this.clear();
        const placed = {x: this.x, y: this.y, width, height};
        this.x += width + 1;
        this.shelf = Math.max(this.shelf, height);
        return placed;
    }
}
