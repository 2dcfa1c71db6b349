// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import {curlOf} from './curl';
import {fetchOf} from './fetch';
import type {Method} from './openapi';
import {layOut, scriptOf, usesPayment, type Demo} from './script';

const kDemo: Demo = {
    origin: 'http://127.0.0.1:8080',
    event: '0RS27XPPYYN5P',
    selection: {bestAvailable: {quantities: [{ticketTypeNo: 0, quantity: 1}]}},
    startsAt: '2027-11-28T19:00:00Z',
    refused: {GetGoogleWalletLink: 'WALLET_NOT_OFFERED'},
};

function method(name: string, verb: string, path: string, more: Partial<Method> = {}): Method {
    return {
        service: 'S',
        name,
        verb,
        path,
        told: {text: '', reasons: []},
        parameters: [],
        body: null,
        answer: {kind: 'json', schema: {}, text: ''},
        scope: '',
        ...more,
    };
}

const kOrder = '/v1/events/{event}/orders/{order}';
const getEvent = method('GetEvent', 'GET', '/v1/events/{event}');
const tickets = method('ListTickets', 'GET', `${kOrder}/tickets`);

describe('scriptOf', () => {
    const names = (of: Method) =>
        scriptOf(kDemo, of).before.map((step) => (step.does === 'pay' ? 'pay' : step.path));

    it('does first what the path needs', () => {
        expect(names(getEvent)).toEqual([]);
        expect(names(method('GetOrder', 'GET', kOrder))).toEqual([
            '/v1/events/{event}/reservations',
            '/v1/events/{event}/reservations/{reservation}:checkout',
        ]);
        expect(names(method('WatchOrder', 'GET', `${kOrder}:watch`))).toHaveLength(2);
        expect(names(tickets)[2]).toBe('pay');
        const pass = method('GetApplePass', 'GET', `${kOrder}/tickets/{ticket}:applePass`);
        expect(names(pass)).toEqual([...names(tickets), `${kOrder}/tickets`]);
        expect(usesPayment(scriptOf(kDemo, pass))).toBe(true);
    });

    it('makes an event of its own for what organisers do, and never touches another', () => {
        const close = method('CloseSale', 'POST', '/v1/admin/events/{event}:closeSale');
        expect(names(close)).toEqual([
            '/v1/admin/venues',
            '/v1/admin/venues/{venue}/layouts',
            '/v1/admin/events',
            '/v1/admin/events/{event}:openSale',
        ]);
        expect(scriptOf(kDemo, close).event).toBe('');
        expect(JSON.stringify(scriptOf(kDemo, close))).not.toContain(kDemo.event);
    });

    it('names what this server refuses, and a word where there is no event', () => {
        const path = `${kOrder}/tickets/{ticket}:googleWallet`;
        const google = method('GetGoogleWalletLink', 'GET', path);
        expect(scriptOf(kDemo, google).refused).toBe('WALLET_NOT_OFFERED');
        expect(scriptOf({...kDemo, event: ''}, getEvent).event).toBe('EVENT');
    });
});

describe('curlOf', () => {
    it('prints a reading call as one', () => {
        const {before, call} = curlOf(scriptOf(kDemo, getEvent));
        expect(before).toBe('api=http://127.0.0.1:8080\nevent=0RS27XPPYYN5P');
        expect(call).toBe('curl -sS --fail-with-body "$api/v1/events/$event"');
    });

    it('prints a change with a new id of version 7 in a document that bash fills in', () => {
        const reserve = method('CreateReservation', 'POST', '/v1/events/{event}/reservations');
        const {before, call} = curlOf(scriptOf(kDemo, reserve));
        expect(before).toContain('uuid() {');
        expect(before).toContain('caller=$(');
        expect(call.split('\n')).toEqual([
            'curl -sS --fail-with-body "$api/v1/events/$event/reservations" \\',
            '    -H "X-Caller-Key: $caller" \\',
            "    -H 'Content-Type: application/json' --data @- <<JSON",
            '{',
            '  "requestId": "$(uuid)",',
            '  "bestAvailable": {"quantities": [{"ticketTypeNo": 0, "quantity": 1}]}',
            '}',
            'JSON',
        ]);
    });

    it('ends a stream by itself and takes that for success', () => {
        const watch = method('WatchSeatMap', 'GET', '/v1/events/{event}/seatmap:watch', {
            answer: {kind: 'stream', schema: {}, text: ''},
        });
        expect(curlOf(scriptOf(kDemo, watch)).call).toBe(
            'curl -sN --max-time 3 --fail-with-body "$api/v1/events/$event/seatmap:watch"' +
                ' || [ $? -eq 28 ]',
        );
    });

    it('keeps a file by the name that its path ends with', () => {
        const file = {kind: 'file', schema: {}, text: ''} as const;
        const pdf = method('GetTicketsPdf', 'GET', `${kOrder}/tickets.pdf`, {answer: file});
        expect(curlOf(scriptOf(kDemo, pdf)).call).toMatch(/\n {4}-o tickets\.pdf$/);
        const report = '/v1/admin/events/{event}/report.csv';
        const csv = method('GetDayReport', 'GET', report, {answer: file});
        expect(curlOf(scriptOf(kDemo, csv)).call).toMatch(/\n {4}-o report\.csv$/);
    });

    it('takes an API key from the environment only where one is needed', () => {
        const venue = method('CreateVenue', 'POST', '/v1/admin/venues', {scope: 'admin:venues'});
        expect(curlOf(scriptOf(kDemo, venue)).before).toContain('${TESSERA_API_KEY:?');
        expect(curlOf(scriptOf(kDemo, tickets)).before).not.toContain('TESSERA_API_KEY');
    });
});

describe('fetchOf', () => {
    it('prints variables as JavaScript has them', () => {
        const cancel = method(
            'CancelReservation',
            'POST',
            '/v1/events/{event}/reservations/{reservation}:cancel',
        );
        const {before, call} = fetchOf(scriptOf(kDemo, cancel));
        expect(before).toContain('const {reservation, holderToken} = await (await call(');
        expect(call).toContain('`/v1/events/${event}/reservations/${reservation}:cancel`');
        expect(call).toContain("{'X-Holder-Token': holderToken}");
        expect(call).toContain('"requestId": uuid()');
    });
});

describe('layOut', () => {
    it('breaks what is too long for a line, and only that', () => {
        const long = 'x'.repeat(60);
        expect(layOut({a: [1, 2], b: long})).toBe(
            `{\n  "a": [1, 2],\n  "b": "${long}"\n}`,
        );
        expect(layOut({a: 1})).toBe('{"a": 1}');
    });
});
