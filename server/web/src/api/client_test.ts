// SPDX-License-Identifier: Apache-2.0
import {afterEach, describe, expect, it, vi} from 'vitest';
import {ServerClock} from '../state/clock';
import {ApiClient, backOffMs, tellReachable} from './client';
import {kOffline, kTimeout, Problem, retryAfterMs} from './problem';
import {SseParser, watch} from './sse';

type Reply = Response | 'lost';

function clientOf(replies: Reply[]) {
    const local = {at: 0, wall: () => 0, steady: () => local.at};
    const clock = new ServerClock(local);
    const bodies: Record<string, unknown>[] = [];
    const waits: number[] = [];
    const reached: boolean[] = [];
    const client = new ApiClient({
        fetch: async (_, init) => {
            bodies.push(JSON.parse(String(init?.body ?? '{}')) as Record<string, unknown>);
            const reply = replies.shift();
            if (reply === undefined || reply === 'lost') throw new TypeError('network');
            return reply;
        },
        clock,
        wait: async (milliseconds) => {
            waits.push(milliseconds);
            local.at += milliseconds;
        },
        random: () => 0,
        reached: (reachable) => reached.push(reachable),
    });
    return {client, clock, bodies, waits, reached};
}

function problem(status: number, reason: string, more: object = {}, headers = {}): Response {
    return new Response(JSON.stringify({reason, ...more}), {status, headers});
}

const ok = () => new Response('{"done":true}');

describe('a call', () => {
    it('keeps its request id over lost answers, 503 and 429', async () => {
        const {client, bodies} = clientOf([
            'lost',
            problem(503, 'OWNER_UNAVAILABLE'),
            problem(429, 'OVERLOADED', {}, {'Retry-After': '2'}),
            ok(),
        ]);
        await client.call('/x', {body: {a: 1}});
        expect(bodies).toHaveLength(4);
        expect(new Set(bodies.map((body) => body.requestId)).size).toBe(1);
    });

    it('waits as long as it was asked to, and longer from try to try', async () => {
        const {client, waits} = clientOf([
            problem(429, 'OVERLOADED', {}, {'Retry-After': '2'}),
            'lost',
            ok(),
        ]);
        await client.call('/x', {body: {}});
        expect(waits).toEqual([2000, 600]);
        expect(backOffMs(1, null, 0)).toBe(300);
        expect(backOffMs(20, null, 0)).toBe(5000);
    });

    it('does not try a refusal again', async () => {
        const {client, bodies} = clientOf([problem(409, 'SEAT_UNAVAILABLE')]);
        await expect(client.call('/x', {body: {}})).rejects.toMatchObject({
            reason: 'SEAT_UNAVAILABLE',
        });
        expect(bodies).toHaveLength(1);
    });

    it('corrects its clock by REQUEST_ID_AHEAD and asks with a new id', async () => {
        const metadata = {server_time: '2027-01-01T00:00:00Z'};
        const {client, clock, bodies} = clientOf([
            problem(400, 'REQUEST_ID_AHEAD', {metadata}),
            ok(),
        ]);
        await client.call('/x', {body: {}});
        expect(bodies[0]?.requestId).not.toBe(bodies[1]?.requestId);
        expect(clock.now()).toBe(Date.parse(metadata.server_time));
    });

    it('gives up at its deadline', async () => {
        const {client, waits} = clientOf([]);
        await expect(client.call('/x', {deadlineMs: 2000})).rejects.toBeInstanceOf(Problem);
        expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(2000);
    });

    it('learns the time from answers that no cache may keep', async () => {
        const date = 'Fri, 01 Jan 2027 00:00:00 GMT';
        const headers = {Date: date, 'Cache-Control': 'no-store'};
        const {client, clock} = clientOf([new Response('{}', {headers})]);
        await client.call('/x');
        expect(Math.abs(clock.now() - Date.parse(date))).toBeLessThanOrEqual(1000);
    });
});

// Headers and the beginning of a body; then nothing more, or a broken line.
function begun(end: 'stalls' | 'breaks', status = 200): Response {
    let pulls = 0;
    const body = new ReadableStream<Uint8Array>(
        {
            pull: (controller) => {
                if (++pulls === 1) controller.enqueue(new TextEncoder().encode('{"done":'));
                else if (end === 'breaks') controller.error(new TypeError('network'));
                else return new Promise(() => {});
                return undefined;
            },
        },
        {highWaterMark: 0},
    );
    return new Response(body, {status});
}

describe('an answer that breaks after its headers', () => {
    afterEach(() => vi.useRealTimers());

    it('is asked for again with the same request id', async () => {
        const replies = [begun('breaks'), begun('breaks', 409), new Response('<html>'), ok()];
        const {client, bodies} = clientOf(replies);
        expect(await client.call('/x', {body: {a: 1}})).toEqual({done: true});
        expect(bodies).toHaveLength(4);
        expect(new Set(bodies.map((body) => body.requestId)).size).toBe(1);
    });

    it('is given up under the timer of its try where nothing more comes', async () => {
        vi.useFakeTimers();
        const {client, bodies, reached} = clientOf([begun('stalls'), ok()]);
        const asked = client.call('/x', {body: {}});
        await vi.advanceTimersByTimeAsync(9_900);
        expect(bodies).toHaveLength(1);
        await vi.advanceTimersByTimeAsync(200);
        expect(await asked).toEqual({done: true});
        expect(reached).toEqual([false, true]);
    });

    it('is a failure of the network, never a strange answer or a refusal', async () => {
        const {client} = clientOf([begun('breaks')]);
        const broken = client.call('/x', {body: {}, deadlineMs: 100});
        await expect(broken).rejects.toMatchObject({reason: kOffline, refused: false});
        vi.useFakeTimers();
        const stalled = clientOf([begun('stalls')]).client.call('/x', {body: {}, deadlineMs: 100});
        const said = expect(stalled).rejects.toMatchObject({reason: kTimeout, refused: false});
        await vi.advanceTimersByTimeAsync(100);
        await said;
    });
});

describe('whether the server can be reached', () => {
    afterEach(() => {
        vi.unstubAllGlobals();
        tellReachable(() => {});
    });

    it('is said by a watch that is answered', async () => {
        const told: boolean[] = [];
        tellReachable((reachable) => told.push(reachable));
        const fetched = vi.fn().mockRejectedValueOnce(new TypeError('network'));
        fetched.mockImplementation(async () => new Response('data: {}\n\n'));
        vi.stubGlobal('fetch', fetched);
        const {signal} = new AbortController();
        await watch({path: '/x', signal, onMessage: () => true});
        expect(told).toEqual([false, true]);
    });
});

describe('problems', () => {
    it('read Retry-After as seconds or as a date', () => {
        expect(retryAfterMs('3', 0)).toBe(3000);
        expect(retryAfterMs('Fri, 01 Jan 2027 00:00:05 GMT', Date.UTC(2027, 0, 1))).toBe(5000);
        expect(retryAfterMs('soon', 0)).toBeNull();
        expect(retryAfterMs(null, 0)).toBeNull();
    });

    it('are refusals where the server judged, and nothing else is', () => {
        const refused = [409, 404, 410, 429, 500, 503, 0].filter(
            (status) => new Problem('X', status).refused,
        );
        expect(refused).toEqual([409, 404, 410]);
    });

    it('name the seats, and none where none are named', () => {
        expect(new Problem('X', 409, {seat_nos: '3, 17'}).seatNos()).toEqual([3, 17]);
        expect(new Problem('X', 409).seatNos()).toEqual([]);
    });
});

describe('server-sent events', () => {
    it('are read whole from chunks that end anywhere, comments left out', () => {
        const parser = new SseParser();
        expect(parser.push(': hello\n\nid: 7\nda')).toEqual([]);
        expect(parser.push('ta: {"a":1}\n\n')).toEqual([{event: '', data: '{"a":1}', id: '7'}]);
        expect(parser.lastId).toBe('7');
    });
});
