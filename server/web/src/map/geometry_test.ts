// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import {
    boxOf,
    contains,
    convexHull,
    isSimple,
    offset,
    polygonOf,
    rotated,
    signedArea2,
    simplified,
} from './geometry';
import {outlineOf} from './hulls';

const kSquare = [0, 0, 10, 0, 10, 10, 0, 10];

describe('geometry', () => {
    it('knows inside from outside', () => {
        expect(contains(kSquare, 5, 5)).toBe(true);
        expect(contains(kSquare, 15, 5)).toBe(false);
        expect(contains(kSquare, 5, -1)).toBe(false);
    });

    it('finds the convex hull, clockwise, without points inside of it', () => {
        const hull = convexHull([...kSquare, 5, 5, 3, 2]);
        expect(hull).toHaveLength(8);
        expect(signedArea2(hull)).toBe(200);
    });

    it('moves every edge outwards by the offset', () => {
        expect(boxOf(offset(kSquare, 2))).toEqual({minX: -2, minY: -2, maxX: 12, maxY: 12});
        const counterclockwise = [0, 10, 10, 10, 10, 0, 0, 0];
        expect(boxOf(offset(counterclockwise, 2)).minX).toBeCloseTo(-2);
    });

    it('tells crossing edges', () => {
        expect(isSimple(kSquare)).toBe(true);
        expect(isSimple([0, 0, 10, 10, 10, 0, 0, 10])).toBe(false);
    });

    it('leaves out corners on a straight line and keeps the others', () => {
        expect(simplified([0, 0, 5, 0, 10, 0, 10, 10, 0, 10], 0.5)).toEqual(kSquare);
    });

    it('turns about the middle, clockwise on the screen', () => {
        const turned = rotated([0, 0, 10, 0, 10, 4, 0, 4], 90);
        const box = boxOf(turned);
        expect(box.minX).toBeCloseTo(3);
        expect(box.maxY).toBeCloseTo(7);
    });

    it('makes polygons of all kinds of shapes', () => {
        const rectangle = polygonOf({kind: 'RECTANGLE', points: [{x: 1, y: 2}, {x: 5, y: 4}]});
        expect(rectangle).toEqual([1, 2, 5, 2, 5, 4, 1, 4]);
        const round = polygonOf({kind: 'ELLIPSE', center: {x: 0, y: 0}, radiusX: 4, radiusY: 2});
        expect(boxOf(round).maxX).toBeCloseTo(4);
        expect(boxOf(round).maxY).toBeCloseTo(2);
        expect(polygonOf({kind: 'TEXT', text: 'Bar'})).toEqual([]);
    });
});

describe('outlineOf', () => {
    const arc = (radius: number, count: number) => {
        const row: number[] = [];
        for (let i = 0; i < count; ++i) {
            const angle = -0.8 + (1.6 * i) / (count - 1);
            row.push(radius * Math.sin(angle), radius * Math.cos(angle));
        }
        return row;
    };

    it('follows curved rows: the hollow side stays outside', () => {
        const rows = [arc(100, 20), arc(110, 22), arc(120, 24)];
        const outline = outlineOf(rows, 8);
        for (const row of rows) {
            for (let i = 0; i < row.length; i += 2) {
                expect(contains(outline, row[i]!, row[i + 1]!)).toBe(true);
            }
        }
        const chordMiddle = 100 * Math.cos(0.8) + 6;
        expect(contains(outline, 0, chordMiddle)).toBe(false);
        expect(isSimple(outline)).toBe(true);
    });

    it('surrounds a single row, a single seat, and rows out of order', () => {
        for (const rows of [
            [[0, 0, 10, 0, 20, 0]],
            [[5, 5]],
            [
                [0, 0, 10, 0],
                [0, 40, 10, 40],
                [10, 20, 0, 20],
            ],
        ]) {
            const outline = outlineOf(rows, 10);
            for (const row of rows) {
                for (let i = 0; i < row.length; i += 2) {
                    expect(contains(outline, row[i]!, row[i + 1]!)).toBe(true);
                }
            }
        }
    });
});
