// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import type {SeatMap} from '../../api/types';
import {selectionOf} from './demo';
import {kApiWords} from './words';

function map(free: number, taken: number, areas: SeatMap['areas'] = []): SeatMap {
    const bytes = [...new Array(free).fill(0), ...new Array(taken).fill(2)];
    const statuses = btoa(String.fromCharCode(...bytes));
    return {event: 'e', layout: 'l', statuses, areas, serverTime: '2026-11-28T00:00:00Z'};
}

describe('selectionOf', () => {
    it('takes a seat where some are free, else a place to stand, else nothing', () => {
        const quantities = [{ticketTypeNo: 1, quantity: 1}];
        const areas = [{areaNo: 4, available: 60}];
        expect(selectionOf(map(30, 5), 1)).toEqual({bestAvailable: {quantities}});
        expect(selectionOf(map(2, 30, areas), 1)).toEqual({
            generalAdmission: {areaNo: 4, quantities},
        });
        expect(selectionOf(map(2, 30, [{available: 1}]), 1)).toBeNull();
    });
});

describe('words of the API page', () => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

    it.each(Object.entries(kApiWords))('in %s have the same places to fill', (_, words) => {
        for (const [key, english] of Object.entries(kApiWords.en)) {
            expect(holes(words[key as keyof typeof words]), key).toEqual(holes(english));
        }
    });
});
