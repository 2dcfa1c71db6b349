// SPDX-License-Identifier: Apache-2.0
// An order as it is now and then after each change, its event, its tickets, and why it ended.
import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {getEvent, getReservation, listTickets, orderPath, type Held} from '../../api/calls';
import {Problem} from '../../api/problem';
import {watch} from '../../api/sse';
import type {Order, Reservation, TesseraEvent, Ticket} from '../../api/types_sale';
import {dropFromCart} from '../../state/cart';
import {clock} from '../../state/clock';
import {isFinal} from './order_view';

export interface OrderState {
    order: Order | null;
    event: TesseraEvent | null;
    tickets: Ticket[];
    released: Reservation['releaseReason'] | null;
    refused: Problem | null;
    live: boolean;
}

const kStart: OrderState = {
    order: null,
    event: null,
    tickets: [],
    released: null,
    refused: null,
    live: true,
};
const kSeatsGone = ['PAID', 'ALLOCATED', 'RELEASED', 'MANUAL'];

export function useOrder(held: Held, orderId: string): OrderState {
    const state = useSignal<OrderState>(kStart);
    const set = (change: Partial<OrderState>) => (state.value = {...state.value, ...change});
    useEffect(() => {
        if (held.token === '') {
            set({refused: new Problem('HOLDER_TOKEN_MISSING', 401)});
            return;
        }
        const stop = new AbortController();
        set(kStart);
        void watch({
            path: `${orderPath(held.event, orderId)}:watch`,
            holderToken: held.token,
            signal: stop.signal,
            onMessage: (data) => {
                const order = JSON.parse(data) as Order;
                const now = clock.steady();
                clock.learn(Date.parse(order.serverTime), now - 200, now);
                set({order});
                if (kSeatsGone.includes(order.state)) dropFromCart(order.reservation);
                return isFinal(order);
            },
            onLive: (live) => set({live}),
            onRefused: (refused) => set({refused}),
        });
        getEvent(held.event, stop.signal)
            .then((event) => set({event}))
            .catch(() => {});
        return () => stop.abort();
    }, [held.event, held.token, orderId]);
    const order = state.value.order;
    useEffect(() => {
        if (!order) return;
        const stop = new AbortController();
        if (order.state === 'PAID' || order.state === 'ALLOCATED') {
            listTickets(held, orderId, stop.signal)
                .then((tickets) => set({tickets}))
                .catch(() => {});
        }
        if (order.state === 'RELEASED') {
            getReservation(held, order.reservation, stop.signal)
                .then((reservation) => set({released: reservation.releaseReason ?? null}))
                .catch(() => {});
        }
        return () => stop.abort();
    }, [order?.state, orderId]);
    return state.value;
}
