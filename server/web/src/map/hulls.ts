// SPDX-License-Identifier: Apache-2.0
// Outlines of blocks of seats. Pure.
//
// A block's outline runs along its first row, the ends of its rows, and its last row back, so that
// curved blocks keep their curve; where that crosses itself or leaves seats out, it is the convex
// hull instead.
import {contains, convexHull, isSimple, offset, simplified} from './geometry';

// Rows of seat positions (x, y, x, y, …), front to back, each along the row.
export type RowPoints = readonly number[][];

const kMostCorners = 160;
// So much of a block may lie outside of its outline before the outline counts as wrong.
const kOutsideShare = 0.02;

export function outlineOf(rows: RowPoints, pitch: number): number[] {
    const filled = rows.filter((row) => row.length > 0);
    const all = filled.flat();
    if (all.length <= 4) return padded(all, pitch);
    const along = alongRows(filled);
    const margin = pitch * 0.72;
    const fallback = () => offset(convexHull(all), margin);
    if (along.length < 6) return isFlat(all, pitch) ? padded(all, pitch) : fallback();
    const outline = offset(thinned(simplified(along, pitch * 0.12)), margin);
    if (!isSimple(outline)) return isFlat(all, pitch) ? padded(all, pitch) : fallback();
    let outside = 0;
    for (let i = 0; i + 1 < all.length; i += 2) {
        if (!contains(outline, all[i] ?? 0, all[i + 1] ?? 0)) ++outside;
    }
    return outside * 2 > all.length * kOutsideShare ? fallback() : outline;
}

function alongRows(rows: readonly number[][]): number[] {
    const first = rows[0] ?? [];
    const last = rows[rows.length - 1] ?? [];
    const out = [...first];
    if (rows.length === 1) return [];
    for (const row of rows.slice(1, -1)) out.push(...row.slice(-2));
    for (let i = last.length - 2; i >= 0; i -= 2) out.push(last[i] ?? 0, last[i + 1] ?? 0);
    for (const row of rows.slice(1, -1).reverse()) out.push(...row.slice(0, 2));
    return out;
}

function thinned(polygon: number[]): number[] {
    const step = Math.ceil(polygon.length / 2 / kMostCorners);
    return step <= 1 ? polygon : polygon.filter((_, i) => (i >> 1) % step === 0);
}

function isFlat(points: readonly number[], pitch: number): boolean {
    const hull = convexHull(points);
    return hull.length < 6 || !isSimple(offset(hull, pitch * 0.5));
}

// A band around a single row or a few seats.
function padded(points: readonly number[], pitch: number): number[] {
    const around: number[] = [];
    const reach = pitch * 0.72;
    for (let i = 0; i + 1 < points.length; i += 2) {
        const x = points[i] ?? 0;
        const y = points[i + 1] ?? 0;
        around.push(x - reach, y - reach, x + reach, y - reach);
        around.push(x + reach, y + reach, x - reach, y + reach);
    }
    return convexHull(around);
}
