// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import {backdropOf, colorBackdrop} from './backdrop';
import {paletteOf} from './colors';
import {Detail, detailAt, pictureSize} from './detail';
import {contains} from './geometry';
import {labelsOf} from './labels';
import {Dirty, lookOf, standingOf, Standing, type Wanted} from './looks';
import {SeatKind, sceneOf, sectionOf} from './scene';
import {Tally} from './tally';
import {testLayout} from './test_layout';

const kAll: Wanted = {selection: new Set(), categories: new Set(), accessibleOnly: false};

describe('sceneOf', () => {
    const scene = sceneOf(testLayout());

    it('puts every seat into its row, section and block', () => {
        expect(scene.seatCount).toBe(38);
        expect(sectionOf(scene, 0)?.name).toBe('101');
        expect(sectionOf(scene, 37)?.name).toBe('Balcony');
        expect(scene.blocks.map(({category, seats}) => [category, seats])).toEqual([
            [0, 14],
            [0, 8],
            [1, 16],
        ]);
        for (let seat = 0; seat < scene.seatCount; ++seat) {
            const block = scene.blocks[scene.block[seat]!]!;
            expect(contains(block.outline, scene.x[seat]!, scene.y[seat]!)).toBe(true);
        }
    });

    it('draws no seat so large that it touches its neighbour', () => {
        expect(scene.pitch).toBeGreaterThan(19);
        expect(Math.max(...scene.radius)).toBeLessThan(10);
    });

    it('knows accessible places and who goes with them', () => {
        expect(scene.kind[30]).toBe(SeatKind.Wheelchair);
        expect(scene.companionOf[31]).toBe(30);
    });

    it('holds all that is drawn within the house', () => {
        expect(scene.box.minY).toBeLessThanOrEqual(20);
        expect(scene.box.maxX).toBeGreaterThanOrEqual(300);
    });
});

describe('Tally', () => {
    it('equals counting anew after any changes, also when told twice', () => {
        const scene = sceneOf(testLayout());
        const statuses = new Uint8Array(scene.seatCount);
        const tally = new Tally(scene);
        tally.reset(statuses);
        let state = 7;
        const random = (below: number) => {
            state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
            return Math.floor((state / 2 ** 32) * below);
        };
        for (let i = 0; i < 500; ++i) {
            const seat = random(scene.seatCount);
            statuses[seat] = random(4);
            tally.update(seat, statuses);
            expect(tally.update(seat, statuses)).toBe(false);
        }
        const fresh = new Tally(scene);
        fresh.reset(statuses);
        expect(tally.byBlock).toEqual(fresh.byBlock);
        expect(tally.bySection).toEqual(fresh.bySection);
        expect(tally.byRow).toEqual(fresh.byRow);
        expect([...tally.byCategory].sort()).toEqual([...fresh.byCategory].sort());
    });
});

describe('looks', () => {
    const scene = sceneOf(testLayout());
    const statuses = Uint8Array.from({length: 38}, (_, seat) => seat % 4);

    it('follow the status, and being chosen comes first', () => {
        const standing = (seat: number, wanted = kAll) =>
            standingOf(scene, seat, statuses, wanted);
        expect([0, 1, 2, 3].map((seat) => standing(seat))).toEqual([
            Standing.Available,
            Standing.Held,
            Standing.Sold,
            Standing.Blocked,
        ]);
        expect(standing(1, {...kAll, selection: new Set([1])})).toBe(Standing.Chosen);
    });

    it('are faint where a filter leaves a free seat out', () => {
        const back = {...kAll, categories: new Set([1])};
        expect(standingOf(scene, 0, statuses, back)).toBe(Standing.Faint);
        const accessible = {...kAll, accessibleOnly: true};
        expect(standingOf(scene, 0, statuses, accessible)).toBe(Standing.Faint);
        expect(lookOf(scene, 30, new Uint8Array(38), accessible)).toBe(6);
    });

    it('are gathered once each, or all', () => {
        const dirty = new Dirty(10);
        dirty.clear();
        for (const seat of [3, 3, 5, -1, 99]) dirty.add(seat);
        expect(dirty.seats).toEqual([3, 5]);
        dirty.addAll();
        expect([dirty.all, dirty.seats.length]).toEqual([true, 0]);
        dirty.clear();
        dirty.add(3);
        expect(dirty.seats).toEqual([3]);
    });
});

describe('detail', () => {
    it('grows with nearness and does not flicker at a bound', () => {
        expect(detailAt(2, Detail.Sections)).toBe(Detail.Sections);
        expect(detailAt(6, Detail.Sections)).toBe(Detail.Dots);
        expect(detailAt(15, Detail.Sections)).toBe(Detail.Signs);
        expect(detailAt(30, Detail.Sections)).toBe(Detail.Numbers);
        expect(detailAt(4.4, Detail.Sections)).toBe(Detail.Sections);
        expect(detailAt(4.4, Detail.Dots)).toBe(Detail.Dots);
    });

    it('paints pictures at least as large as they are shown', () => {
        for (let pixels = 1; pixels < 110; pixels += 0.7) {
            expect(pictureSize(pixels)).toBeGreaterThanOrEqual(pixels);
        }
    });
});

describe('backdrop and labels', () => {
    const scene = sceneOf(testLayout());
    const palette = paletteOf('light', scene.layout.categories);
    const tally = new Tally(scene);
    tally.reset(new Uint8Array(scene.seatCount));

    it('reports changed colours once', () => {
        const parts = backdropOf(scene);
        const state = {
            palette,
            detail: Detail.Sections,
            areasLeft: new Map([[0, 50]]),
            categories: new Set<number>(),
        };
        expect(colorBackdrop(parts, scene, tally, state)).toBe(true);
        expect(colorBackdrop(parts, scene, tally, state)).toBe(false);
        expect(colorBackdrop(parts, scene, tally, {...state, areasLeft: new Map([[0, 0]])})).toBe(
            true,
        );
    });

    const labelsAt = (scale: number, detail: Detail) =>
        labelsOf({
            ...{scene, tally, palette, detail},
            areasLeft: new Map([[0, 50]]),
            camera: {scale, x: 0, y: 0},
            view: scene.box,
            measure: (text, size) => text.length * size * 0.55,
            priceOf: () => '€45',
            left: (n) => `${n} left`,
        });

    it('name sections and areas with what is left, and none covers another', () => {
        const labels = labelsAt(1.6, Detail.Sections);
        const texts = labels.map(({text}) => text);
        for (const text of ['101', 'Balcony', '14 left', '24 left', 'Standing', 'STAGE']) {
            expect(texts).toContain(text);
        }
        const boxes = labels.map(({text, x, y, dx, dy, size}) => {
            const half = (text.length * size * 0.55) / 2;
            const [cx, cy] = [x * 1.6 + dx, y * 1.6 + dy];
            return {minX: cx - half, maxX: cx + half, minY: cy - size / 2, maxY: cy + size / 2};
        });
        boxes.forEach((one, i) =>
            boxes.slice(i + 1).forEach((other) => {
                const apart =
                    one.maxX <= other.minX ||
                    other.maxX <= one.minX ||
                    one.maxY <= other.minY ||
                    other.maxY <= one.minY;
                expect(apart).toBe(true);
            }),
        );
    });

    it('name rows at both ends when near', () => {
        const texts = labelsAt(3, Detail.Numbers).map(({text}) => text);
        expect(texts.filter((text) => text === 'C')).toHaveLength(2);
        expect(texts).not.toContain('Balcony');
    });
});
