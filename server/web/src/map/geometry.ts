// SPDX-License-Identifier: Apache-2.0
// Plane geometry of a plan. Pure. Polygons are flat arrays x0, y0, x1, y1, … without the first
// point again at the end; y grows downwards. Costs are linear unless a function says otherwise.
import type {Point, Shape} from '../api/types';

export type Polygon = readonly number[];

export interface Box {
    minX: number;
    minY: number;
    maxX: number;
    maxY: number;
}

export const kNoBox: Box = {minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity};
const kRoundCorners = 48;

export function boxOf(polygon: Polygon): Box {
    const box = {...kNoBox};
    for (let i = 0; i + 1 < polygon.length; i += 2) grow(box, at(polygon, i), at(polygon, i + 1));
    return box;
}

export function grow(box: Box, x: number, y: number): void {
    if (x < box.minX) box.minX = x;
    if (x > box.maxX) box.maxX = x;
    if (y < box.minY) box.minY = y;
    if (y > box.maxY) box.maxY = y;
}

export function joined(one: Box, other: Box): Box {
    return {
        minX: Math.min(one.minX, other.minX),
        minY: Math.min(one.minY, other.minY),
        maxX: Math.max(one.maxX, other.maxX),
        maxY: Math.max(one.maxY, other.maxY),
    };
}

export function meets(one: Box, other: Box): boolean {
    return (
        one.minX <= other.maxX &&
        one.maxX >= other.minX &&
        one.minY <= other.maxY &&
        one.maxY >= other.minY
    );
}

export function widened(box: Box, by: number): Box {
    return {minX: box.minX - by, minY: box.minY - by, maxX: box.maxX + by, maxY: box.maxY + by};
}

function at(values: readonly number[], index: number): number {
    return values[index] ?? 0;
}

// Twice the area; positive where the corners run clockwise on the screen.
export function signedArea2(polygon: Polygon): number {
    let sum = 0;
    for (let i = 0, j = polygon.length - 2; i < polygon.length; j = i, i += 2) {
        sum += at(polygon, j) * at(polygon, i + 1) - at(polygon, i) * at(polygon, j + 1);
    }
    return sum;
}

export function contains(polygon: Polygon, x: number, y: number): boolean {
    let inside = false;
    for (let i = 0, j = polygon.length - 2; i < polygon.length; j = i, i += 2) {
        const yi = at(polygon, i + 1);
        const yj = at(polygon, j + 1);
        if (yi > y === yj > y) continue;
        const xi = at(polygon, i);
        if (x < ((at(polygon, j) - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
    return inside;
}

// The smallest convex polygon around the points (x, y, x, y, …), clockwise on the screen. Sorts.
export function convexHull(points: readonly number[]): number[] {
    const order: number[] = [];
    for (let i = 0; i + 1 < points.length; i += 2) order.push(i);
    order.sort((a, b) => at(points, a) - at(points, b) || at(points, a + 1) - at(points, b + 1));
    if (order.length < 3) return order.flatMap((i) => [at(points, i), at(points, i + 1)]);
    const half = (indices: readonly number[]) => {
        const chain: number[] = [];
        for (const i of indices) {
            while (chain.length >= 2 && turn(points, chain.at(-2)!, chain.at(-1)!, i) <= 0) {
                chain.pop();
            }
            chain.push(i);
        }
        chain.pop();
        return chain;
    };
    const hull = [...half(order), ...half([...order].reverse())];
    return hull.flatMap((i) => [at(points, i), at(points, i + 1)]);
}

function turn(points: readonly number[], a: number, b: number, c: number): number {
    const ax = at(points, a);
    const ay = at(points, a + 1);
    return (
        (at(points, b) - ax) * (at(points, c + 1) - ay) -
        (at(points, b + 1) - ay) * (at(points, c) - ax)
    );
}

// The unit normals at the corners of a clockwise polygon, pointing outwards, longer where the corner
// is sharp (at most by `kSharpest`) so that edges moved along them stay parallel.
const kSharpest = 2.5;

export function outwardNormals(polygon: Polygon): number[] {
    const count = polygon.length / 2;
    const sign = signedArea2(polygon) >= 0 ? 1 : -1;
    const edge = (from: number): [number, number] => {
        const to = (from + 1) % count;
        const dx = at(polygon, to * 2) - at(polygon, from * 2);
        const dy = at(polygon, to * 2 + 1) - at(polygon, from * 2 + 1);
        const length = Math.hypot(dx, dy) || 1;
        return [(sign * dy) / length, (sign * -dx) / length];
    };
    const normals: number[] = [];
    for (let i = 0; i < count; ++i) {
        const [ax, ay] = edge((i + count - 1) % count);
        const [bx, by] = edge(i);
        const stretch = Math.min(kSharpest, 2 / Math.max(0.01, 2 * (1 + ax * bx + ay * by)));
        normals.push((ax + bx) * stretch, (ay + by) * stretch);
    }
    return normals;
}

export function offset(polygon: Polygon, by: number): number[] {
    const normals = outwardNormals(polygon);
    return polygon.map((value, i) => value + at(normals, i) * by);
}

// Whether no two edges cross. Quadratic: for outlines of at most some hundred corners.
export function isSimple(polygon: Polygon): boolean {
    const count = polygon.length / 2;
    for (let i = 0; i < count; ++i) {
        for (let j = i + 2; j < count; ++j) {
            if (i === 0 && j === count - 1) continue;
            if (crosses(polygon, i, j)) return false;
        }
    }
    return true;
}

function crosses(polygon: Polygon, i: number, j: number): boolean {
    const count = polygon.length / 2;
    const a = i * 2;
    const b = ((i + 1) % count) * 2;
    const c = j * 2;
    const d = ((j + 1) % count) * 2;
    return (
        turn(polygon, a, b, c) > 0 !== turn(polygon, a, b, d) > 0 &&
        turn(polygon, c, d, a) > 0 !== turn(polygon, c, d, b) > 0
    );
}

// Leaves out corners that are within `tolerance` of the line between their neighbours.
export function simplified(polygon: Polygon, tolerance: number): number[] {
    const out: number[] = [];
    const count = polygon.length / 2;
    for (let i = 0; i < count; ++i) {
        const before = out.length >= 2 ? out.length - 2 : -1;
        const px = before < 0 ? at(polygon, (count - 1) * 2) : at(out, before);
        const py = before < 0 ? at(polygon, (count - 1) * 2 + 1) : at(out, before + 1);
        const x = at(polygon, i * 2);
        const y = at(polygon, i * 2 + 1);
        const next = ((i + 1) % count) * 2;
        const dx = at(polygon, next) - px;
        const dy = at(polygon, next + 1) - py;
        const length = Math.hypot(dx, dy);
        const away = length === 0 ? 0 : Math.abs(dx * (y - py) - dy * (x - px)) / length;
        if (away > tolerance || Math.hypot(x - px, y - py) > tolerance * 24) out.push(x, y);
    }
    return out.length >= 6 ? out : [...polygon];
}

// A plan's shape as a polygon; empty where it is only a text.
export function polygonOf(shape: Shape): number[] {
    const turned = (points: number[]) => rotated(points, shape.rotation ?? 0);
    const corner = (point: Point | undefined) => [point?.x ?? 0, point?.y ?? 0] as const;
    if (shape.kind === 'POLYGON') return turned((shape.points ?? []).flatMap((p) => [...corner(p)]));
    if (shape.kind === 'RECTANGLE') {
        const [x0, y0] = corner(shape.points?.[0]);
        const [x1, y1] = corner(shape.points?.[1]);
        return turned([x0, y0, x1, y0, x1, y1, x0, y1]);
    }
    if (shape.kind === 'TEXT') return [];
    const [cx, cy] = corner(shape.center);
    const rx = shape.radiusX ?? 0;
    const ry = shape.kind === 'CIRCLE' ? rx : (shape.radiusY ?? 0);
    const round: number[] = [];
    for (let i = 0; i < kRoundCorners; ++i) {
        const angle = (i / kRoundCorners) * 2 * Math.PI;
        round.push(cx + rx * Math.cos(angle), cy + ry * Math.sin(angle));
    }
    return turned(round);
}

// Clockwise about the middle of its box, in degrees.
export function rotated(points: number[], degrees: number): number[] {
    if (degrees % 360 === 0 || points.length === 0) return points;
    const box = boxOf(points);
    const cx = (box.minX + box.maxX) / 2;
    const cy = (box.minY + box.maxY) / 2;
    const sin = Math.sin((degrees / 180) * Math.PI);
    const cos = Math.cos((degrees / 180) * Math.PI);
    return points.map((_, i) => {
        const x = at(points, i - (i % 2)) - cx;
        const y = at(points, i - (i % 2) + 1) - cy;
        return i % 2 === 0 ? cx + x * cos - y * sin : cy + x * sin + y * cos;
    });
}
