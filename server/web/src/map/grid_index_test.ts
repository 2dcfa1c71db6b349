// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import {GridIndex} from './grid_index';

function randomBy(seed: number): () => number {
    let state = seed;
    return () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32;
    };
}

const kSeed = 4711;
const kCount = 3000;
const kBox = {minX: -50, minY: 0, maxX: 950, maxY: 400};

describe(`GridIndex, seed ${kSeed}`, () => {
    const random = randomBy(kSeed);
    const xs = Float32Array.from({length: kCount}, () => -50 + random() * 1000);
    const ys = Float32Array.from({length: kCount}, () => random() * 400);
    const grid = new GridIndex(xs, ys, kBox);

    it('visits every seat in a box, none twice', () => {
        for (let round = 0; round < 60; ++round) {
            const minX = -80 + random() * 900;
            const minY = -30 + random() * 350;
            const box = {minX, minY, maxX: minX + random() * 300, maxY: minY + random() * 200};
            const seen = new Set<number>();
            grid.each(box, (seat) => {
                expect(seen.has(seat)).toBe(false);
                seen.add(seat);
            });
            for (let seat = 0; seat < kCount; ++seat) {
                const x = xs[seat]!;
                const y = ys[seat]!;
                const inside = x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY;
                if (inside) expect(seen.has(seat)).toBe(true);
            }
        }
    });

    it('finds the same nearest seat as looking at all of them', () => {
        for (let round = 0; round < 300; ++round) {
            const x = -80 + random() * 1060;
            const y = -30 + random() * 460;
            const reach = 3 + random() * 30;
            let best = Infinity;
            for (let seat = 0; seat < kCount; ++seat) {
                best = Math.min(best, Math.hypot(xs[seat]! - x, ys[seat]! - y));
            }
            const found = grid.nearest(x, y, reach);
            if (best > reach) expect(found).toBe(-1);
            else expect(Math.hypot(xs[found]! - x, ys[found]! - y)).toBeCloseTo(best, 4);
        }
    });

    it('finds nothing where there are no seats', () => {
        const empty = new GridIndex(new Float32Array(0), new Float32Array(0), kBox);
        expect(empty.nearest(0, 0, 1000)).toBe(-1);
    });
});
