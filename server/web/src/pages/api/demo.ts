// SPDX-License-Identifier: Apache-2.0
// What the examples of the API page are tried with: an event of this server that sells now, and
// places of it that are free.
import {getEvent, getSeatMap, listEvents} from '../../api/calls';
import {client} from '../../api/client';
import type {SeatMap} from '../../api/types';
import type {EventSummary} from '../../api/types_sale';
import {bytesOf} from '../../map/live_map';
import {clock} from '../../state/clock';
import {apiModelOf, type ApiModel, type OpenApi} from './openapi';
import type {Demo, Json} from './script';

const kTriedMost = 6;
const kYearMs = 365 * 24 * 3600 * 1000;
// So that many may try the examples.
const kFreeWanted = 20;

export async function loadModel(signal: AbortSignal): Promise<ApiModel> {
    return apiModelOf(await client.call<OpenApi>('/v1/openapi.json', {signal}));
}

function sellsNow(event: EventSummary): boolean {
    const opens = event.opensAt === undefined ? 0 : Date.parse(event.opensAt);
    return event.saleState === 'OPEN' && event.priceFrom !== undefined && opens <= clock.now();
}

// One place of the ticket type, a seat where there are any; null where next to nothing is left.
export function selectionOf(map: SeatMap, ticketTypeNo: number): {[name: string]: Json} | null {
    const quantities = [{ticketTypeNo, quantity: 1}];
    const free = bytesOf(map.statuses ?? '').reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
    if (free >= kFreeWanted) return {bestAvailable: {quantities}};
    const area = map.areas?.find(({available}) => (available ?? 0) >= kFreeWanted);
    return area ? {generalAdmission: {areaNo: area.areaNo ?? 0, quantities}} : null;
}

async function tryEvent(event: string, signal: AbortSignal): Promise<Partial<Demo> | null> {
    const [shown, map] = await Promise.all([getEvent(event, signal), getSeatMap(event, signal)]);
    const channels = shown.config.channels ?? [];
    if (channels.length > 0 && !channels.includes('WEB')) return null;
    const type = shown.config.prices?.[0]?.ticketTypeNo ?? 0;
    const selection = selectionOf(map, type);
    return selection && {event, selection};
}

async function findEvent(signal: AbortSignal): Promise<Partial<Demo>> {
    const {events = []} = await listEvents({pageSize: 100}, signal);
    let standing: Partial<Demo> | null = null;
    for (const {event} of events.filter(sellsNow).slice(0, kTriedMost)) {
        const found = await tryEvent(event, signal);
        if (found?.selection?.bestAvailable) return found;
        standing ??= found;
    }
    return standing ?? {};
}

// No event of the demo is moved; a card is confirmed with the provider; the demo's organisers take
// nothing back and exchange nothing; a card's refund waits for no staff.
const kRefusedAnywhere = {
    AcceptMove: 'EVENT_NOT_MOVED',
    ConfirmPayment: 'PAYMENT_NOT_OPEN',
    ReturnTickets: 'RETURN_NOT_ALLOWED',
    ExchangeTickets: 'EXCHANGE_NOT_ALLOWED',
    OfferTransfer: 'TRANSFER_NOT_ALLOWED',
    AcceptTransfer: 'HOLDER_TOKEN_INVALID',
    CancelTransfer: 'TRANSFER_NOT_OPEN',
    SettleRefund: 'REFUND_NOT_OPEN',
};

async function refusedHere(signal: AbortSignal): Promise<Record<string, string>> {
    const wallets = await client.call<{apple?: boolean; google?: boolean}>('/v1/wallets', {signal});
    return {
        ...kRefusedAnywhere,
        ...(wallets.apple ? {} : {GetApplePass: 'WALLET_NOT_OFFERED'}),
        ...(wallets.google ? {} : {GetGoogleWalletLink: 'WALLET_NOT_OFFERED'}),
    };
}

// What cannot be had is left out: the page is worth reading without it.
export async function findDemo(signal: AbortSignal): Promise<Demo> {
    const [found, refused] = await Promise.all([
        findEvent(signal).catch(() => ({})),
        refusedHere(signal).catch(() => ({})),
    ]);
    const startsAt = new Date(clock.now() + kYearMs).toISOString().replace(/:\d\d\.\d+/, ':00');
    const selection = {bestAvailable: {quantities: [{ticketTypeNo: 0, quantity: 1}]}};
    return {origin: location.origin, event: '', selection, startsAt, refused, ...found};
}
