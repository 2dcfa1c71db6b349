// SPDX-License-Identifier: Apache-2.0
// An order as it is now and then after each change, its event, its tickets, and why it ended.
import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {
    getEvent,
    getOrder,
    getReservation,
    listTickets,
    orderPath,
    type Held,
} from '../../api/calls';
import {Problem} from '../../api/problem';
import {watch} from '../../api/sse';
import type {Order, Reservation, TesseraEvent, Ticket} from '../../api/types_sale';
import {dropFromCart} from '../../state/cart';
import {clock} from '../../state/clock';
import {followSlowly, soonAtFirst, untilAnswered} from './follow';
import {isFinal} from './order_view';
import {refundsMove} from './returning';

export interface OrderState {
    order: Order | null;
    event: TesseraEvent | null;
    tickets: Ticket[];
    released: Reservation['releaseReason'] | null;
    refused: Problem | null;
    live: boolean;
    // The watch has seen its end.
    settled: boolean;
}

const kStart: OrderState = {
    order: null,
    event: null,
    tickets: [],
    released: null,
    refused: null,
    live: true,
    settled: false,
};
const kSeatsGone = ['PAID', 'ALLOCATED', 'RELEASED', 'MANUAL'];

const kTicketStates = ['PAID', 'ALLOCATED'];

type Change = (change: Partial<OrderState>) => void;

function watchOrder(held: Held, orderId: string, signal: AbortSignal, set: Change): void {
    void watch({
        path: `${orderPath(held.event, orderId)}:watch`,
        holderToken: held.token,
        signal,
        onMessage: (data) => {
            const order = JSON.parse(data) as Order;
            const now = clock.steady();
            clock.learn(Date.parse(order.serverTime), now - 200, now);
            const settled = isFinal(order);
            set({order, settled});
            if (kSeatsGone.includes(order.state)) dropFromCart(order.reservation);
            return settled;
        },
        onLive: (live) => set({live}),
        onRefused: (refused) => set({refused}),
    });
}

// After the watch's end: a refund, a void or a cancelled event takes the codes away from this page
// too. `soon`: money is on its way back.
function followSettled(
    held: Held,
    orderId: string,
    signal: AbortSignal,
    set: Change,
    soon: boolean,
): void {
    void followSlowly({
        signal,
        pause: soon ? soonAtFirst : undefined,
        visible: () => document.visibilityState === 'visible',
        ask: async () => {
            const [order, event] = await Promise.all([
                getOrder(held, orderId, signal),
                getEvent(held.event, signal),
            ]);
            if (!kTicketStates.includes(order.state)) return {order, event};
            return {order, event, tickets: await listTickets(held, orderId, signal)};
        },
        take: (found) => {
            set(found);
            return found.order.state === 'RELEASED';
        },
    });
}

// What the minute's question would find; a failure leaves that to it.
async function reload(held: Held, orderId: string, set: Change, alsoOrder: boolean): Promise<void> {
    try {
        if (alsoOrder) {
            set({order: await getOrder(held, orderId), event: await getEvent(held.event)});
        }
        set({tickets: await listTickets(held, orderId)});
    } catch {
        // It is asked for again.
    }
}

export interface FollowedOrder extends OrderState {
    // The order as the person has just changed it; without one it is asked for, with its tickets.
    changed(order?: Order): void;
}

export function useOrder(held: Held, orderId: string): FollowedOrder {
    const state = useSignal<OrderState>(kStart);
    const set: Change = (change) => (state.value = {...state.value, ...change});
    useEffect(() => {
        if (held.token === '') {
            set({refused: new Problem('HOLDER_TOKEN_MISSING', 401)});
            return;
        }
        const stop = new AbortController();
        const {signal} = stop;
        set(kStart);
        watchOrder(held, orderId, signal, set);
        void untilAnswered(() => getEvent(held.event, signal), {signal}).then(
            (event) => event && set({event}),
        );
        return () => stop.abort();
    }, [held.event, held.token, orderId]);
    const {order, settled} = state.value;
    useEffect(() => {
        if (!order) return;
        const stop = new AbortController();
        const {signal} = stop;
        if (kTicketStates.includes(order.state)) {
            void untilAnswered(() => listTickets(held, orderId, signal), {signal}).then(
                (tickets) => tickets && set({tickets}),
            );
        }
        if (order.state === 'RELEASED') {
            // The event may have been cancelled meanwhile, and the order with it.
            const ask = async () => ({
                reservation: await getReservation(held, order.reservation, signal),
                event: await getEvent(held.event, signal),
            });
            void untilAnswered(ask, {signal}).then((found) => {
                if (!found) return;
                const {event, reservation} = found;
                set({event, released: reservation.releaseReason ?? null});
            });
        }
        return () => stop.abort();
    }, [order?.state, orderId]);
    const off = state.value.event?.saleState === 'CANCELLED' && Boolean(order?.ticketCount);
    const soon = order !== null && (refundsMove(order) || off);
    useEffect(() => {
        if (!settled || order?.state === 'RELEASED') return;
        const stop = new AbortController();
        followSettled(held, orderId, stop.signal, set, soon);
        return () => stop.abort();
    }, [settled, held.token, orderId, soon]);
    // The watch says nothing of refunds.
    useEffect(() => {
        if (!settled || order?.state !== 'PAID') return;
        const stop = new AbortController();
        const {signal} = stop;
        void untilAnswered(() => getOrder(held, orderId, signal), {signal}).then(
            (found) => found && set({order: found}),
        );
        return () => stop.abort();
    }, [settled, held.token, orderId]);
    const changed = (now?: Order) => {
        if (now) set({order: now});
        void reload(held, orderId, set, now === undefined);
    };
    return {...state.value, changed};
}
