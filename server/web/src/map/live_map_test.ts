// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import type {SeatMapUpdate, SeatRun} from '../api/types';
import {bytesOf, LiveMap} from './live_map';

const kTime = '2026-11-25T20:00:00Z';
const base64 = (bytes: readonly number[]) => btoa(String.fromCharCode(...bytes));

function snapshot(revision: string, bytes: readonly number[]): SeatMapUpdate {
    const map = {event: 'e', layout: 'l', revision, statuses: base64(bytes), serverTime: kTime};
    return {revision, snapshot: map, serverTime: kTime};
}

function delta(from: string, revision: string, runs: SeatRun[], area?: number): SeatMapUpdate {
    const areas = area === undefined ? {} : {areas: [{areaNo: 0, available: area, capacity: 9}]};
    return {revision, delta: {fromRevision: from, runs, ...areas}, serverTime: kTime};
}

const sold = (first: number, count = 1): SeatRun => ({
    firstSeatNo: first,
    count,
    status: 'SEAT_SOLD',
});

describe('bytesOf', () => {
    it('gives back every byte', () => {
        const bytes = Array.from({length: 256}, (_, i) => i);
        expect([...bytesOf(base64(bytes))]).toEqual(bytes);
        expect(bytesOf('')).toHaveLength(0);
    });

    it('throws at what is no base64', () => {
        expect(() => bytesOf('?')).toThrow();
    });
});

describe('LiveMap', () => {
    it('names only seats whose byte is another one', () => {
        const map = new LiveMap(6);
        map.apply(snapshot('5', [0, 2, 0, 0, 0, 0]));
        const changes = map.apply(delta('5', '6', [sold(0, 3)], 4));
        expect(changes).toMatchObject({outcome: 'applied', all: false, areas: true});
        expect([...changes.seats]).toEqual([0, 2]);
        expect([...map.statuses]).toEqual([2, 2, 2, 0, 0, 0]);
        expect(map.areas.get(0)).toBe(4);
        expect(map.revision).toBe('6');
    });

    it('takes an absent status as available and an absent first seat as seat 0', () => {
        const map = new LiveMap(2);
        map.apply(snapshot('1', [2, 2]));
        map.apply(delta('1', '2', [{count: 1}]));
        expect([...map.statuses]).toEqual([0, 2]);
    });

    it('passes over what is old, also a snapshot that a cache kept', () => {
        const map = new LiveMap(2);
        map.apply(snapshot('10', [0, 0]));
        map.apply(delta('10', '12', [sold(1)]));
        expect(map.apply(delta('10', '11', [{count: 2}])).outcome).toBe('stale');
        expect(map.apply(snapshot('9', [0, 0])).outcome).toBe('stale');
        expect(map.apply(delta('10', '12', [sold(0)])).outcome).toBe('stale');
        expect([...map.statuses]).toEqual([0, 2]);
    });

    it('takes a delta that begins before its own revision', () => {
        const map = new LiveMap(2);
        map.apply(snapshot('10', [0, 0]));
        expect(map.apply(delta('3', '14', [sold(0)])).outcome).toBe('applied');
        expect(map.revision).toBe('14');
    });

    it('lets a delta wait until what is missing has come, in whatever order', () => {
        const map = new LiveMap(4);
        expect(map.apply(delta('2', '3', [sold(3)])).outcome).toBe('waiting');
        map.apply(snapshot('1', [0, 0, 0, 0]));
        expect(map.apply(delta('3', '4', [sold(2)])).outcome).toBe('waiting');
        expect(map.incomplete).toBe(true);
        const changes = map.apply(delta('1', '2', [sold(0)]));
        expect([...changes.seats]).toEqual([0, 2, 3]);
        expect(map.revision).toBe('4');
        expect(map.incomplete).toBe(false);
    });

    it('compares revisions as numbers beyond what a double can hold', () => {
        const map = new LiveMap(1);
        map.apply(snapshot('9007199254740993', [0]));
        const next = delta('9007199254740993', '9007199254740994', [sold(0)]);
        expect(map.apply(next).outcome).toBe('applied');
        expect(map.apply(snapshot('9007199254740993', [0])).outcome).toBe('stale');
    });

    it('ends as the updates in order do, whatever the order they come in', () => {
        let state = 99;
        const random = (below: number) => {
            state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
            return Math.floor((state / 2 ** 32) * below);
        };
        const names = ['SEAT_AVAILABLE', 'SEAT_HELD', 'SEAT_SOLD', 'SEAT_BLOCKED'] as const;
        for (let round = 0; round < 40; ++round) {
            const updates = Array.from({length: 30}, (_, i) => {
                const run = {firstSeatNo: random(20), count: 1 + random(5), status: names[random(4)]!};
                return delta(String(i + 1), String(i + 2), [run]);
            });
            const inOrder = new LiveMap(24);
            const mixed = new LiveMap(24);
            for (const map of [inOrder, mixed]) map.apply(snapshot('1', new Array(24).fill(0)));
            for (const update of updates) inOrder.apply(update);
            const left = [...updates, ...updates.slice(0, 5)];
            while (left.length > 0) mixed.apply(left.splice(random(left.length), 1)[0]!);
            expect([...mixed.statuses]).toEqual([...inOrder.statuses]);
            expect(mixed.revision).toBe('31');
        }
    });

    it('takes named seats for held until an update says otherwise', () => {
        const map = new LiveMap(3);
        map.apply(snapshot('1', [0, 2, 0]));
        expect([...map.markTaken([0, 1, 7])]).toEqual([0]);
        expect([...map.statuses]).toEqual([1, 2, 0]);
        map.apply(delta('1', '2', [{count: 1}]));
        expect([...map.statuses]).toEqual([0, 2, 0]);
    });

    it('ignores runs beyond its seats', () => {
        const map = new LiveMap(3);
        map.apply(snapshot('1', [0, 0, 0]));
        const changes = map.apply(delta('1', '2', [sold(2, 50)]));
        expect([...changes.seats]).toEqual([2]);
    });
});
