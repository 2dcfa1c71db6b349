// SPDX-License-Identifier: Apache-2.0
// Going to the provider's page and coming back.
//
// The provider learns the client secret, in a fragment, and where to send the person afterwards;
// never the holder's token: this browser has kept it.
import {signal} from '@preact/signals';
import type {Payment} from '../api/types_sale';

// The order that was just checked out here: its payment page opens by itself, once.
export const payAtOnce = signal('');

export type Returned = '' | 'succeeded' | 'failed' | 'canceled';

export interface Asked {
    returnUrl: string;
    language: string;
    // The page says it; empty or left out where there is none.
    payDeadline?: string;
}

export function paymentPage(payment: Payment, asked: Asked): string | null {
    if (!payment.pageUrl || !payment.clientSecret) return null;
    let page: URL;
    try {
        page = new URL(payment.pageUrl, asked.returnUrl);
    } catch {
        return null;
    }
    if (page.protocol !== 'https:' && page.protocol !== 'http:') return null;
    const told: Record<string, string> = {
        client_secret: payment.clientSecret,
        return_url: asked.returnUrl,
        lang: asked.language,
    };
    if (asked.payDeadline) told.pay_until = asked.payDeadline;
    const pair = ([name, value]: [string, string]) => `${name}=${encodeURIComponent(value)}`;
    page.hash = Object.entries(told).map(pair).join('&');
    return page.href;
}

// What the provider's page wrote into the address on the way back.
export function returnedOf(search: string): Returned {
    const status = new URLSearchParams(search).get('redirect_status');
    return status === 'succeeded' || status === 'failed' || status === 'canceled' ? status : '';
}
