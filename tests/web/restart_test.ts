// SPDX-License-Identifier: Apache-2.0
// The server dies while somebody buys, as a person sees it. Alone on its stack: nobody else's page
// would understand.
import {readFileSync, writeFileSync} from 'node:fs';
import {afterAll, afterEach, beforeAll, expect, it} from 'vitest';
import type {Browser} from 'playwright-core';
import {newEvent} from './support/admin';
import {alsoOnOther, launch, newPerson, type Person} from './support/browser';
import {ensureServer, killServer, startServer, stateFile} from './support/stack';
import {sight} from './support/sights';
import * as steps from './support/steps';

let browser: Browser;
let event: string;

beforeAll(async () => {
    browser = await launch();
    event = await newEvent('An evening of restarts');
});

afterEach(ensureServer);

afterAll(() => browser.close());

async function askWhileAway(person: Person): Promise<void> {
    const {page} = person;
    await page.getByRole('button', {name: /^Continue to pay/}).click();
    await page.getByText('Still at it. Your places are safe…').waitFor();
    await sight(person, '28-server-away');
}

it('finishes a checkout over a restart of the server', async () => {
    const person = await newPerson(browser, 'phone');
    const {page, context, faults} = person;
    await steps.holdBest(page, event);
    await steps.toCheckout(page);
    const desk = await alsoOnOther(browser, person);
    for (const {page: one} of [person, desk]) await steps.fillBuyer(one);
    await killServer();
    await askWhileAway(desk);
    // It asks no more when the server is back.
    await desk.context.close();
    await askWhileAway(person);
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

// The server as an organiser has it who has no certificate.
async function withoutWallets(look: () => Promise<void>): Promise<void> {
    const file = stateFile('server.json');
    const before = readFileSync(file, 'utf8');
    const {wallets, ...rest} = JSON.parse(before) as Record<string, unknown>;
    expect(wallets).toBeDefined();
    await killServer();
    try {
        writeFileSync(file, JSON.stringify(rest));
        await startServer();
        await look();
    } finally {
        writeFileSync(file, before);
        await killServer();
        await startServer();
    }
}

it('offers no pass without a certificate, and says so to who still asks for one', async () => {
    const {page, context} = await newPerson(browser, 'phone');
    await steps.holdBest(page, event);
    await steps.checkOut(page);
    await steps.pay(page);
    await steps.seePaid(page, 2);
    const pass = page.getByRole('button', {name: 'Apple Wallet'});
    await expect.poll(() => pass.count()).toBe(2);
    await withoutWallets(async () => {
        // A page that was opened before still has the key.
        await pass.first().click();
        const words = 'This is not offered here. The PDF and the code on this page admit';
        await page.getByRole('alert').filter({hasText: words}).waitFor();
        await Promise.all([
            page.waitForResponse((response) => response.url().endsWith('/v1/wallets')),
            page.reload(),
        ]);
        await steps.seePaid(page, 2);
        expect(await page.getByRole('button', {name: /Wallet/}).count()).toBe(0);
        expect((await steps.downloadPdf(page)).suggestedFilename()).toMatch(/\.pdf$/);
    });
    await page.reload();
    await expect.poll(() => pass.count()).toBe(2);
    await context.close();
});
