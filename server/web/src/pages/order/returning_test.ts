// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import type {Order, Refund, Ticket} from '../../api/types_sale';
import {refundLines, refundsMove, returnable, rulesOf, sumsOf, wantedOf} from './returning';

function ticket(minorUnits: string, state: Ticket['state'] = 'ACTIVE'): Ticket {
    return {ticket: minorUnits, label: {}, state, price: {currencyCode: 'EUR', minorUnits}};
}

function order(...refunds: Partial<Refund>[]): Order {
    return {
        refunds: refunds.map((refund, index) => ({
            refund: String(index),
            group: 'a',
            state: 'PENDING',
            reason: 'RETURNED',
            amount: {currencyCode: 'EUR', minorUnits: '100'},
            ...refund,
        })),
    } as Order;
}

// What another took meanwhile was asked for again and again.
it('asks for the chosen tickets that are listed still', () => {
    const [a, b] = [ticket('1'), ticket('2')];
    expect(wantedOf([a, b], new Set(['1', '3']))).toEqual([a]);
    expect(wantedOf([b], new Set(['1']))).toEqual([]);
});

describe('the rules of returning', () => {
    it('allow it before their instant and not at it', () => {
        const rules = {returnsUntil: '2026-05-04T12:00:00Z', returnFeePpm: 100_000};
        const noon = Date.parse('2026-05-04T12:00:00Z');
        expect(rulesOf(rules, noon - 1).state).toBe('open');
        expect(rulesOf(rules, noon).state).toBe('over');
        expect(rulesOf(rules, noon - 1).feePpm).toBe(100_000);
    });

    it('allow nothing where the organiser has none', () => {
        expect(rulesOf(undefined, 0).state).toBe('never');
        expect(rulesOf({returnFeePpm: 5}, 0).state).toBe('never');
    });
});

describe('what comes back', () => {
    it('is the price less the part of each ticket, rounded half away from zero', () => {
        const sums = sumsOf([ticket('4505'), ticket('4505')], 100_000, 'EUR');
        expect(sums.price.minorUnits).toBe('9010');
        expect(sums.kept.minorUnits).toBe('902'); // Twice 450.5 is 451, not once 901.
        expect(sums.back.minorUnits).toBe('8108');
    });

    it('is all or nothing at the ends of the scale', () => {
        expect(sumsOf([ticket('4505')], 0, 'EUR').back.minorUnits).toBe('4505');
        expect(sumsOf([ticket('4505')], 1_000_000, 'EUR').back.minorUnits).toBe('0');
        expect(sumsOf([], 100_000, 'EUR').back.minorUnits).toBe('0');
    });

    it('is exact for amounts that no double holds', () => {
        const sums = sumsOf([ticket('9007199254740993')], 500_000, 'EUR');
        expect(sums.kept.minorUnits).toBe('4503599627370497');
    });

    it('is of tickets that admit', () => {
        const left = returnable([ticket('1', 'VOID'), ticket('2'), ticket('3', 'INACTIVE')]);
        expect(left.map(({ticket: id}) => id)).toEqual(['2']);
    });
});

describe('refunds', () => {
    it('are a line for each call and how far it has come', () => {
        const lines = refundLines(
            order({}, {state: 'QUEUED'}, {state: 'SUCCEEDED'}, {group: 'b', state: 'MANUAL'}),
        );
        expect(lines.map(({amount, text}) => [amount.minorUnits, text])).toEqual([
            ['200', 'refunds.way'],
            ['100', 'refunds.back'],
            ['100', 'refunds.staff'],
        ]);
    });

    it('of nothing are no line', () => {
        const nothing = {currencyCode: 'EUR', minorUnits: '0'};
        expect(refundLines(order({amount: nothing}))).toEqual([]);
        expect(refundLines({} as Order)).toEqual([]);
    });

    it('move until the money is back or staff has them', () => {
        expect(refundsMove(order({}))).toBe(true);
        expect(refundsMove(order({state: 'SUCCEEDED'}, {state: 'MANUAL'}))).toBe(false);
        expect(refundsMove({} as Order)).toBe(false);
    });
});
