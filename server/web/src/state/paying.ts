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

export function paymentPage(
    payment: Payment,
    returnUrl: string,
    language: string,
): string | null {
    if (!payment.pageUrl || !payment.clientSecret) return null;
    let page: URL;
    try {
        page = new URL(payment.pageUrl, returnUrl);
    } catch {
        return null;
    }
    if (page.protocol !== 'https:' && page.protocol !== 'http:') return null;
    const secret = encodeURIComponent(payment.clientSecret);
    const back = encodeURIComponent(returnUrl);
    page.hash = `client_secret=${secret}&return_url=${back}&lang=${encodeURIComponent(language)}`;
    return page.href;
}

// What the provider's page wrote into the address on the way back.
export function returnedOf(search: string): Returned {
    const status = new URLSearchParams(search).get('redirect_status');
    return status === 'succeeded' || status === 'failed' || status === 'canceled' ? status : '';
}
