// SPDX-License-Identifier: Apache-2.0
import {beforeEach, describe, expect, it} from 'vitest';
import type {CartItem, PendingHold} from './cart';
import * as kept from './cart';
import {readText, writeJson, writeText} from './storage';

const facts = {
    event: 'E1',
    name: 'Lights',
    venueName: 'Arena',
    city: 'Hamburg',
    timeZone: 'Europe/Berlin',
    startsAt: '2027-02-23T18:00:00Z',
};

function item(reservation: string): CartItem {
    const zero = {currencyCode: 'EUR', minorUnits: '0'};
    const price = {total: zero, net: zero, fees: zero, taxes: zero, discount: zero, lines: []};
    return {
        facts,
        token: 'secret',
        typeNames: [],
        categoryNames: [],
        reservation: {
            reservation,
            event: 'E1',
            state: 'HELD',
            serverTime: '2027-01-01T00:00:00Z',
            price,
            holderToken: 'secret',
        },
    };
}

beforeEach(() => {
    for (const held of kept.cart.value) kept.dropFromCart(held.reservation.reservation);
    kept.setPending(null);
});

describe('the cart', () => {
    it('keeps a hold once, however often it is answered', () => {
        kept.putInCart(item('R1'));
        kept.putInCart(item('R1'));
        kept.putInCart(item('R2'));
        expect(kept.cart.value.map((held) => held.reservation.reservation)).toEqual(['R1', 'R2']);
        expect(kept.inCart('R1')?.token).toBe('secret');
    });

    it('takes newer answers of what it has, and no others', () => {
        kept.putInCart(item('R1'));
        kept.updateInCart({...item('R1').reservation, state: 'RELEASED'});
        kept.updateInCart(item('R9').reservation);
        expect(kept.cart.value.map((held) => held.reservation.state)).toEqual(['RELEASED']);
    });

    it('begins each change with what another tab may have stored', () => {
        kept.putInCart(item('R1'));
        writeJson('tessera.cart.1', [item('R1'), item('R2')]);
        kept.putInCart(item('R3'));
        expect(kept.cart.value).toHaveLength(3);
    });

    it('forgets what cannot be read', () => {
        writeText('tessera.cart.1', '[{"token":1},null,{"x":');
        kept.putInCart(item('R1'));
        writeJson('tessera.cart.1', [null, 7, item('R1')]);
        kept.putInCart(item('R2'));
        expect(kept.cart.value).toHaveLength(2);
        expect(readText('tessera.cart.1')).not.toContain('null');
    });

    it('asks again for a hold whose answer nobody saw, for as long as it may stand', () => {
        const pending: PendingHold = {
            facts,
            selection: {},
            code: '',
            requestId: 'id',
            askedAt: 1_000,
            holdMs: 480_000,
        };
        kept.setPending(pending);
        expect(kept.pendingHold(480_000)?.requestId).toBe('id');
        expect(kept.pendingHold(481_000)).toBeNull();
        kept.setPending(null);
        expect(kept.pendingHold(2_000)).toBeNull();
    });
});
