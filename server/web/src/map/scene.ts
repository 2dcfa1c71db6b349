// SPDX-License-Identifier: Apache-2.0
// A layout as the map needs it: flat arrays by seat number, rows, sections with outlines, blocks of
// one price band, standing areas and the plan's other shapes. Built once a layout; immutable.
import type {Area, Layout, Row, Section} from '../api/types';
import {
    boxOf,
    contains,
    grow,
    joined,
    kNoBox,
    polygonOf,
    signedArea2,
    widened,
    type Box,
} from './geometry';
import {GridIndex} from './grid_index';
import {outlineOf} from './hulls';

export enum SeatKind {
    Ordinary = 0,
    Wheelchair = 1,
    Companion = 2,
}

export interface SceneRow {
    label: string;
    section: number;
    first: number;
    count: number;
}

// Consecutive rows of a section that are mostly of one category.
export interface Block {
    section: number;
    category: number;
    outline: number[];
    box: Box;
    seats: number;
}

export interface SceneSection {
    name: string;
    firstRow: number;
    rowCount: number;
    firstSeat: number;
    seatCount: number;
    blocks: number[];
    // Ascending.
    categories: number[];
    outline: number[];
    box: Box;
    // Where its name stands.
    x: number;
    y: number;
}

export interface SceneArea {
    area: Area;
    areaNo: number;
    outline: number[];
    box: Box;
}

export interface SceneShape {
    outline: number[];
    fill: string;
    border: string;
    text: string;
    x: number;
    y: number;
}

export interface Scene {
    layout: Layout;
    seatCount: number;
    x: Float32Array;
    y: Float32Array;
    // To draw with: never so large that seats touch.
    radius: Float32Array;
    category: Uint16Array;
    kind: Uint8Array;
    row: Int32Array;
    block: Int32Array;
    // For a companion seat its wheelchair place, else -1.
    companionOf: Int32Array;
    labels: string[];
    rows: SceneRow[];
    sections: SceneSection[];
    blocks: Block[];
    areas: SceneArea[];
    shapes: SceneShape[];
    // The usual distance of neighbouring seats.
    pitch: number;
    box: Box;
    grid: GridIndex;
}

const kTouching = 0.46;
// Rows of this share of one category make blocks; else a section is one block.
const kUniformShare = 0.9;
const kBlocksMost = 5;

const scenes = new WeakMap<Layout, Scene>();

// One for a layout, however many views show it.
export function sceneOf(layout: Layout): Scene {
    const known = scenes.get(layout);
    if (known) return known;
    const made = makeScene(layout);
    scenes.set(layout, made);
    return made;
}

function makeScene(layout: Layout): Scene {
    const seatCount = layout.seatCount ?? countSeats(layout);
    const scene: Scene = {
        layout,
        seatCount,
        x: new Float32Array(seatCount),
        y: new Float32Array(seatCount),
        radius: new Float32Array(seatCount),
        category: new Uint16Array(seatCount),
        kind: new Uint8Array(seatCount),
        row: new Int32Array(seatCount),
        block: new Int32Array(seatCount).fill(-1),
        companionOf: new Int32Array(seatCount).fill(-1),
        labels: new Array<string>(seatCount).fill(''),
        rows: [],
        sections: [],
        blocks: [],
        areas: (layout.areas ?? []).map(sceneArea),
        shapes: sceneShapes(layout),
        pitch: pitchOf(layout),
        box: kNoBox,
        grid: new GridIndex(new Float32Array(0), new Float32Array(0), boxOf([0, 0, 1, 1])),
    };
    for (const section of layout.sections ?? []) addSection(scene, section);
    const seats = {...kNoBox};
    for (let seat = 0; seat < seatCount; ++seat) grow(seats, scene.x[seat]!, scene.y[seat]!);
    if (seatCount > 0) scene.grid = new GridIndex(scene.x, scene.y, seats);
    scene.box = houseBox(scene, seats);
    return scene;
}

export function rowOf(scene: Scene, seat: number): SceneRow | undefined {
    return scene.rows[scene.row[seat] ?? -1];
}

export function sectionOf(scene: Scene, seat: number): SceneSection | undefined {
    return scene.sections[rowOf(scene, seat)?.section ?? -1];
}

function countSeats(layout: Layout): number {
    let count = 0;
    for (const section of layout.sections ?? []) {
        for (const row of section.rows) count += row.seats.length;
    }
    return count;
}

function median(values: number[]): number {
    values.sort((a, b) => a - b);
    return values[values.length >> 1] ?? 0;
}

function gapsOf(row: Row): number[] {
    return row.seats.slice(1).map((seat, i) => {
        const before = row.seats[i];
        return Math.hypot((seat.x ?? 0) - (before?.x ?? 0), (seat.y ?? 0) - (before?.y ?? 0));
    });
}

function pitchOf(layout: Layout): number {
    const gaps: number[] = [];
    for (const section of layout.sections ?? []) {
        for (const row of section.rows) if (row.seats.length > 1) gaps.push(median(gapsOf(row)));
    }
    return median(gaps) || Math.max(1, Math.max(layout.width, layout.height) / 50);
}

function addSection(scene: Scene, section: Section): void {
    const index = scene.sections.length;
    const firstRow = scene.rows.length;
    const points: number[][] = [];
    const majority: number[] = [];
    const tally = new Map<number, number>();
    let uniform = 0;
    let seatCount = 0;
    for (const row of section.rows) {
        points.push(addRow(scene, row, index));
        const own = tallied(row);
        const [category, count] = largest(own);
        majority.push(category);
        uniform += count;
        seatCount += row.seats.length;
        for (const [key, value] of own) tally.set(key, (tally.get(key) ?? 0) + value);
    }
    const outline = outlineOf(points, scene.pitch);
    const anchor = anchorOf(outline);
    const added: SceneSection = {
        name: section.name ?? '',
        firstRow,
        rowCount: section.rows.length,
        firstSeat: scene.rows[firstRow]?.first ?? 0,
        seatCount,
        blocks: [],
        categories: [...tally.keys()].sort((a, b) => a - b),
        outline,
        box: boxOf(outline),
        ...anchor,
    };
    scene.sections.push(added);
    const changes = majority.filter((category, i) => i > 0 && category !== majority[i - 1]).length;
    const whole = uniform < seatCount * kUniformShare || changes >= kBlocksMost;
    const categories = whole ? majority.map(() => largest(tally)[0]) : majority;
    addBlocks(scene, added, index, points, categories);
}

function addBlocks(
    scene: Scene,
    section: SceneSection,
    index: number,
    points: number[][],
    categories: readonly number[],
): void {
    for (let from = 0; from < points.length; ) {
        let to = from + 1;
        while (to < points.length && categories[to] === categories[from]) ++to;
        const whole = from === 0 && to === points.length;
        const outline = whole ? section.outline : outlineOf(points.slice(from, to), scene.pitch);
        const block = scene.blocks.length;
        let seats = 0;
        for (let row = section.firstRow + from; row < section.firstRow + to; ++row) {
            const {first, count} = scene.rows[row]!;
            scene.block.fill(block, first, first + count);
            seats += count;
        }
        section.blocks.push(block);
        const category = categories[from] ?? 0;
        scene.blocks.push({section: index, category, outline, box: boxOf(outline), seats});
        from = to;
    }
}

function addRow(scene: Scene, row: Row, section: number): number[] {
    const points: number[] = [];
    const gap = row.seats.length > 1 ? median(gapsOf(row)) : scene.pitch;
    for (const seat of row.seats) {
        const no = seat.seatNo ?? 0;
        scene.x[no] = seat.x ?? 0;
        scene.y[no] = seat.y ?? 0;
        const wanted = seat.radius || scene.pitch * kTouching;
        scene.radius[no] = Math.min(wanted, (gap || scene.pitch) * kTouching);
        scene.category[no] = seat.categoryNo ?? 0;
        scene.kind[no] =
            seat.kind === 'WHEELCHAIR'
                ? SeatKind.Wheelchair
                : seat.kind === 'COMPANION'
                  ? SeatKind.Companion
                  : SeatKind.Ordinary;
        scene.companionOf[no] = seat.companionOf ?? -1;
        scene.labels[no] = seat.label ?? '';
        scene.row[no] = scene.rows.length;
        points.push(seat.x ?? 0, seat.y ?? 0);
    }
    const first = row.seats[0]?.seatNo ?? 0;
    scene.rows.push({label: row.label ?? '', section, first, count: row.seats.length});
    return points;
}

function tallied(row: Row): Map<number, number> {
    const tally = new Map<number, number>();
    for (const seat of row.seats) {
        const category = seat.categoryNo ?? 0;
        tally.set(category, (tally.get(category) ?? 0) + 1);
    }
    return tally;
}

function largest(tally: ReadonlyMap<number, number>): [number, number] {
    let best: [number, number] = [0, 0];
    for (const entry of tally) if (entry[1] > best[1]) best = entry;
    return best;
}

// The middle of an outline by area where that is inside of it, else of its box.
export function anchorOf(outline: readonly number[]): {x: number; y: number} {
    const box = boxOf(outline);
    const area = signedArea2(outline);
    const fallback = {x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2};
    if (Math.abs(area) < 1e-9) return fallback;
    let x = 0;
    let y = 0;
    for (let i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
        const [xi, yi, xj, yj] = [outline[i]!, outline[i + 1]!, outline[j]!, outline[j + 1]!];
        const cross = xj * yi - xi * yj;
        x += (xi + xj) * cross;
        y += (yi + yj) * cross;
    }
    const middle = {x: x / (3 * area), y: y / (3 * area)};
    return contains(outline, middle.x, middle.y) ? middle : fallback;
}

function sceneArea(area: Area): SceneArea {
    const outline = area.shape ? polygonOf(area.shape) : [];
    return {area, areaNo: area.areaNo ?? 0, outline, box: boxOf(outline)};
}

function sceneShapes(layout: Layout): SceneShape[] {
    return (layout.shapes ?? []).map((shape) => {
        const outline = polygonOf(shape);
        const middle =
            outline.length > 0
                ? anchorOf(outline)
                : {x: shape.center?.x ?? 0, y: shape.center?.y ?? 0};
        return {
            outline,
            fill: shape.fillColor ?? '',
            border: shape.borderColor ?? '',
            text: shape.text ?? '',
            ...middle,
        };
    });
}

function houseBox(scene: Scene, seats: Box): Box {
    let box = scene.seatCount > 0 ? widened(seats, scene.pitch) : kNoBox;
    for (const {outline} of [...scene.shapes, ...scene.areas]) {
        if (outline.length > 0) box = joined(box, boxOf(outline));
    }
    const {width, height} = scene.layout;
    return box.minX < box.maxX ? box : {minX: 0, minY: 0, maxX: width || 1, maxY: height || 1};
}
