// SPDX-License-Identifier: Apache-2.0
// What a person is told of an order in each of its states. Pure.
import type {Order, Payment} from '../../api/types_sale';
import type {TextKey} from '../../i18n/text';
import type {Returned} from '../../state/paying';
import type {Tone} from '../../ui/parts';

export interface OrderView {
    tone: Tone;
    title: TextKey;
    body: TextKey;
    // Something goes on without the person.
    busy: boolean;
    // The payment to go to, where there is something to pay.
    pay: Payment | null;
    deadline: boolean;
    cancellable: boolean;
    tickets: boolean;
    // Some of them, at the entrance.
    admits: boolean;
    again: boolean;
}

const kPlain: Omit<OrderView, 'title' | 'body' | 'tone'> = {
    busy: false,
    pay: null,
    deadline: false,
    cancellable: false,
    tickets: false,
    admits: false,
    again: false,
};

function say(tone: Tone, name: string, more: Partial<OrderView> = {}): OrderView {
    const title = `order.${name}` as TextKey;
    const body = `order.${name}More` as TextKey;
    return {...kPlain, tone, title, body, ...more};
}

// The one that waits for the buyer; where none does, the latest.
function currentPayment(order: Order): Payment | undefined {
    const waiting = order.payments?.find(
        (known) => known.state === 'OPENING' || known.state === 'PAYABLE',
    );
    return waiting ?? order.payments?.at(-1);
}

function payingView(order: Order, returned: Returned): OrderView {
    const payment = currentPayment(order);
    const open = {deadline: true, cancellable: true};
    if (!payment || payment.state === 'OPENING' || payment.state === 'FAILED') {
        return say('info', 'opening', {...open, busy: true});
    }
    if (payment.state !== 'PAYABLE') {
        return say('info', 'processing', {busy: true, deadline: true});
    }
    if (returned === 'succeeded') return say('info', 'processing', {busy: true, deadline: true});
    if (!payment.pageUrl) return say('warn', 'noPage', open);
    if (returned === 'failed') return say('bad', 'declined', {...open, pay: payment});
    if (returned === 'canceled') return say('info', 'left', {...open, pay: payment});
    return say('info', 'payable', {...open, pay: payment});
}

// `returned`: how the provider's page was left, as it said; the order alone decides.
export function orderView(order: Order, returned: Returned): OrderView {
    switch (order.state) {
        case 'PAYING':
            return payingView(order, returned);
        case 'UNPAID': {
            const payment = order.payments?.find((known) => known.state === 'PAYABLE');
            const page = payment?.pageUrl ? payment : null;
            return say('bad', 'unpaid', {pay: page, deadline: true});
        }
        case 'FENCING':
            return say('warn', 'fencing', {busy: true});
        case 'CANCELLING':
            return say('info', 'cancelling', {busy: true});
        case 'ALLOCATED':
            return say('good', 'allocated', {busy: true, tickets: true});
        case 'PAID':
            // All of them given back: none admits any more.
            if (!order.ticketCount) return say('info', 'returned', {tickets: true});
            return say('good', 'paid', {tickets: true, admits: true});
        case 'COMPENSATING':
            return say('warn', 'compensating', {busy: true});
        case 'MANUAL':
            return say('warn', 'manual');
        case 'RELEASED':
            return say('warn', 'released', {again: true});
        default:
            return say('info', 'processing', {busy: true});
    }
}

export function isFinal(order: Order): boolean {
    return order.state === 'PAID' || order.state === 'RELEASED' || order.state === 'MANUAL';
}

// The steps that the page shows, and how many of them are done.
export function stepOf(order: Order): number {
    if (order.state === 'PAID') return 3;
    if (order.state === 'ALLOCATED') return 2;
    return 1;
}
