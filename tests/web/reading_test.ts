// SPDX-License-Identifier: Apache-2.0
// What a second reader of the pictures stumbled over, each once (docs/storefront/faults.md).
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser, Page} from 'playwright-core';
import {newEvent} from './support/admin';
import {launchPlain, newPerson} from './support/browser';
import {getJson} from './support/house';
import * as steps from './support/steps';
import {textOf} from './support/ticket_paper';

let browser: Browser;
let event: string;

beforeAll(async () => {
    browser = await launchPlain();
    event = await newEvent('An evening to read');
});

afterAll(async () => {
    await browser.close();
});

// The times that head and panel show, at every change for this long.
function timesShown(page: Page, ms: number): Promise<string[]> {
    return page.evaluate(
        (during) =>
            new Promise<string[]>((resolve) => {
                const seen: string[] = [];
                const look = () => {
                    const head = document.querySelector('header .cart-time')?.textContent;
                    const panel = document.querySelector('main [role=timer]')?.textContent;
                    seen.push(`${head} ${panel}`);
                };
                const watch = new MutationObserver(() => requestAnimationFrame(look));
                watch.observe(document.body, {subtree: true, characterData: true, childList: true});
                setTimeout(() => resolve(seen), during);
            }),
        ms,
    );
}

it('shows one time in head and panel', async () => {
    const {page, context} = await newPerson(browser, 'desktop');
    await steps.holdBest(page, event);
    await steps.toCheckout(page);
    const times = await timesShown(page, 3500);
    expect(times.length).toBeGreaterThan(2);
    for (const time of times) {
        const [head, panel] = time.split(' ');
        expect(head).toMatch(/^\d:\d\d$/);
        expect(panel).toBe(head);
    }
    await context.close();
});

// Whoever is quick has the focus in the field as soon as there is one.
async function focusAtOnce(page: Page, id: string): Promise<void> {
    await page.evaluate((wanted) => {
        const watch = new MutationObserver(() => {
            const field = document.getElementById(wanted);
            if (!field) return;
            watch.disconnect();
            field.focus();
        });
        watch.observe(document.body, {subtree: true, childList: true});
    }, id);
}

it('takes the focus from no field that somebody began to fill', async () => {
    const {page, context} = await newPerson(browser, 'desktop');
    await steps.holdBest(page, event);
    await focusAtOnce(page, 'buyer-name');
    await steps.toCheckout(page);
    await expect.poll(() => page.title()).toBe('Checkout · Tessera');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('buyer-name');
    await page.keyboard.type(steps.buyer.name);
    expect(await page.getByLabel('Name').inputValue()).toBe(steps.buyer.name);
    await context.close();
});

it('brings what was found into view on a telephone, and calls it so', async () => {
    const {page, context} = await newPerson(browser, 'phone');
    await steps.findArena(page);
    await steps.heading(page, /^Results/).waitFor();
    const seen = page.getByRole('link', {name: /The Tidal Lights/}).getByText(/^from €/);
    await expect
        .poll(async () => {
            const box = await seen.boundingBox();
            return box !== null && box.y > 0 && box.y + box.height < 844;
        })
        .toBe(true);
    await context.close();
});

it('keeps what was typed while the terms are read', async () => {
    const {page, context} = await newPerson(browser, 'phone');
    await steps.holdBest(page, event);
    await steps.toCheckout(page);
    await steps.fillBuyer(page);
    const opening = context.waitForEvent('page');
    await page.locator('form.buyer').getByRole('link', {name: 'Help and terms'}).click();
    const terms = steps.heading(await opening, 'Terms').last();
    await terms.waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe(steps.buyer.name);
    await context.close();
});

it('shows what the organiser wants accepted, on the event’s page and from the checkout', async () => {
    const {page, context} = await newPerson(browser, 'phone');
    const plain = await newEvent('An evening without terms', {terms: ''});
    await page.goto(`/events/${plain}`);
    await steps.heading(page, 'Prices').waitFor();
    expect(await steps.heading(page, 'The organiser’s terms').count()).toBe(0);
    const own = 'No bags.\nNo umbrellas, whatever the weather.';
    const event = await newEvent('An evening with terms', {terms: own});
    await steps.holdBest(page, event);
    await steps.toCheckout(page);
    const opening = context.waitForEvent('page');
    await page.locator('form.buyer').getByRole('link', {name: 'The organiser’s terms'}).click();
    const read = (await opening).getByText(own);
    await expect
        .poll(async () => {
            const box = await read.boundingBox();
            return box !== null && box.y > 0 && box.y + box.height < 844;
        })
        .toBe(true);
    await context.close();
});

it('writes a British buyer’s ticket by British rules', async () => {
    const {page, context} = await newPerson(browser, 'desktop');
    await steps.holdBest(page, event);
    await steps.checkOut(page);
    await steps.pay(page);
    await steps.seePaid(page, 2);
    const pdf = await (await steps.downloadPdf(page)).path();
    const {config} = await getJson<{config: {startsAt: string}}>(`/v1/events/${event}`);
    const starts = new Date(config.startsAt);
    const show = (as: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat('en-GB', {...as, timeZone: 'Europe/Berlin'}).format(starts);
    const date = show({dateStyle: 'long'});
    expect(textOf(pdf)).toContain(`${date} at ${show({timeStyle: 'short'})}`);
    await context.close();
});
