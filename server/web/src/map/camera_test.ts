// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import {between, clamped, fit, fitScale, showing, visibleBox, zoomed, type Limits} from './camera';
import {contrast, inkOn, legible, mix, paletteOf, rgbOf} from './colors';

const kLimits: Limits = {
    box: {minX: 100, minY: 50, maxX: 1100, maxY: 550},
    width: 600,
    height: 400,
    maxScale: 5,
};

describe('camera', () => {
    it('fits the whole house into the screen', () => {
        const view = visibleBox(fit(kLimits), 600, 400);
        expect(view.minX).toBeLessThan(100);
        expect(view.maxX).toBeGreaterThan(1100);
        expect(view.minY).toBeLessThan(50);
        expect(view.maxY).toBeGreaterThan(550);
    });

    it('keeps the point that is zoomed about', () => {
        const before = fit(kLimits);
        const after = zoomed(before, 3, 120, 80);
        expect((120 - after.x) / after.scale).toBeCloseTo((120 - before.x) / before.scale);
        expect((80 - after.y) / after.scale).toBeCloseTo((80 - before.y) / before.scale);
    });

    it('is never farther than the whole house, nearer than allowed, or beside it', () => {
        expect(clamped({scale: 0.01, x: 0, y: 0}, kLimits).scale).toBe(fitScale(kLimits));
        expect(clamped({scale: 99, x: 0, y: 0}, kLimits).scale).toBe(5);
        const far = clamped({scale: 2, x: 1e6, y: -1e6}, kLimits);
        const view = visibleBox(far, 600, 400);
        expect(view.minX).toBeLessThan(1100);
        expect(view.maxX).toBeGreaterThan(100);
        expect(view.minY).toBeLessThan(550);
        expect(clamped(far, kLimits)).toEqual(far);
    });

    it('shows a part whole', () => {
        const part = {minX: 300, minY: 100, maxX: 420, maxY: 160};
        const view = visibleBox(showing(kLimits, part, 4), 600, 400);
        expect(view.minX).toBeLessThan(300);
        expect(view.maxX).toBeGreaterThan(420);
    });

    it('flies from one camera to the other', () => {
        const from = fit(kLimits);
        const to = {scale: 4, x: -900, y: -500};
        for (const [t, end] of [[0, from], [1, to]] as const) {
            const camera = between(from, to, t, kLimits);
            expect(camera.scale).toBeCloseTo(end.scale);
            expect(camera.x).toBeCloseTo(end.x);
            expect(camera.y).toBeCloseTo(end.y);
        }
    });
});

describe('colors', () => {
    it('mixes and reads hex, also short and wrong ones', () => {
        expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
        expect(rgbOf('#fff')).toEqual([255, 255, 255]);
        expect(rgbOf('red')).toEqual([136, 136, 136]);
    });

    it('makes every colour stand out from light and dark grounds', () => {
        for (const ground of ['#fffdf8', '#182228']) {
            for (const color of ['#999999', '#ffff00', '#00008b', '#fffdf8', '#182228']) {
                expect(contrast(legible(color, ground, 3), ground)).toBeGreaterThanOrEqual(3);
            }
        }
    });

    it('writes on any colour with at least 4.5 to 1', () => {
        for (let grey = 0; grey < 256; ++grey) {
            const ground = `#${grey.toString(16).padStart(2, '0').repeat(3)}`;
            expect(contrast(inkOn(ground), ground)).toBeGreaterThanOrEqual(4.5);
        }
    });

    it('has a palette for each theme in which texts and signs are legible', () => {
        for (const theme of ['light', 'dark'] as const) {
            const palette = paletteOf(theme, [{color: '#ffe3b3'}, {color: '#111111'}]);
            expect(contrast(palette.ink, palette.surface)).toBeGreaterThan(7);
            expect(contrast(palette.dim, palette.surface)).toBeGreaterThan(4.5);
            for (const color of palette.category) {
                expect(contrast(color, palette.surface)).toBeGreaterThan(3);
            }
            expect(contrast(palette.taken, palette.surface)).toBeGreaterThan(3);
            expect(contrast(palette.chosenInk, palette.chosen)).toBeGreaterThan(4.5);
        }
    });
});
