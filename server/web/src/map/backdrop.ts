// SPDX-License-Identifier: Apache-2.0
// What lies below seats and names: the plan's shapes, standing areas, blocks, and the links between
// wheelchair places and their companions. Pure. Outlines never change; colours do.
import {blockFill, mix, rgbOf, type Palette} from './colors';
import {Detail} from './detail';
import type {Scene} from './scene';
import type {Tally} from './tally';

export interface BackdropPart {
    readonly outline: readonly number[];
    // Empty: none.
    fill: string;
    border: string;
    // Of the border, in CSS pixels.
    width: number;
}

export interface BackdropState {
    palette: Palette;
    detail: Detail;
    areasLeft: ReadonlyMap<number, number>;
    categories: ReadonlySet<number>;
}

export function backdropOf(scene: Scene): BackdropPart[] {
    const outlines = [
        ...scene.shapes.map((shape) => shape.outline),
        ...scene.areas.map((area) => area.outline),
        ...scene.blocks.map((block) => block.outline),
        ...linksOf(scene),
    ];
    return outlines.map((outline) => ({outline, fill: '', border: '', width: 0}));
}

// Gives every part its colours; true where any changed.
export function colorBackdrop(
    parts: readonly BackdropPart[],
    scene: Scene,
    tally: Tally,
    state: BackdropState,
): boolean {
    const {palette, detail} = state;
    let next = 0;
    let changed = false;
    const color = (fill: string, border: string, width: number) => {
        const part = parts[next++];
        if (!part) return;
        if (part.fill === fill && part.border === border && part.width === width) return;
        part.fill = fill;
        part.border = border;
        part.width = width;
        changed = true;
    };
    for (const shape of scene.shapes) {
        const ground = shape.fill === '' ? '' : neutral(shape.fill, palette);
        color(ground, shape.border === '' ? '' : palette.stageLine, 1.2);
    }
    for (const {area, areaNo} of scene.areas) {
        const left = state.areasLeft.get(areaNo) ?? area.capacity;
        const share = faded(state, area.categoryNo ?? 0) ? 0 : left / Math.max(1, area.capacity);
        const tint = palette.category[area.categoryNo ?? 0] ?? palette.taken;
        color(
            blockFill(palette, area.categoryNo ?? 0, share, false),
            left > 0 ? tint : palette.taken,
            1.6,
        );
    }
    const near = detail > Detail.Sections;
    scene.blocks.forEach((block, i) => {
        const share = (tally.byBlock[i] ?? 0) / Math.max(1, block.seats);
        const tint = palette.category[block.category] ?? palette.taken;
        const gone = share === 0 || faded(state, block.category);
        const fill = blockFill(palette, block.category, gone ? 0 : share, near);
        // Near, seats have the colours: their ground keeps quiet.
        const border = near ? fill : mix(palette.surface, gone ? palette.taken : tint, 0.85);
        color(fill, border, 1.1);
    });
    const link = detail >= Detail.Signs ? palette.dim : '';
    while (next < parts.length) color(link, '', 0);
    return changed;
}

function faded(state: BackdropState, category: number): boolean {
    return state.categories.size > 0 && !state.categories.has(category);
}

// A plan's grey stays grey and its colour keeps a little of it, on the theme's own ground.
function neutral(color: string, palette: Palette): string {
    const [r, g, b] = rgbOf(color);
    const grey = Math.max(r, g, b) - Math.min(r, g, b) < 24;
    return grey ? palette.stage : mix(palette.surface, color, 0.35);
}

function linksOf(scene: Scene): number[][] {
    const links: number[][] = [];
    for (let seat = 0; seat < scene.seatCount; ++seat) {
        const other = scene.companionOf[seat] ?? -1;
        if (other < 0 || other >= scene.seatCount) continue;
        const [ax, ay] = [scene.x[seat]!, scene.y[seat]!];
        const [bx, by] = [scene.x[other]!, scene.y[other]!];
        const length = Math.hypot(bx - ax, by - ay) || 1;
        const half = scene.pitch * 0.09;
        const nx = (-(by - ay) / length) * half;
        const ny = ((bx - ax) / length) * half;
        links.push([ax + nx, ay + ny, bx + nx, by + ny, bx - nx, by - ny, ax - nx, ay - ny]);
    }
    return links;
}
