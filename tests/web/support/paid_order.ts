// SPDX-License-Identifier: Apache-2.0
// An order of two tickets that is paid, and what the API says of it now.
import type {Page} from 'playwright-core';
import {url} from './stack';
import * as steps from './steps';

export interface OrderAnswer {
    refunds?: {state: string; amount: {minorUnits: string}; retained?: {minorUnits?: string}}[];
    total: {minorUnits: string};
    ticketCount?: number;
    moveAccepted?: boolean;
}

export async function buyTwo(page: Page, event: string): Promise<void> {
    await steps.holdBest(page, event);
    await steps.checkOut(page);
    await steps.pay(page);
    await steps.seePaid(page, 2);
}

// Of the order whose page is open.
export async function orderNow(page: Page): Promise<OrderAnswer> {
    const {event, order, token} = steps.orderOf(page);
    const response = await fetch(`${url}/v1/events/${event}/orders/${order}`, {
        headers: {'X-Holder-Token': token},
    });
    return (await response.json()) as OrderAnswer;
}

// As an English page shows it.
export function euros(minorUnits = '0'): string {
    return `€${(Number(minorUnits) / 100).toFixed(2)}`;
}
