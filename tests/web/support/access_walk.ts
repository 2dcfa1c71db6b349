// SPDX-License-Identifier: Apache-2.0
// axe-core on every page and state, in both themes: the second differs by its colours alone.
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser, Page} from 'playwright-core';
import {paleIn, violationsOf} from './access';
import {rareEvents, walkHandingOn, walkOffline, walkOver, walkRare} from './access_states';
import type {Check, RareEvents} from './access_states';
import {newEvent} from './admin';
import {launchPlain, newPerson, type Device} from './browser';
import {tellFigures} from './stack';

// Names differ by language, so a walk goes by what elements are for.
async function walk(page: Page, event: string, check: Check): Promise<void> {
    const first = (within: string) => page.locator(`${within} .button-first`).first();
    await page.goto('/');
    await page.locator('.card').first().waitFor();
    await check('shop');
    await page.goto('/?q=nothing-at-all');
    await page.locator('.empty').waitFor();
    await check('nothing found');
    await page.goto('/help');
    await page.locator('h1').waitFor();
    await check('help');
    await page.goto('/no/such/page');
    await page.locator('h1').waitFor();
    await check('no such page');
    await page.goto('/cart');
    await page.locator('.empty').waitFor();
    await check('empty cart');
    await page.goto(`/events/${event}`);
    await page.getByRole('application').waitFor();
    await page.locator('.more-wishes summary').click();
    await check('event');
    await page.locator('.map-head .chip').first().click();
    await page.getByRole('treeitem').nth(1).click();
    await page.getByRole('treeitem').nth(3).click();
    await page.locator('[role=treeitem][aria-level="3"]:not([aria-disabled])').first().click();
    await page.locator('.chosen-seat').waitFor();
    await check('event with its list and a seat chosen');
    await page.locator('.area-row button').first().click();
    await page.getByRole('dialog').waitFor();
    await check('standing places');
    await page.keyboard.press('Escape');
    await page.locator('.choice .choice-go .button-first').click();
    await page.locator('.held').waitFor();
    await check('cart');
    await first('.held').click();
    await page.locator('form.buyer').waitFor();
    await page.locator('form.buyer [type=submit]').click();
    await page.locator('.field-fault').first().waitFor();
    await check('checkout with faults');
    await page.locator('#buyer-name').fill('Ada Lovelace');
    await page.locator('#buyer-email').fill('ada@example.org');
    await page.locator('form.buyer [type=submit]').click();
    const link = await pay(page, check);
    await page.goto('/cart');
    await page.locator('.kept').waitFor();
    await check('cart with an order');
    await walkOver(page, link, check);
}

async function pay(page: Page, check: Check): Promise<string> {
    await page.locator('#sum').filter({hasText: /\d/}).waitFor();
    await check('payment');
    await page.locator('#back').click();
    await page.locator('.status .button-first').waitFor();
    await check('order to be paid');
    const order = page.url();
    await page.goto('about:blank');
    await page.goto(order.replace('#', '?redirect_status=failed#'));
    await page.locator('.status .notice-bad').waitFor();
    await check('payment declined');
    await page.locator('.cancel button').click();
    await page.locator('.cancel [role=group]').waitFor();
    await check('order asked to be cancelled');
    await page.locator('.status .button-first').click();
    await page.locator('#sum').filter({hasText: /\d/}).waitFor();
    await page.getByRole('radio').nth(2).check();
    await page.locator('#pay').click();
    await page.locator('.was').waitFor();
    await check('card declined');
    await page.getByRole('radio').nth(1).check();
    await page.locator('#pay').click();
    await page.locator('#bank').waitFor();
    await check('bank');
    await page.locator('#approve').click();
    await page.locator('.ticket img').first().waitFor();
    await check('order paid');
    const link = await walkHandingOn(page, check);
    await page.goto('about:blank');
    await page.goto(order.replace(/#.*/, '#somebody-elses'));
    await page.locator('.empty').waitFor();
    await check('foreign order');
    return link;
}

// Both themes of the page as it is; a page counts once in each.
async function violationsInBoth(page: Page): Promise<string[]> {
    const light = await violationsOf(page);
    const dark = await paleIn(page, 'dark');
    await page.emulateMedia({colorScheme: 'light'});
    return [...light, ...dark.map((violation) => `in dark colours: ${violation}`)];
}

// A test for each language, and their figures.
export function findsNothingToBlame(device: Device, languages: readonly string[]): void {
    let browser: Browser;
    let rare: RareEvents;
    let pages = 0;
    const found: string[] = [];

    beforeAll(async () => {
        browser = await launchPlain();
        const transfersUntil = new Date(Date.now() + 3_600_000);
        const event = await newEvent(`An evening for all, on a ${device}`, {transfersUntil});
        rare = await rareEvents(event);
    });

    afterAll(async () => {
        await browser.close();
        tellFigures(`access_${device}`, {axe_violations: found.length, pages_checked: pages});
    });

    it.each(languages)(`finds nothing to blame in %s, ${device}`, async (locale) => {
        const {page, context, faults} = await newPerson(browser, device, {
            locale,
            colorScheme: 'light',
            // axe reads the page, not the drawing: fewer pixels, less to paint.
            deviceScaleFactor: 1,
            reducedMotion: 'reduce',
        });
        const seen: string[] = [];
        const check = async (state: string) => {
            pages += 2;
            const here = await violationsInBoth(page);
            const told = here.map((violation) => `${state}: ${violation}`);
            seen.push(...told);
            found.push(...told);
        };
        await walk(page, rare.ordinary, check);
        await walkRare(page, rare, check);
        await walkOffline(page, check);
        expect(seen).toEqual([]);
        expect(faults.seen).toEqual([]);
        await context.close();
    });
}
