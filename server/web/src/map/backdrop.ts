// SPDX-License-Identifier: Apache-2.0
// What lies below seats and names: the plan's shapes, standing areas, blocks, and the links between
// wheelchair places and their companions. Pure. Outlines never change; colours do.
import {blockFill, mix, rgbOf, type Palette} from './colors';
import {Detail} from './detail';
import {boxOf} from './geometry';
import type {Scene, SceneArea, SceneShape} from './scene';
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
        ...groundsOf(scene).map(({outline}) => outline),
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
    for (const ground of groundsOf(scene)) {
        if ('area' in ground) {
            const category = ground.area.categoryNo ?? 0;
            const left = state.areasLeft.get(ground.areaNo) ?? ground.area.capacity;
            const share = faded(state, category) ? 0 : left / Math.max(1, ground.area.capacity);
            const tint = palette.category[category] ?? palette.taken;
            const fill = blockFill(palette, category, share, false);
            color(fill, left > 0 ? tint : palette.taken, 1.6);
        } else {
            const fill = ground.fill === '' ? '' : neutral(ground.fill, palette);
            color(fill, ground.border === '' ? '' : palette.stageLine, 1.2);
        }
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

// Shapes and standing areas, larger ones below: a stage may stand within a standing area.
function groundsOf(scene: Scene): (SceneShape | SceneArea)[] {
    const size = ({outline}: {outline: readonly number[]}) => {
        const box = boxOf(outline);
        return outline.length === 0 ? 0 : (box.maxX - box.minX) * (box.maxY - box.minY);
    };
    return [...scene.shapes, ...scene.areas].sort((a, b) => size(b) - size(a));
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
        const half = scene.pitch * 0.05;
        const nx = (-(by - ay) / length) * half;
        const ny = ((bx - ax) / length) * half;
        links.push([ax + nx, ay + ny, bx + nx, by + ny, bx - nx, by - ny, ax - nx, ay - ny]);
    }
    return links;
}
