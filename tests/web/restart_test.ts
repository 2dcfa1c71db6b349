// SPDX-License-Identifier: Apache-2.0
// The server dies while somebody buys, as a person sees it. Alone on its stack: nobody else's page
// would understand.
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser} from 'playwright-core';
import {newEvent} from './support/admin';
import {launch, newPerson} from './support/browser';
import {killServer, startServer} from './support/stack';
import {sight} from './support/sights';
import * as steps from './support/steps';

let browser: Browser;
let event: string;

beforeAll(async () => {
    browser = await launch();
    event = await newEvent('An evening of restarts');
});

afterAll(() => browser.close());

it('finishes a checkout over a restart of the server', async () => {
    const {page, context, faults} = await newPerson(browser, 'phone');
    await steps.holdBest(page, event);
    await steps.toCheckout(page);
    await steps.fillBuyer(page);
    await killServer();
    await page.getByRole('button', {name: /^Continue to pay/}).click();
    await page.getByText('Still at it. Your places are safe…').waitFor();
    await sight({page, device: 'phone'}, '28-server-away');
    await startServer();
    await steps.heading(page, 'Sandbox payment').waitFor();
    await steps.pay(page, '4242');
    await steps.seePaid(page, 2);
    expect(faults.seen).toEqual([]);
    await context.close();
});

it('follows an order over a restart of the server', async () => {
    const {page, context} = await newPerson(browser, 'desktop');
    await steps.holdBest(page, event);
    await steps.checkOut(page);
    const order = await context.newPage();
    await order.goto('/cart');
    await order.getByRole('link', {name: 'Go to the order'}).click();
    await order.getByText('Ready to be paid').waitFor();
    await killServer();
    await steps.pay(page, '4242');
    await startServer();
    await steps.seePaid(order, 2);
    await context.close();
});
