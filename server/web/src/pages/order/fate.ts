// SPDX-License-Identifier: Apache-2.0
// What a cancelled or moved event is to one order, and what its buyer may do. The order decides; this
// only says it before. Pure.
import type {Order, TesseraEvent} from '../../api/types_sale';
import type {OrderView} from './order_view';
import {rulesOf, type ReturnRules} from './returning';

// What a timer can wait; nobody looks at a page for longer.
const kTimerMostMs = 2 ** 31 - 1;

export type Fate =
    // It takes place as this order was sold, or the order is over.
    | 'none'
    | 'cancelled'
    // Moved, and nothing to answer: the order has no tickets that admit.
    | 'told'
    // Moved, and the buyer may keep the tickets or return them for all that was paid.
    | 'asked'
    | 'accepted'
    // Moved, and the time to answer is over.
    | 'kept'
    | 'returning';

// `now` in milliseconds since 1970, by the server's clock.
export function fateOf(event: TesseraEvent | null, order: Order, now: number): Fate {
    if (!event) return 'none';
    if (event.saleState === 'CANCELLED') return 'cancelled';
    const {disruption} = event;
    if (disruption?.kind !== 'MOVED' || order.state === 'RELEASED') return 'none';
    const made = Date.parse(order.createTime ?? '');
    if (made >= Date.parse(disruption.createTime)) return 'none';
    if (order.state !== 'PAID' || !order.ticketCount) return 'told';
    if (order.moveAccepted) return 'accepted';
    if (now < Date.parse(disruption.answerUntil ?? '')) return 'asked';
    return disruption.refundUnanswered ? 'returning' : 'kept';
}

// After how many milliseconds what was shown at `shown` is to be looked at again, for the time to answer
// is over then; null: it was over then already, nobody asks, or it is too far away.
export function untilOver(until: string | undefined, shown: number, now: number): number | null {
    const end = Date.parse(until ?? '');
    if (!(shown < end && end - now < kTimerMostMs)) return null;
    return Math.max(0, end - now) + 1;
}

// Whether what was downloaded before carries another date than the event's.
export function isOutdated(fate: Fate): boolean {
    return fate === 'asked' || fate === 'accepted' || fate === 'kept';
}

// What a person may return, and at what cost; null: everything goes back by itself.
export function returnRulesOf(event: TesseraEvent, fate: Fate, now: number): ReturnRules | null {
    if (isLost(fate)) return null;
    if (fate !== 'asked') return rulesOf(event.config.afterSale, now);
    const until = event.disruption?.answerUntil ?? '';
    return {state: 'open', until, feePpm: 0, moved: true};
}

// Whether the tickets are to go back whatever the buyer does.
export function isLost(fate: Fate): boolean {
    return fate === 'cancelled' || fate === 'returning';
}

// The order's own words where they still hold; null: the event's fate says all there is to say.
export function viewUnder(fate: Fate, view: OrderView, order: Order): OrderView | null {
    if (fate === 'none' || fate === 'told') return view;
    const settled = order.state === 'PAID' || order.state === 'ALLOCATED';
    return settled ? null : {...view, again: false, pay: null, deadline: false};
}
