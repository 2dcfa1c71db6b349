// SPDX-License-Identifier: Apache-2.0
// What an organiser does by the admin API: events of a test's own, with times of its own.
import {randomBytes} from 'node:crypto';
import {getJson} from './house';
import {demo, secret, url} from './stack';

interface EventAnswer {
    event: string;
    layout: string;
    config: Record<string, unknown> & {prices: {allIn?: unknown}[]};
}

// A UUID of version 7: request ids carry the time.
export function newRequestId(): string {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(Date.now(), 0, 6);
    bytes[6] = (bytes[6]! & 0x0f) | 0x70;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

async function post(
    path: string,
    body: Record<string, unknown>,
    method: 'POST' | 'PATCH' = 'POST',
): Promise<EventAnswer> {
    const response = await fetch(url + path, {
        method,
        headers: {
            'Content-Type': 'application/json',
            ...(path.startsWith('/v1/admin')
                ? {Authorization: `Bearer ${secret('admin.key')}`}
                : {'X-Caller-Key': randomBytes(32).toString('base64url')}),
        },
        body: JSON.stringify({...body, requestId: newRequestId()}),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as EventAnswer;
}

// Until when tickets may be returned, and what the organiser keeps of each, in parts per million.
export interface Returns {
    until: Date;
    feePpm: number;
}

export interface Rules {
    holdSeconds?: number;
    paySeconds?: number;
    orphanRule?: boolean;
    // When the sale opens; absent: at once.
    opensAt?: Date;
    terms?: string;
    returns?: Returns;
    // Until when tickets may be handed on.
    transfersUntil?: Date;
}

function afterSale({returns, transfersUntil}: Rules): Record<string, unknown> {
    if (!returns && !transfersUntil) return {};
    return {
        afterSale: {
            ...(returns
                ? {returnsUntil: returns.until.toISOString(), returnFeePpm: returns.feePpm}
                : {}),
            ...(transfersUntil ? {transfersUntil: transfersUntil.toISOString()} : {}),
        },
    };
}

// The demo event once more, under another name, on sale; rules that are absent are the demo's.
export async function newEvent(name: string, rules: Rules = {}): Promise<string> {
    const {config, layout} = await getJson<EventAnswer>(`/v1/events/${demo().event}`);
    const prices = config.prices.map(({allIn: _, ...price}) => price);
    const changes = {
        ...(rules.orphanRule === undefined ? {} : {orphanRule: rules.orphanRule}),
        ...(rules.holdSeconds ? {holdDuration: `${rules.holdSeconds}s`} : {}),
        ...(rules.opensAt ? {saleWindows: {opensAt: rules.opensAt.toISOString()}} : {}),
        ...(rules.terms === undefined ? {} : {terms: rules.terms}),
        ...afterSale(rules),
        ...(rules.paySeconds ? {payDuration: `${rules.paySeconds}s`} : {}),
    };
    const made = await post('/v1/admin/events', {
        layout,
        config: {...config, ...changes, prices, name},
    });
    await post(`/v1/admin/events/${made.event}:openSale`, {});
    return made.event;
}

// From now on no ticket of the event may be returned.
export async function endReturns(event: string): Promise<void> {
    const body = {config: {afterSale: {}}, updateMask: 'afterSale'};
    await post(`/v1/admin/events/${event}`, body, 'PATCH');
}

// The event does not take place; what was paid goes back in the background.
export async function cancelEvent(event: string, note: string): Promise<void> {
    await post(`/v1/admin/events/${event}:cancel`, {note});
}

export interface Move {
    startsAt: Date;
    answerUntil: Date;
    refundUnanswered?: boolean;
    note?: string;
}

// The event takes place at another time.
export async function moveEvent(event: string, move: Move): Promise<void> {
    await post(`/v1/admin/events/${event}:move`, {...move});
}

// Somebody else holds these seats, for the rest of the test.
export async function takeSeats(event: string, seatNos: readonly number[]): Promise<void> {
    const seats = seatNos.map((seatNo) => ({seatNo, ticketTypeNo: 0}));
    await post(`/v1/events/${event}/reservations`, {seats: {seats}});
}
