// SPDX-License-Identifier: Apache-2.0
// The sandbox's page to pay on: what it says at each step, seen and heard, in every language.
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser, Page} from 'playwright-core';
import {newEvent} from './support/admin';
import {launchPlain, newPerson} from './support/browser';
import * as steps from './support/steps';

let browser: Browser;
let event: string;

beforeAll(async () => {
    browser = await launchPlain();
    event = await newEvent('An evening of cards');
});

afterAll(() => browser.close());

async function atPayment(): Promise<Page> {
    const {page} = await newPerson(browser, 'phone');
    await steps.holdBest(page, event);
    await steps.checkOut(page);
    await page.getByRole('button', {name: /^Pay €/}).waitFor();
    return page;
}

// The payment as the sandbox tells it, with words of the shop's own.
async function describe(page: Page, description: string): Promise<void> {
    await page.route(/\/v1\/payment_intents\/\w+\?/, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({response: answer, json: {...(await answer.json()), description}});
    });
    await page.reload();
}

it('says what is paid, to whom, how much and until when', async () => {
    const page = await atPayment();
    expect(await page.title()).toBe('Sandbox payment');
    const order = await page.getByText(/^For Order \w+$/).innerText();
    await describe(page, '<b>Concert</b> & more');
    await page.getByText('<b>Concert</b> & more').waitFor();
    await page.getByText(`Shop ${new URL(process.env.TESSERA_WEB_URL!).hostname}`).waitFor();
    await page.getByText(/^Pay by \d/).waitFor();
    const due = await page.getByRole('status').innerText();
    expect(due).toMatch(/^To pay €\d+\.\d\d$/);
    const key = await page.getByRole('button', {name: /^Pay €/}).innerText();
    expect(key.replace('Pay', '').trim()).toBe(due.replace('To pay', '').trim());
    await page.locator('#back').click();
    await page.getByText('The payment was not finished').waitFor();
    expect(order).toBe(`For Order ${steps.orderOf(page).order}`);
    await page.context().close();
});

it('pays no sum that it has not shown, and asks again for it', async () => {
    const page = await atPayment();
    // While it asks for the sum, a click is none.
    const pay = page.locator('#pay:not([aria-disabled=true])');
    const confirms: string[] = [];
    page.on('request', (request) => {
        if (request.url().endsWith('/confirm')) confirms.push(request.url());
    });
    for (const refuse of [
        {status: 429, json: {error: {type: 'rate_limit_error', message: 'Slow down.'}}},
        {status: 503, json: {error: {type: 'api_error', message: 'Away.'}}},
    ]) {
        await page.route(/\/v1\/payment_intents\/\w+\?/, (route) => route.fulfill(refuse));
        await page.reload();
        await page.getByRole('alert').getByText(/\S/).waitFor();
        await steps.chooseCard(page, '4242');
        // Refused before the way is free again: what gets through would show the sum.
        const refused = page.waitForResponse((answer) => answer.status() === refuse.status);
        await pay.click();
        await refused;
        await page.unrouteAll({behavior: 'wait'});
    }
    await pay.click();
    await page.getByRole('button', {name: /^Pay €/}).waitFor();
    expect(confirms).toEqual([]);
    await steps.pay(page, '4242');
    await steps.seePaid(page, 2);
    expect(confirms).toHaveLength(1);
    await page.context().close();
});

it('marks a declined card and takes it out of the choice', async () => {
    const page = await atPayment();
    await steps.pay(page, '0002');
    await page.getByRole('alert').getByText('The card was declined.').waitFor();
    const declined = page.getByRole('radio', {name: /Declined just now.*0002$/});
    expect(await declined.isChecked()).toBe(false);
    expect(await page.title()).toMatch(/^The card was declined/);
    await page.getByRole('button', {name: /^Pay €/}).click();
    await page.getByRole('alert').getByText('Choose a card first.').waitFor();
    await page.context().close();
});

it('shows a fault beside the bank’s question, and the question alone', async () => {
    const page = await atPayment();
    await steps.pay(page, '3220');
    await steps.heading(page, 'is it you?').waitFor();
    expect(await page.title()).toBe('Your bank asks: is it you?');
    await page.getByText(/asks for €\d+\.\d\d from your card ending in 3220\.$/).waitFor();
    expect(await page.getByText('Choose a test card').isVisible()).toBe(false);
    expect(await page.getByRole('heading').count()).toBe(1);
    await page.route(/complete_action$/, (route) => route.abort());
    await page.getByRole('button', {name: 'Yes, it is me'}).click();
    await page.getByRole('alert').getByText('No answer. Try again.').waitFor();
    expect(await steps.heading(page, 'is it you?').isVisible()).toBe(true);
    await page.unroute(/complete_action$/);
    await steps.approve(page);
    await steps.seePaid(page, 2);
    await page.context().close();
});

// What is cut off, empty or on the wrong side.
async function faultsOfPage(page: Page): Promise<string[]> {
    return page.evaluate(() => {
        const wide = document.documentElement.scrollWidth - innerWidth;
        const empty = [...document.querySelectorAll<HTMLElement>('[data-word]')]
            .filter((each) => each.textContent === '')
            .map((each) => `${each.id || each.className} is empty`);
        return wide > 0 ? [...empty, `${wide} px too wide`] : empty;
    });
}

it('speaks five languages on the narrowest telephone', async () => {
    const page = await atPayment();
    await page.setViewportSize({width: 320, height: 640});
    const address = page.url();
    const titles = new Set<string>();
    for (const lang of ['en', 'de', 'fr', 'es', 'ar']) {
        await page.goto('about:blank');
        await page.goto(address.replace(/lang=[^&]*/, `lang=${lang}`));
        await page.locator('#pay').filter({hasText: '€'}).waitFor();
        expect(await faultsOfPage(page), lang).toEqual([]);
        const [dir, told] = await page.evaluate(() => {
            const {dir, lang} = document.documentElement;
            return [dir, lang];
        });
        expect([dir, told]).toEqual([lang === 'ar' ? 'rtl' : 'ltr', lang]);
        expect(await page.getByRole('radio').first().isEnabled()).toBe(true);
        await page.getByRole('radio', {name: /4242$/}).waitFor();
        titles.add(await page.title());
    }
    expect(titles.size).toBe(5);
    await page.context().close();
});
