// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import type {Payment} from '../api/types_sale';
import {paymentPage} from './paying';

const kBack = 'https://shop.example/orders/E/O';

function payment(pageUrl: string): Payment {
    return {
        payment: 'P',
        provider: 'stripe',
        state: 'PAYABLE',
        amount: {currencyCode: 'EUR', minorUnits: '100'},
        clientSecret: 'a&b',
        pageUrl,
    };
}

describe('paymentPage', () => {
    it('says all it has to say in the fragment, which no server sees', () => {
        const asked = {returnUrl: kBack, language: 'ar', payDeadline: '2027-02-26T18:10:00Z'};
        const page = new URL(paymentPage(payment('https://pay.example/p?x=1'), asked) ?? '');
        expect(page.origin + page.pathname + page.search).toBe('https://pay.example/p?x=1');
        const told = new URLSearchParams(page.hash.slice(1));
        expect(Object.fromEntries(told)).toEqual({
            client_secret: 'a&b',
            return_url: kBack,
            lang: 'ar',
            pay_until: '2027-02-26T18:10:00Z',
        });
    });

    it('goes to pages of the web only', () => {
        expect(paymentPage(payment('javascript:alert(1)'), {returnUrl: kBack, language: 'en'})).toBeNull();
        expect(paymentPage(payment(''), {returnUrl: kBack, language: 'en'})).toBeNull();
    });
});
