// SPDX-License-Identifier: Apache-2.0
// What an example does, whichever language it is printed in: the calls that come before (a hold, a
// payment, an event of one's own), then the call itself. Pure.
//
// In paths, headers and texts `{name}` stands for a variable that an earlier call's answer gave;
// `{uuid}` for a new request id, `{caller}` for a random caller key, `{key}` for the API key.
import type {AnswerKind, Method} from './openapi';

export type Json = string | number | boolean | Json[] | {[name: string]: Json};

// What the examples are tried with.
export interface Demo {
    origin: string;
    // Empty: there is none to try with; a word stands in its place.
    event: string;
    selection: {[name: string]: Json};
    // When an event that an example makes begins, RFC 3339.
    startsAt: string;
    // What this server refuses whatever the caller does, by method.
    refused: Readonly<Record<string, string>>;
}

export interface Call {
    does: 'call';
    verb: string;
    path: string;
    headers: readonly (readonly [string, string])[];
    body: Json | null;
    answer: AnswerKind;
    // Variables that the answer's fields of these names give.
    gives: readonly string[];
}

// Pay: waits until the order can be paid, pays with the sandbox's test card, waits for the tickets.
export type Step = Call | {does: 'pay'};

export interface Script {
    origin: string;
    // The demo's event as a variable; empty: the script makes its own, or needs none.
    event: string;
    before: Step[];
    call: Call;
    needsKey: boolean;
    refused: string;
}

const kHolder = [['X-Holder-Token', '{holderToken}']] as const;
const kKey = [['Authorization', 'Bearer {key}']] as const;
const kPlan = {
    name: 'Example',
    size: {width: 90, height: 90},
    categories: [{name: 'Seats', color: '#2a6f97'}],
    zones: [
        {
            name: 'Hall',
            position: {x: 0, y: 0},
            rows: [{row_number: 'A', position: {x: 0, y: 0}, seats: [seat(1), seat(2)]}],
        },
    ],
};

function seat(number: number) {
    return {
        seat_number: String(number),
        seat_guid: `A-${number}`,
        category: 'Seats',
        position: {x: 30 * number, y: 0},
    };
}

const kWeekMs = 7 * 24 * 3600 * 1000;

function later(demo: Demo): string {
    return new Date(Date.parse(demo.startsAt) + kWeekMs).toISOString().replace('.000', '');
}

function bodiesOf(demo: Demo): Record<string, {[name: string]: Json}> {
    return {
        CreateReservation: demo.selection,
        CheckoutReservation: {
            buyer: {name: 'Ada Lovelace', email: 'ada@example.org', language: 'en'},
        },
        CreateVenue: {
            name: 'Example Hall',
            city: 'Berlin',
            countryCode: 'DE',
            timeZone: 'Europe/Berlin',
        },
        ImportLayout: {planJson: JSON.stringify(kPlan)},
        CreateEvent: {
            layout: '{layout}',
            config: {
                name: 'Example',
                startsAt: demo.startsAt,
                currencyCode: 'EUR',
                ticketTypes: [{name: 'Adult'}],
                prices: [{categoryNo: 0, ticketTypeNo: 0, minorUnits: '2500'}],
            },
        },
        AddTender: {tender: {kind: 'CARD'}},
        // A card is confirmed with the provider itself: see what is refused.
        ConfirmPayment: {payment: '{order}', payload: '{}'},
        ExchangeTickets: {
            reservation: '{reservation}',
            reservationHolderToken: '{holderToken}',
        },
        AcceptTransfer: {name: 'Grace Hopper', email: 'grace@example.org'},
        SettleRefund: {evidence: 'Receipt 1'},
        CancelEvent: {note: 'The hall is flooded.'},
        MoveEvent: {startsAt: later(demo), answerUntil: demo.startsAt, refundUnanswered: true},
        UpdateEvent: {config: {terms: 'Doors open at 18:00.'}, updateMask: 'terms'},
        SetAllocation: {allocationNo: 1, seatNos: [0, 1]},
        CreateCode: {code: {code: 'EXAMPLE', rateOffPpm: 100000}},
        UpdateCode: {usesMax: 10, validUntil: demo.startsAt, updateMask: 'usesMax,validUntil'},
    };
}

const kQueries: Record<string, string> = {
    ListEvents: 'pageSize=3',
    ListTickets: 'view=FULL',
    GetDayReport: 'day=2026-01-02',
};

interface Wanted {
    verb: string;
    path: string;
    answer: AnswerKind;
    gives: readonly string[];
}

function callOf(demo: Demo, name: string, wanted: Wanted): Call {
    const changes = wanted.verb !== 'GET';
    const query = kQueries[name];
    const headers = wanted.path.startsWith('/v1/admin/')
        ? kKey
        : name === 'CreateReservation'
          ? ([['X-Caller-Key', '{caller}']] as const)
          : /\{(reservation|order)\}/.test(wanted.path)
            ? kHolder
            : [];
    return {
        does: 'call',
        ...wanted,
        // Nobody hands tickets on in the demo: another id stands in a transfer's place.
        path: (query === undefined ? wanted.path : `${wanted.path}?${query}`)
            .replace('{transfer}', '{order}')
            .replace('{code_id}', '{codeId}'),
        headers,
        body: changes ? {requestId: '{uuid}', ...bodiesOf(demo)[name]} : null,
    };
}

// On the event that was made: an order that is paid, and a refund of it where one is named.
function sold(demo: Demo, {path, name}: Method): Step[] {
    const selection = {bestAvailable: {quantities: [{ticketTypeNo: 0, quantity: 1}]}};
    const own = {...demo, selection};
    const post = (step: string, to: string, gives: readonly string[]): Step =>
        callOf(own, step, {verb: 'POST', path: to, answer: 'json', gives});
    const reservations = '/v1/events/{event}/reservations';
    const steps: Step[] = [
        post('CreateReservation', reservations, ['reservation', 'holderToken']),
        post('CheckoutReservation', `${reservations}/{reservation}:checkout`, ['order']),
        {does: 'pay'},
    ];
    const refund = '/v1/admin/events/{event}/orders/{order}:refundTickets';
    if (name !== 'RefundTickets' && path.includes('{refund}')) {
        steps.push(post('RefundTickets', refund, ['refund']));
    }
    return steps;
}

// The calls that give what a path names.
function before(demo: Demo, method: Method): Step[] {
    const {path, name} = method;
    const made = (step: string, to: string, gives: readonly string[]): Step =>
        callOf(demo, step, {verb: 'POST', path: to, answer: 'json', gives});
    const steps: Step[] = [];
    if (path.startsWith('/v1/admin/')) {
        const venue = made('CreateVenue', '/v1/admin/venues', ['venue']);
        const layout = made('ImportLayout', '/v1/admin/venues/{venue}/layouts', ['layout']);
        const event = made('CreateEvent', '/v1/admin/events', ['event']);
        if (name !== 'CreateVenue') steps.push(venue);
        if (path.includes('/events')) steps.push(layout);
        if (path.includes('{event}')) steps.push(event);
        const open = made('OpenSale', '/v1/admin/events/{event}:openSale', []);
        const onSale = ['CloseSale', 'CancelEvent', 'MoveEvent', 'GetDisruption'];
        if (onSale.includes(name) || path.includes('{order}')) steps.push(open);
        const cancel = made('CancelEvent', '/v1/admin/events/{event}:cancel', []);
        if (name === 'GetDisruption') steps.push(cancel);
        const code = made('CreateCode', '/v1/admin/events/{event}/codes', ['codeId']);
        if (path.includes('{code_id}')) steps.push(code);
        return path.includes('{order}') ? [...steps, ...sold(demo, method)] : steps;
    }
    const events = '/v1/events/{event}';
    if (/\{(reservation|order)\}/.test(path)) {
        const hold = `${events}/reservations`;
        steps.push(made('CreateReservation', hold, ['reservation', 'holderToken']));
    }
    if (path.includes('{order}')) {
        const checkout = `${events}/reservations/{reservation}:checkout`;
        steps.push(made('CheckoutReservation', checkout, ['order']));
    }
    const givesUp = name === 'ReturnTickets' || name === 'ExchangeTickets';
    if (/\{order\}\/./.test(path) || givesUp) steps.push({does: 'pay'});
    if (path.includes('{ticket}')) {
        const wanted = {verb: 'GET', answer: 'json', gives: ['ticket']} as const;
        const tickets = `${events}/orders/{order}/tickets`;
        steps.push(callOf(demo, 'GetTickets', {...wanted, path: tickets}));
    }
    return steps;
}

export function scriptOf(demo: Demo, method: Method): Script {
    const {verb, path, answer} = method;
    const own = path.startsWith('/v1/admin/');
    return {
        origin: demo.origin,
        event: path.includes('{event}') && !own ? demo.event || 'EVENT' : '',
        before: before(demo, method),
        call: callOf(demo, method.name, {verb, path, answer: answer.kind, gives: []}),
        needsKey: method.scope !== '',
        refused: demo.refused[method.name] ?? '',
    };
}

export function usesPayment(script: Script): boolean {
    return script.before.some((step) => step.does === 'pay');
}

// Whether a script needs request ids, and a caller's key.
export function needsOf(script: Script): {changes: boolean; reserves: boolean} {
    const calls = [...script.before, script.call].flatMap((step) =>
        step.does === 'call' ? [step] : [],
    );
    return {
        changes: calls.some((call) => call.body !== null),
        reserves: calls.some((call) => call.headers.some(([name]) => name === 'X-Caller-Key')),
    };
}

// What a file of this path is called.
export function fileOf(path: string): string {
    const last = path.replace(/\?.*/, '').split('/').pop() ?? '';
    return last.includes(':') ? 'ticket.pkpass' : last;
}

const kWidth = 76;

// JSON as people lay it out: on one line where it fits, else a line for each part.
export function layOut(json: Json, indent = ''): string {
    const line = lineOf(json);
    if (indent.length + line.length <= kWidth || typeof json !== 'object') return line;
    const deeper = `${indent}  `;
    const list = Array.isArray(json);
    const parts = list
        ? json.map((item) => deeper + layOut(item, deeper))
        : Object.entries(json).map(
              ([name, value]) => `${deeper}${JSON.stringify(name)}: ${layOut(value, deeper)}`,
          );
    const [open, close] = list ? '[]' : '{}';
    return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function lineOf(json: Json): string {
    if (typeof json !== 'object') return JSON.stringify(json);
    if (Array.isArray(json)) return `[${json.map(lineOf).join(', ')}]`;
    const parts = Object.entries(json).map(
        ([name, value]) => `${JSON.stringify(name)}: ${lineOf(value)}`,
    );
    return `{${parts.join(', ')}}`;
}
