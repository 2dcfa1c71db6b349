// SPDX-License-Identifier: Apache-2.0
// What this browser holds and has ordered, shared between tabs, and a hold that was asked for when
// the page went away. Tokens are kept in local storage and nowhere else.
import {signal} from '@preact/signals';
import type {EventSummary, Reservation, Selection} from '../api/types_sale';
import {onOtherTab, readJson, writeJson} from './storage';

// What a page shows of an event without asking again.
export type EventFacts = Pick<
    EventSummary,
    'event' | 'name' | 'venueName' | 'city' | 'timeZone' | 'startsAt'
> & {
    // Its organiser has terms of their own.
    hasTerms?: boolean;
};

export interface CartItem {
    facts: EventFacts;
    token: string;
    // Without its token. `expireTime` is the server's.
    reservation: Reservation;
    // Names of ticket types and categories, by number.
    typeNames: string[];
    categoryNames: string[];
}

export interface KeptOrder {
    facts: EventFacts;
    order: string;
    reservation: string;
    token: string;
    // Milliseconds since 1970 by the server's clock, to forget old ones.
    keptAt: number;
}

export interface PendingHold {
    facts: EventFacts;
    selection: Selection;
    code: string;
    requestId: string;
    askedAt: number;
    // How long the hold stands if it was granted; until then the wish is asked with the same id.
    holdMs?: number;
}

const kCart = 'tessera.cart.1';
const kOrders = 'tessera.orders.1';
const kPending = 'tessera.pending.1';
const kOrdersMax = 50;
// Of a wish whose hold's length is not known.
const kPendingMs = 5 * 60_000;

function listOf<Item>(key: string, valid: (item: Item) => boolean): Item[] {
    const read = readJson(key);
    if (!Array.isArray(read)) return [];
    return (read as Item[]).filter((item) => {
        try {
            return valid(item);
        } catch {
            return false;
        }
    });
}

function readCart(): CartItem[] {
    return listOf<CartItem>(
        kCart,
        (item) => item.token.length > 0 && item.reservation.reservation.length > 0,
    );
}

function readOrders(): KeptOrder[] {
    return listOf<KeptOrder>(kOrders, (item) => item.order.length > 0 && item.token.length > 0);
}

export const cart = signal<CartItem[]>(readCart());
export const orders = signal<KeptOrder[]>(readOrders());

onOtherTab(kCart, () => (cart.value = readCart()));
onOtherTab(kOrders, () => (orders.value = readOrders()));

// Each change begins with what is stored: another tab may have written since.
function changeCart(change: (items: CartItem[]) => CartItem[]): void {
    const next = change(readCart());
    writeJson(kCart, next);
    cart.value = next;
}

export function putInCart(item: CartItem): void {
    const {holderToken: _, ...reservation} = item.reservation;
    changeCart((items) => [
        ...items.filter((kept) => kept.reservation.reservation !== reservation.reservation),
        {...item, reservation},
    ]);
}

// Takes a newer answer about a reservation; one that is not in the cart is left alone.
export function updateInCart(reservation: Reservation): void {
    const {holderToken: _, ...kept} = reservation;
    changeCart((items) =>
        items.map((item) =>
            item.reservation.reservation === kept.reservation ? {...item, reservation: kept} : item,
        ),
    );
}

export function dropFromCart(reservation: string): void {
    changeCart((items) => items.filter((item) => item.reservation.reservation !== reservation));
}

export function inCart(reservation: string): CartItem | undefined {
    return cart.value.find((item) => item.reservation.reservation === reservation);
}

export function keepOrder(order: KeptOrder): void {
    const others = readOrders().filter((kept) => kept.order !== order.order);
    const next = [order, ...others].slice(0, kOrdersMax);
    writeJson(kOrders, next);
    orders.value = next;
}

export function keptOrder(order: string): KeptOrder | undefined {
    return orders.value.find((kept) => kept.order === order);
}

export function setPending(pending: PendingHold | null): void {
    writeJson(kPending, pending);
}

// A hold that an earlier page asked for and whose answer nobody saw, however long ago.
export function unansweredHold(): PendingHold | null {
    const read = readJson(kPending) as PendingHold | null;
    return read !== null && typeof read.requestId === 'string' ? read : null;
}

// The same, if it is recent enough to stand at `now`, which is the server's time.
export function pendingHold(now: number): PendingHold | null {
    const read = unansweredHold();
    return read !== null && now - read.askedAt < (read.holdMs ?? kPendingMs) ? read : null;
}
