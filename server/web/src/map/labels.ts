// SPDX-License-Identifier: Apache-2.0
// Which names and numbers stand on the map at a camera, and where. Pure: measuring is handed in.
//
// Texts keep their size on the screen. They are laid out anew when the scale or the view changes
// much; between two layouts they only move. None covers another.
import type {Area} from '../api/types';
import type {Camera} from './camera';
import type {Palette} from './colors';
import {Detail} from './detail';
import {contains, meets, signedArea2, widened, type Box} from './geometry';
import type {Scene, SceneSection} from './scene';
import type {Tally} from './tally';

export interface Label {
    text: string;
    // Its middle on the plan, and how far from there on the screen.
    x: number;
    y: number;
    dx: number;
    dy: number;
    size: number;
    bold: boolean;
    color: string;
    halo: string;
}

export interface LabelInput {
    scene: Scene;
    tally: Tally;
    areasLeft: ReadonlyMap<number, number>;
    camera: Camera;
    // On the plan, wider than the screen.
    view: Box;
    detail: Detail;
    palette: Palette;
    measure(text: string, size: number, bold: boolean): number;
    priceOf(categoryNo: number): string;
    left(n: number): string;
}

interface Line {
    text: string;
    size: number;
    bold: boolean;
    color: string;
}

const kLineHeight = 1.22;
const kRowLabelsMost = 400;
// Lines that so many sections have room for are shown by all of these.
const kUsualShare = 0.5;

export function labelsOf(input: LabelInput): Label[] {
    const layout = new LabelLayout(input);
    if (input.detail <= Detail.Dots) {
        for (const {area, outline, box} of input.scene.areas) {
            if (outline.length > 0) layout.area(area, box);
        }
        layout.shapes();
        layout.sections();
    } else {
        layout.rows();
        layout.shapes();
        for (const {area, outline, box} of input.scene.areas) {
            if (outline.length > 0) layout.area(area, box);
        }
    }
    return layout.labels;
}

class LabelLayout {
    readonly labels: Label[] = [];
    private readonly taken: Box[] = [];

    constructor(private readonly input: LabelInput) {}

    // All sections with as many lines as most of them have room for: names first.
    sections(): void {
        const {scene, view, detail} = this.input;
        const shown = scene.sections
            .filter((section) => section.name !== '' && meets(section.box, view))
            .map((section) => ({section, lines: this.fitting(section)}));
        const share = (least: number) =>
            shown.filter(({lines}) => lines.length >= least).length / Math.max(1, shown.length);
        const usual = [3, 2, 1].find((least) => share(least) >= kUsualShare) ?? 1;
        const most = detail === Detail.Dots ? Math.min(2, usual) : usual;
        const size = ({box}: SceneSection) => (box.maxX - box.minX) * (box.maxY - box.minY);
        shown.sort((a, b) => size(b.section) - size(a.section));
        for (const {section, lines} of shown) {
            const kept = lines.length > most && most === 2 ? [lines[0]!, lines[2] ?? lines[1]!] : lines;
            const room = (section.box.maxX - section.box.minX) * this.input.camera.scale;
            const stacked = kept.slice(0, most);
            const above = detail === Detail.Dots ? this.above(section, stacked) : null;
            const [x, y] = above ?? [section.x, section.y];
            this.stack(x, y, above ? stacked.slice(0, 1) : stacked, Math.max(room * 1.3, 24));
        }
    }

    // The longest stack of name, price and what is left that stays within the outline.
    private fitting(section: SceneSection): Line[] {
        const {camera, tally, palette, scene} = this.input;
        const left = tally.bySection[scene.sections.indexOf(section)] ?? 0;
        const color = left === 0 ? palette.dim : palette.ink;
        const area = Math.abs(signedArea2(section.outline)) / 2;
        const across = Math.sqrt(area) * camera.scale;
        const size = Math.round(Math.min(18, Math.max(10, across * 0.24)));
        const small = Math.max(10, Math.min(13, size - 3));
        const name: Line = {text: section.name, size, bold: true, color};
        const count: Line = {text: this.input.left(left), size: small, bold: false, color};
        const price: Line = {text: this.prices(section), size: small, bold: false, color};
        const stacks = [price.text === '' ? [] : [name, price, count], [name, count]];
        return stacks.find((lines) => lines.length > 0 && this.isInside(section, lines)) ?? [name];
    }

    // A place over the section's upper edge, where no seats are; null where there are.
    private above(section: SceneSection, lines: readonly Line[]): [number, number] | null {
        const {camera, scene, measure} = this.input;
        const [name] = lines;
        if (!name) return null;
        const height = (name.size * kLineHeight) / camera.scale;
        const half = measure(name.text, name.size, name.bold) / 2 / camera.scale;
        const y = section.box.minY - height * 0.45;
        const [minX, maxX] = [section.x - half, section.x + half];
        const [minY, maxY] = [y - height / 2, y + height / 2];
        const room = widened({minX, minY, maxX, maxY}, scene.pitch * 0.4);
        let free = true;
        scene.grid.each(room, (seat) => {
            const [sx, sy] = [scene.x[seat]!, scene.y[seat]!];
            if (sx > room.minX && sx < room.maxX && sy > room.minY && sy < room.maxY) free = false;
        });
        return free ? [section.x, y] : null;
    }

    private isInside(section: SceneSection, lines: readonly Line[]): boolean {
        const {camera, measure} = this.input;
        const widths = lines.map((line) => measure(line.text, line.size, line.bold));
        const height = lines.reduce((sum, line) => sum + line.size * kLineHeight, 0);
        const dx = (Math.max(...widths) / 2) * (0.94 / camera.scale);
        const dy = (height / 2) * (0.94 / camera.scale);
        return [-1, 1].every((up) =>
            [-1, 1].every((side) =>
                contains(section.outline, section.x + side * dx, section.y + up * dy),
            ),
        );
    }

    area(area: Area, box: Box): void {
        const {camera, view, palette, areasLeft} = this.input;
        if (!meets(box, view)) return;
        const width = (box.maxX - box.minX) * camera.scale;
        const height = (box.maxY - box.minY) * camera.scale;
        const size = Math.round(Math.min(18, Math.max(10, width * 0.085)));
        const left = areasLeft.get(area.areaNo ?? 0) ?? area.capacity;
        const color = left === 0 ? palette.dim : palette.ink;
        const small = Math.max(10, size - 4);
        const line = (text: string): Line => ({text, size: small, bold: false, color});
        const count = line(this.input.left(left));
        const price = this.input.priceOf(area.categoryNo ?? 0);
        const lines: Line[] = [{text: area.name, size, bold: true, color}];
        if (height > 58 && price !== '') lines.push(line(price));
        if (height > 34) lines.push(count);
        const fitting = lines.filter(
            ({text, size: own, bold}) => this.input.measure(text, own, bold) < width * 1.05,
        );
        const shown = fitting.length > 0 ? fitting : [count];
        this.stack((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2, shown, width * 1.4);
    }

    shapes(): void {
        const {scene, camera, palette} = this.input;
        for (const shape of scene.shapes) {
            if (shape.text === '') continue;
            const xs = shape.outline.filter((_, i) => i % 2 === 0);
            const span = xs.length > 0 ? (Math.max(...xs) - Math.min(...xs)) * camera.scale : 160;
            const size = Math.round(Math.min(20, Math.max(10, span * 0.13)));
            const line = {text: shape.text, size, bold: true, color: palette.dim};
            this.stack(shape.x, shape.y, [line], span * 1.3);
        }
    }

    // The names of rows at both of their ends.
    rows(): void {
        const {scene, view, palette, camera, detail} = this.input;
        const near = widened(view, scene.pitch);
        const size = detail === Detail.Numbers ? 13 : 11;
        const inView = (seat: number) => {
            const [x, y] = [scene.x[seat]!, scene.y[seat]!];
            return x >= near.minX && x <= near.maxX && y >= near.minY && y <= near.maxY;
        };
        for (const row of scene.rows) {
            if (row.label === '' || row.count === 0) continue;
            const first = row.first;
            const last = row.first + row.count - 1;
            for (const [end, inner] of [
                [first, Math.min(first + 1, last)],
                [last, Math.max(last - 1, first)],
            ] as const) {
                if (!inView(end) || this.labels.length > kRowLabelsMost) continue;
                const dx = end === inner ? (end === first ? -1 : 1) : scene.x[end]! - scene.x[inner]!;
                const dy = end === inner ? 0 : scene.y[end]! - scene.y[inner]!;
                const away = (scene.radius[end]! * camera.scale + size * 0.78) / Math.hypot(dx, dy);
                const line = {text: row.label, size, bold: true, color: palette.dim};
                this.stack(scene.x[end]!, scene.y[end]!, [line], 90, dx * away, dy * away);
            }
        }
    }

    private prices(section: SceneSection): string {
        const texts = section.categories.map((category) => this.input.priceOf(category));
        const different = [...new Set(texts.filter((text) => text !== ''))];
        return different.slice(0, 2).join(' · ');
    }

    // Lines below each other around a point, unless the first is wider than `most` or covers others.
    private stack(x: number, y: number, lines: Line[], most: number, dx = 0, dy = 0): void {
        const {camera, measure, palette} = this.input;
        const widths = lines.map((line) => measure(line.text, line.size, line.bold));
        if (lines.length === 0 || (widths[0] ?? 0) > most) return;
        const height = lines.reduce((sum, line) => sum + line.size * kLineHeight, 0);
        const width = Math.max(...widths);
        const cx = x * camera.scale + dx;
        const cy = y * camera.scale + dy;
        const box = {
            minX: cx - width / 2 - 1,
            maxX: cx + width / 2 + 1,
            minY: cy - height / 2,
            maxY: cy + height / 2,
        };
        if (this.taken.some((other) => meets(box, other))) {
            if (lines.length > 1) this.stack(x, y, lines.slice(0, 1), most, dx, dy);
            return;
        }
        this.taken.push(box);
        let down = -height / 2;
        for (const line of lines) {
            const middle = down + (line.size * kLineHeight) / 2;
            this.labels.push({...line, x, y, dx, dy: dy + middle, halo: palette.surface});
            down += line.size * kLineHeight;
        }
    }
}
