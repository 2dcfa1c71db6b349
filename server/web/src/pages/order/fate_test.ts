// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import type {Disruption, Order, TesseraEvent} from '../../api/types_sale';
import {fateOf, isOutdated, returnRulesOf, untilOver, viewUnder} from './fate';
import {orderView} from './order_view';

const kUntil = Date.parse('2026-05-04T12:00:00Z');
const kRules = {returnsUntil: '2026-04-01T12:00:00Z', returnFeePpm: 100_000};

function event(disruption?: Partial<Disruption>): TesseraEvent {
    return {
        saleState: disruption?.kind === 'CANCELLED' ? 'CANCELLED' : 'OPEN',
        config: {afterSale: kRules},
        disruption: disruption && {createTime: '2026-03-01T12:00:00Z', ...disruption},
    } as TesseraEvent;
}

function moved(refundUnanswered = false): TesseraEvent {
    return event({kind: 'MOVED', answerUntil: '2026-05-04T12:00:00Z', refundUnanswered});
}

function order(change: Partial<Order> = {}): Order {
    return {state: 'PAID', createTime: '2026-02-01T12:00:00Z', ticketCount: 2, ...change} as Order;
}

describe('the fate of an order', () => {
    it('is none where the event takes place as it was sold', () => {
        expect(fateOf(null, order(), 0)).toBe('none');
        expect(fateOf(event(), order(), 0)).toBe('none');
    });

    it('is the event’s where that is cancelled, whatever the order is', () => {
        const cancelled = event({kind: 'CANCELLED'});
        expect(fateOf(cancelled, order(), 0)).toBe('cancelled');
        expect(fateOf(cancelled, order({state: 'RELEASED'}), 0)).toBe('cancelled');
    });

    it('is a question until its instant and not at it', () => {
        expect(fateOf(moved(), order(), kUntil - 1)).toBe('asked');
        expect(fateOf(moved(), order(), kUntil)).toBe('kept');
        expect(fateOf(moved(true), order(), kUntil)).toBe('returning');
    });

    it('is no question any more once the buyer has accepted', () => {
        expect(fateOf(moved(true), order({moveAccepted: true}), kUntil - 1)).toBe('accepted');
        expect(fateOf(moved(true), order({moveAccepted: true}), kUntil)).toBe('accepted');
    });

    it('does not concern who bought for the new date', () => {
        const later = order({createTime: '2026-03-01T12:00:00Z'});
        expect(fateOf(moved(), later, 0)).toBe('none');
    });

    it('is only told where nothing admits, and not where the order is over', () => {
        expect(fateOf(moved(), order({ticketCount: 0}), 0)).toBe('told');
        expect(fateOf(moved(), order({state: 'PAYING'}), 0)).toBe('told');
        expect(fateOf(moved(), order({state: 'RELEASED'}), 0)).toBe('none');
    });
});

describe('returning under a fate', () => {
    it('costs nothing while the buyer is asked, though the organiser’s time is over', () => {
        const rules = returnRulesOf(moved(), 'asked', kUntil - 1);
        expect(rules).toMatchObject({state: 'open', feePpm: 0, moved: true});
        expect(rules?.until).toBe('2026-05-04T12:00:00Z');
    });

    it('follows the organiser’s rules for who accepted or bought later', () => {
        for (const fate of ['none', 'accepted', 'kept'] as const) {
            const rules = returnRulesOf(moved(), fate, kUntil);
            expect(rules).toMatchObject({state: 'over', feePpm: 100_000});
        }
    });

    it('is not asked for where everything goes back by itself', () => {
        expect(returnRulesOf(event({kind: 'CANCELLED'}), 'cancelled', 0)).toBeNull();
        expect(returnRulesOf(moved(true), 'returning', kUntil)).toBeNull();
    });
});

describe('the time to answer', () => {
    const until = '2026-05-04T12:00:00Z';

    it('is looked at again once it is over', () => {
        expect(untilOver(until, kUntil - 5000, kUntil - 4990)).toBe(4991);
    });

    it('is looked at again where it ended after the page was drawn', () => {
        expect(untilOver(until, kUntil - 1, kUntil)).toBe(1);
        expect(untilOver(until, kUntil - 1, kUntil + 300)).toBe(1);
    });

    it('is not looked at again where the page said that it is over, or where nobody asks', () => {
        expect(untilOver(until, kUntil, kUntil + 1)).toBeNull();
        expect(untilOver(undefined, kUntil, kUntil)).toBeNull();
        expect(untilOver(until, kUntil - 2 ** 32, kUntil - 2 ** 32)).toBeNull();
    });
});

describe('what is said of an order under a fate', () => {
    it('never looks forward to an event that is cancelled', () => {
        expect(viewUnder('cancelled', orderView(order(), ''), order())).toBeNull();
        expect(viewUnder('returning', orderView(order(), ''), order())).toBeNull();
    });

    it('does not send anybody to choose again what is cancelled', () => {
        const over = order({state: 'RELEASED'});
        expect(orderView(over, '').again).toBe(true);
        expect(viewUnder('cancelled', orderView(over, ''), over)?.again).toBe(false);
    });

    it('is the same where there is nothing to answer', () => {
        const view = orderView(order(), '');
        expect(viewUnder('none', view, order())).toBe(view);
        expect(viewUnder('told', view, order())).toBe(view);
        expect(viewUnder('asked', view, order())).toBeNull();
    });

    it('warns of old downloads where the tickets still admit', () => {
        expect(isOutdated('asked')).toBe(true);
        expect(isOutdated('accepted')).toBe(true);
        expect(isOutdated('kept')).toBe(true);
        expect(isOutdated('none')).toBe(false);
    });
});
