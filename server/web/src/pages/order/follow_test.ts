// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it, vi} from 'vitest';
import {kOffline, Problem} from '../../api/problem';
import {followSlowly, kFollowMs, soonAtFirst, untilAnswered} from './follow';

describe('what an order’s page needs', () => {
    it('is asked for until it is there, later and later, and a refusal slowly', async () => {
        const waits: number[] = [];
        const wait = async (milliseconds: number) => void waits.push(milliseconds);
        const ask = vi.fn(async () => 'tickets');
        for (let time = 0; time < 2; ++time) ask.mockRejectedValueOnce(new Problem(kOffline, 0));
        ask.mockRejectedValueOnce(new Problem('X', 404));
        const {signal} = new AbortController();
        expect(await untilAnswered(ask, {signal, wait})).toBe('tickets');
        expect(waits[1]).toBeGreaterThan(waits[0]!);
        expect(waits[2]).toBeGreaterThanOrEqual(kFollowMs);
    });

    it('is asked for no more once the page is left', async () => {
        const stop = new AbortController();
        const ask = vi.fn(async () => {
            stop.abort();
            throw new Problem(kOffline, 0);
        });
        expect(await untilAnswered(ask, {signal: stop.signal})).toBeNull();
        expect(ask).toHaveBeenCalledTimes(1);
    });
});

describe('a settled order', () => {
    it('is asked about every minute while it is seen, over failures, until it ends', async () => {
        const seen = [true, false, true, true];
        const answers = ['PAID', new Problem(kOffline, 0), 'RELEASED'];
        const waits: number[] = [];
        const taken: string[] = [];
        await followSlowly<string>({
            signal: new AbortController().signal,
            wait: async (milliseconds) => void waits.push(milliseconds),
            visible: () => seen.shift() ?? true,
            ask: async () => {
                const answer = answers.shift()!;
                if (answer instanceof Problem) throw answer;
                return answer;
            },
            take: (answer) => taken.push(answer) > 0 && answer === 'RELEASED',
        });
        expect(taken).toEqual(['PAID', 'RELEASED']);
        expect(waits).toEqual([kFollowMs, kFollowMs, kFollowMs, kFollowMs]);
    });

    it('is asked about soon at first while its money moves', async () => {
        const waits: number[] = [];
        await followSlowly<number>({
            signal: new AbortController().signal,
            wait: async (milliseconds) => void waits.push(milliseconds),
            visible: () => true,
            ask: async () => waits.length,
            take: (count) => count === 20,
            pause: soonAtFirst,
        });
        expect(waits[0]).toBe(500);
        expect(waits[4]!).toBeLessThan(3_000);
        expect(waits.at(-1)).toBe(kFollowMs);
        expect([...waits].sort((one, other) => one - other)).toEqual(waits);
    });
});
