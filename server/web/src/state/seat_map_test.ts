// SPDX-License-Identifier: Apache-2.0
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {getSeatMap} from '../api/calls';
import {watch, type WatchOptions} from '../api/sse';
import type {SeatMap} from '../api/types';
import {LiveSeatMap} from './seat_map';

vi.mock('../api/calls', () => ({getSeatMap: vi.fn()}));
vi.mock('../api/sse', () => ({watch: vi.fn()}));

const kTime = '2026-11-25T20:00:00Z';

function whole(revision: string, bytes: readonly number[]): SeatMap {
    const statuses = btoa(String.fromCharCode(...bytes));
    return {event: 'e', layout: 'l', revision, statuses, serverTime: kTime};
}

function sold(from: string, revision: string, seat: number): string {
    const runs = [{firstSeatNo: seat, count: 1, status: 'SEAT_SOLD'}];
    return JSON.stringify({revision, delta: {fromRevision: from, runs}, serverTime: kTime});
}

describe('LiveSeatMap', () => {
    const said: string[] = [];
    let map: LiveSeatMap;
    let watched: WatchOptions;

    beforeEach(() => {
        vi.useFakeTimers();
        said.length = 0;
        map = new LiveSeatMap('e', 4, {
            reset: () => said.push('reset'),
            changed: (seats) => said.push(`changed ${[...seats].join(' ')}`),
            areas: () => said.push('areas'),
            live: (live) => said.push(`live ${live}`),
        });
        map.applySnapshot(whole('1', [0, 0, 0, 0]));
        map.start(new AbortController().signal);
        watched = vi.mocked(watch).mock.lastCall![0];
    });

    afterEach(() => {
        vi.useRealTimers();
        vi.clearAllMocks();
    });

    it('goes on from the snapshot and names what changed', () => {
        expect(watched.lastId).toBe('1');
        expect(watched.onMessage(sold('1', '2', 3))).toBe(false);
        map.markTaken([3, 0]);
        expect(said).toEqual(['reset', 'changed 3', 'changed 0']);
        expect([...map.statuses]).toEqual([1, 0, 0, 2]);
    });

    it('shows no update before the one that it goes on from', () => {
        watched.onMessage(sold('2', '3', 1));
        expect([...map.statuses]).toEqual([0, 0, 0, 0]);
        watched.onMessage(sold('1', '2', 0));
        expect(said).toEqual(['reset', 'changed 0 1']);
        vi.advanceTimersByTime(10_000);
        expect(getSeatMap).not.toHaveBeenCalled();
    });

    it('asks for the whole map where what is missing does not come', async () => {
        vi.mocked(getSeatMap).mockResolvedValue(whole('2', [2, 0, 0, 0]));
        watched.onMessage(sold('2', '3', 1));
        await vi.advanceTimersByTimeAsync(2000);
        expect(getSeatMap).toHaveBeenCalledTimes(1);
        expect([...map.statuses]).toEqual([2, 2, 0, 0]);
    });

    it('asks for the whole map where too much waits', async () => {
        vi.mocked(getSeatMap).mockResolvedValue(whole('900', [2, 2, 0, 0]));
        for (let i = 0; i <= 64; ++i) watched.onMessage(sold(String(10 + i), String(11 + i), 0));
        await vi.advanceTimersByTimeAsync(0);
        expect(getSeatMap).toHaveBeenCalledTimes(1);
        expect([...map.statuses]).toEqual([2, 2, 0, 0]);
    });

    it('asks for the whole map once at a time', async () => {
        let answer = (_: SeatMap) => {};
        vi.mocked(getSeatMap).mockReturnValue(new Promise((resolve) => (answer = resolve)));
        for (let i = 0; i <= 200; ++i) watched.onMessage(sold(String(10 + i), String(11 + i), 0));
        await vi.advanceTimersByTimeAsync(5_000);
        expect(getSeatMap).toHaveBeenCalledTimes(1);
        answer(whole('900', [2, 2, 0, 0]));
        await vi.advanceTimersByTimeAsync(0);
        expect([...map.statuses]).toEqual([2, 2, 0, 0]);
        for (let i = 0; i <= 64; ++i) watched.onMessage(sold(String(950 + i), String(951 + i), 0));
        await vi.advanceTimersByTimeAsync(0);
        expect(getSeatMap).toHaveBeenCalledTimes(2);
    });
});
