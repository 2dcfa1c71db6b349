// SPDX-License-Identifier: Apache-2.0
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {createReservation, getEvent, getReservation} from '../api/calls';
import * as problems from '../api/problem';
import type {Layout} from '../api/types';
import type {Reservation, TesseraEvent} from '../api/types_sale';

vi.mock('../api/calls', () => ({
    createReservation: vi.fn(),
    getEvent: vi.fn(),
    getReservation: vi.fn(),
}));

const {kOffline, Problem} = problems;
const kServerNow = Date.UTC(2027, 0, 1, 12);
const zero = {currencyCode: 'EUR', minorUnits: '0'};
const price = {total: zero, net: zero, fees: zero, taxes: zero, discount: zero, lines: []};
const event = {
    event: 'E1',
    config: {name: 'Lights', startsAt: '2027-02-23T18:00:00Z', ticketTypes: [], holdDuration: '480s'},
    venue: {name: 'Arena', city: 'Hamburg', timeZone: 'Europe/Berlin'},
} as unknown as TesseraEvent;
const layout = {categories: []} as unknown as Layout;

function held(secondsLeft: number, more: Partial<Reservation> = {}): Reservation {
    const expireTime = new Date(kServerNow + secondsLeft * 1000).toISOString();
    const serverTime = new Date(kServerNow).toISOString();
    const state = 'HELD' as const;
    return {reservation: 'R1', event: 'E1', state, serverTime, expireTime, price, ...more};
}

// A page that has just been loaded: nothing is known of the time.
async function newPage() {
    vi.resetModules();
    // The class that a test throws is the one that the page knows.
    vi.doMock('../api/problem', () => problems);
    const [holding, cart, {clock}] = await Promise.all([
        import('./holding'),
        import('./cart'),
        import('./clock'),
    ]);
    return {holding, kept: cart, clock};
}

const stored = new Map<string, string>();

beforeEach(() => {
    stored.clear();
    vi.stubGlobal('localStorage', {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem: (key: string, value: string) => stored.set(key, value),
        removeItem: (key: string) => stored.delete(key),
    });
});

afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.resetAllMocks();
});

describe('a wish whose answer was lost', () => {
    it.each([new Problem(kOffline, 0), new Problem('HTTP_500', 500), new TypeError('odd')])(
        'stays pending and is asked with its own id: %s',
        async (lost) => {
            const {holding, kept, clock} = await newPage();
            clock.correct(kServerNow);
            vi.mocked(createReservation).mockRejectedValueOnce(lost);
            await expect(holding.takeHold(event, layout, {}, '')).rejects.toBeInstanceOf(Error);
            const [first] = vi.mocked(createReservation).mock.calls;
            expect(kept.pendingHold(kServerNow + 470_000)?.requestId).toBe(first![3]);
            expect(kept.pendingHold(kServerNow + 490_000)).toBeNull();
            vi.mocked(createReservation).mockResolvedValueOnce(held(300, {holderToken: 't'}));
            await holding.takeHold(event, layout, {}, '');
            expect(vi.mocked(createReservation).mock.lastCall![3]).toBe(first![3]);
            expect(kept.pendingHold(kServerNow)).toBeNull();
            expect(kept.cart.value).toHaveLength(1);
        },
    );

    it('is over once it is refused', async () => {
        const {holding, kept, clock} = await newPage();
        clock.correct(kServerNow);
        vi.mocked(createReservation).mockRejectedValueOnce(new Problem('AREA_FULL', 409));
        await expect(holding.takeHold(event, layout, {}, '')).rejects.toBeInstanceOf(Problem);
        expect(kept.pendingHold(kServerNow)).toBeNull();
    });
});

describe('a reload with a wrong local clock', () => {
    it('asks for a lost hold only after an answer has told the time', async () => {
        vi.useFakeTimers({now: kServerNow + 3_600_000});
        const {holding, kept, clock} = await newPage();
        const facts = holding.factsOf(event);
        const askedAt = kServerNow - 60_000;
        kept.setPending({facts, selection: {}, code: '', requestId: 'id', askedAt});
        vi.mocked(getEvent).mockRejectedValueOnce(new Problem(kOffline, 0));
        vi.mocked(getEvent).mockImplementationOnce(async () => {
            clock.correct(kServerNow);
            return event;
        });
        vi.mocked(createReservation).mockResolvedValueOnce(held(240, {holderToken: 't'}));
        const resumed = holding.resumePendingHold();
        await vi.advanceTimersByTimeAsync(4_000);
        expect(createReservation).not.toHaveBeenCalled();
        await vi.advanceTimersByTimeAsync(2_000);
        await resumed;
        expect(vi.mocked(createReservation).mock.lastCall![3]).toBe('id');
        expect(kept.cart.value).toHaveLength(1);
    });

    it('calls no hold over before an answer has told the time', async () => {
        vi.useFakeTimers({now: kServerNow + 3_600_000});
        const {holding, clock} = await newPage();
        const item = {facts: holding.factsOf(event), token: 't', typeNames: [], categoryNames: []};
        expect(holding.isDue({...item, reservation: held(240)})).toBe(false);
        clock.correct(kServerNow);
        expect(holding.isDue({...item, reservation: held(240)})).toBe(false);
        expect(holding.isDue({...item, reservation: held(0)})).toBe(true);
    });
});

describe('a hold past its time', () => {
    async function withHold() {
        const page = await newPage();
        page.clock.correct(kServerNow);
        const facts = page.holding.factsOf(event);
        const reservation = held(-1);
        page.kept.putInCart({facts, token: 't', reservation, typeNames: [], categoryNames: []});
        return page;
    }

    it('stays with its token until the server has said what became of it', async () => {
        const {holding, kept} = await withHold();
        vi.mocked(getReservation).mockRejectedValueOnce(new Problem(kOffline, 0));
        await holding.refreshCart();
        expect(kept.cart.value[0]).toMatchObject({token: 't', reservation: {state: 'HELD'}});
        vi.mocked(getReservation).mockResolvedValueOnce(held(60));
        await holding.refreshCart();
        expect(holding.isDue(kept.cart.value[0]!)).toBe(false);
    });

    it('is over where the server does not know it any more', async () => {
        const {holding, kept} = await withHold();
        vi.mocked(getReservation).mockRejectedValueOnce(new Problem('RESERVATION_NOT_FOUND', 404));
        await holding.refreshCart();
        expect(kept.cart.value[0]?.reservation.state).toBe('RELEASED');
    });

    it('is asked about when the person comes back to any page', async () => {
        vi.useFakeTimers();
        const seen = new EventTarget();
        vi.stubGlobal('document', Object.assign(seen, {visibilityState: 'visible'}));
        const {holding} = await withHold();
        vi.mocked(getReservation).mockResolvedValue(held(60));
        holding.watchCart();
        seen.dispatchEvent(new Event('visibilitychange'));
        await vi.advanceTimersByTimeAsync(0);
        expect(getReservation).toHaveBeenCalledTimes(1);
        vi.clearAllTimers();
    });
});
