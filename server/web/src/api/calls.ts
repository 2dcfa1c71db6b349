// SPDX-License-Identifier: Apache-2.0
// The calls that the storefront makes, by name.
import {clock} from '../state/clock';
import {client} from './client';
import type {Layout, SeatMap} from './types';
import type {
    Buyer,
    ListEventsResponse,
    Order,
    Reservation,
    Selection,
    TesseraEvent,
    Ticket,
    Transfer,
} from './types_sale';

export interface FindEvents {
    query: string;
    city: string;
    startsAfter: string;
    startsBefore: string;
    pageToken: string;
    pageSize: number;
}

// What names a reservation or an order together with the right to it.
export interface Held {
    event: string;
    token: string;
}

const part = encodeURIComponent;

// An answer that carries the server's time teaches the clock.
async function timed<Answer extends {serverTime: string}>(
    asked: Promise<Answer>,
): Promise<Answer> {
    const sent = clock.steady();
    const answer = await asked;
    clock.learn(Date.parse(answer.serverTime), sent, clock.steady());
    return answer;
}

export function listEvents(
    find: Partial<FindEvents>,
    signal?: AbortSignal,
): Promise<ListEventsResponse> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(find)) {
        if (value !== '' && value !== undefined) query.set(name, String(value));
    }
    const text = query.toString();
    return client.call(`/v1/events${text ? '?' + text : ''}`, {signal});
}

export function getEvent(event: string, signal?: AbortSignal): Promise<TesseraEvent> {
    return timed(client.call<TesseraEvent>(`/v1/events/${part(event)}`, {signal}));
}

export function getLayout(event: string, signal?: AbortSignal): Promise<Layout> {
    return client.call(`/v1/events/${part(event)}/layout`, {signal});
}

export function getSeatMap(event: string, signal?: AbortSignal): Promise<SeatMap> {
    return client.call(`/v1/events/${part(event)}/seatmap`, {signal});
}

export function createReservation(
    event: string,
    selection: Selection,
    code: string,
    requestId: string,
    onRetry?: () => void,
): Promise<Reservation> {
    return timed(
        client.call<Reservation>(`/v1/events/${part(event)}/reservations`, {
            body: {...selection, code},
            asCaller: true,
            requestId,
            onRetry,
        }),
    );
}

export function getReservation(
    held: Held,
    reservation: string,
    signal?: AbortSignal,
): Promise<Reservation> {
    const path = `/v1/events/${part(held.event)}/reservations/${part(reservation)}`;
    return timed(client.call<Reservation>(path, {holderToken: held.token, signal}));
}

export function cancelReservation(held: Held, reservation: string): Promise<Reservation> {
    const path = `/v1/events/${part(held.event)}/reservations/${part(reservation)}:cancel`;
    return timed(client.call<Reservation>(path, {body: {}, holderToken: held.token}));
}

export function checkoutReservation(
    held: Held,
    reservation: string,
    buyer: Buyer,
    onRetry?: () => void,
): Promise<Order> {
    const path = `/v1/events/${part(held.event)}/reservations/${part(reservation)}:checkout`;
    return timed(
        client.call<Order>(path, {
            body: {buyer},
            holderToken: held.token,
            onRetry,
        }),
    );
}

export function orderPath(event: string, order: string): string {
    return `/v1/events/${part(event)}/orders/${part(order)}`;
}

export function getOrder(held: Held, order: string, signal?: AbortSignal): Promise<Order> {
    return timed(
        client.call<Order>(orderPath(held.event, order), {holderToken: held.token, signal}),
    );
}

// `transfer`: of that one's tickets, by its own token; empty: of the order's.
export async function listTickets(
    held: Held,
    order: string,
    signal?: AbortSignal,
    transfer = '',
): Promise<Ticket[]> {
    const of = transfer === '' ? '' : `&transfer=${part(transfer)}`;
    const answer = await client.call<{tickets?: Ticket[]}>(
        `${orderPath(held.event, order)}/tickets?view=FULL${of}`,
        {holderToken: held.token, signal},
    );
    return answer.tickets ?? [];
}

// Offers tickets to whoever has the answer's token.
export function offerTransfer(
    held: Held,
    order: string,
    tickets: readonly string[],
    requestId: string,
): Promise<Transfer> {
    return client.call<Transfer>(`${orderPath(held.event, order)}/transfers`, {
        body: {tickets},
        holderToken: held.token,
        requestId,
    });
}

function transferPath(event: string, order: string, transfer: string): string {
    return `${orderPath(event, order)}/transfers/${part(transfer)}`;
}

export function cancelTransfer(held: Held, order: string, transfer: string): Promise<Transfer> {
    return client.call<Transfer>(`${transferPath(held.event, order, transfer)}:cancel`, {
        body: {},
        holderToken: held.token,
    });
}

// Takes what is offered, by the transfer's own token; the answer's opens the tickets from then on.
export function acceptTransfer(
    held: Held,
    order: string,
    transfer: string,
    holder: {name: string; email: string},
    requestId: string,
): Promise<Transfer> {
    return client.call<Transfer>(`${transferPath(held.event, order, transfer)}:accept`, {
        body: holder,
        holderToken: held.token,
        requestId,
    });
}

// `requestId`: of this wish, however often it is sent.
export function returnTickets(
    held: Held,
    order: string,
    tickets: readonly string[],
    requestId: string,
): Promise<Order> {
    return timed(
        client.call<Order>(`${orderPath(held.event, order)}:returnTickets`, {
            body: {tickets},
            holderToken: held.token,
            requestId,
        }),
    );
}

// Keeps the tickets of a moved event for its new date.
export function acceptMove(held: Held, order: string): Promise<Order> {
    return timed(
        client.call<Order>(`${orderPath(held.event, order)}:acceptMove`, {
            body: {},
            holderToken: held.token,
        }),
    );
}

// A document of an order (PDF, calendar, wallet), as the server made it.
export function getDocument(held: Held, path: string): Promise<Response> {
    return client.document(path, {holderToken: held.token});
}
