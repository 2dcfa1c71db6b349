// SPDX-License-Identifier: Apache-2.0
// Keeping an order before its buyer leaves for the provider's page: without its token the way back
// would lead nowhere. What it is for may be known only later.
import type {Order} from '../api/types_sale';
import {inCart, keepOrder, keptOrder, type EventFacts} from './cart';
import {clock} from './clock';

export {keptOrder} from './cart';

function nameless(event: string): EventFacts {
    return {event, name: '', venueName: '', city: '', timeZone: 'UTC', startsAt: ''};
}

// `facts`: null where the event is not known yet.
export function keepBeforePaying(
    order: Pick<Order, 'order' | 'event' | 'reservation'>,
    token: string,
    facts: EventFacts | null,
): void {
    if (keptOrder(order.order)) return;
    keepOrder({
        facts: facts ?? inCart(order.reservation)?.facts ?? nameless(order.event),
        order: order.order,
        reservation: order.reservation,
        token,
        keptAt: clock.now(),
    });
}

// Names an order that was kept nameless; any other is left alone.
export function nameKeptOrder(order: string, facts: EventFacts): void {
    const kept = keptOrder(order);
    if (kept && kept.facts.name === '') keepOrder({...kept, facts});
}
