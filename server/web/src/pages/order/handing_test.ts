// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import type {Ticket} from '../../api/types_sale';
import {areAllHandedOn, handingRulesOf, offersOf, transferLink, withoutReplaced} from './handing';
import {returnable} from './returning';

const kUntil = '2026-04-01T12:00:00Z';

function ticket(id: string, more: Partial<Ticket> = {}): Ticket {
    return {ticket: id, state: 'ACTIVE', seatNo: 1, label: {}, ...more} as Ticket;
}

function idsOf(tickets: readonly Ticket[]): string[] {
    return tickets.map((each) => each.ticket);
}

describe('handing tickets on', () => {
    it('is allowed until its instant and not at it, and never without one', () => {
        const at = Date.parse(kUntil);
        expect(handingRulesOf({transfersUntil: kUntil}, at - 1).state).toBe('open');
        expect(handingRulesOf({transfersUntil: kUntil}, at).state).toBe('over');
        expect(handingRulesOf({returnsUntil: kUntil}, 0).state).toBe('never');
        expect(handingRulesOf(undefined, 0).state).toBe('never');
    });

    it('tells the open offers, each with its tickets', () => {
        const offers = offersOf([
            ticket('a', {offer: 'one'}),
            ticket('b'),
            ticket('c', {offer: 'one'}),
            ticket('d', {offer: 'two'}),
            ticket('e', {offer: 'three', state: 'VOID'}),
        ]);
        expect([...offers.keys()]).toEqual(['one', 'two']);
        expect(idsOf(offers.get('one') ?? [])).toEqual(['a', 'c']);
    });

    it('leaves a buyer nothing to download once others have all that admits', () => {
        const mine = ticket('a');
        const theirs = ticket('b', {transfer: 't'});
        const old = ticket('c', {state: 'VOID'});
        expect(areAllHandedOn([theirs, old])).toBe(true);
        expect(areAllHandedOn([mine, theirs])).toBe(false);
        expect(areAllHandedOn([old])).toBe(false);
        expect(areAllHandedOn([])).toBe(false);
    });

    it('keeps the token out of what a browser sends', () => {
        const made = {event: 'E', order: 'O', transfer: 'T', token: 'secret'};
        const link = new URL(transferLink('https://shop.example', made));
        expect(link.pathname).toBe('/transfers/E/O/T');
        expect(link.hash).toBe('#secret');
    });

    it('shows one ticket for a place that somebody else has now', () => {
        const old = ticket('old', {state: 'VOID'});
        const theirs = ticket('new', {transfer: 'T'});
        const returned = ticket('returned', {state: 'VOID', seatNo: 2});
        expect(idsOf(withoutReplaced([old, theirs, returned]))).toEqual(['new', 'returned']);
    });

    it('counts the places of an area', () => {
        const area = {seatNo: undefined, areaNo: 0};
        const shown = withoutReplaced([
            ticket('handed', {...area, state: 'VOID'}),
            ticket('returned', {...area, state: 'VOID'}),
            ticket('theirs', {...area, transfer: 'T'}),
        ]);
        expect(idsOf(shown)).toEqual(['returned', 'theirs']);
    });

    it('leaves what is handed on, or being exchanged, out of what can be returned', () => {
        const left = returnable([
            ticket('a', {transfer: 'T'}),
            ticket('b', {exchangeOrder: 'O'}),
            ticket('c', {offer: 'T'}),
        ]);
        expect(idsOf(left)).toEqual(['c']);
    });
});
