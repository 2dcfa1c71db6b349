// SPDX-License-Identifier: Apache-2.0
// An event that its buyers have paid is cancelled, or moved: what the order's page says and does then,
// by finger, by keyboard, and in other languages; and what others see of the event.
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser, Page} from 'playwright-core';
import {violationsOf} from './support/access';
import {cancelEvent, moveEvent, newEvent} from './support/admin';
import {launchPlain, newPerson} from './support/browser';
import {buyTwo, euros, orderNow} from './support/paid_order';
import {sight} from './support/sights';
import * as steps from './support/steps';

const kNarrow = {viewport: {width: 360, height: 780}};
const kTenPercent = 100_000;
const kTabs = 80;
const kDayMs = 86_400_000;
const kBackMs = 60_000;
const kNote = 'The hall is flooded. We are sorry.';

let browser: Browser;

beforeAll(async () => {
    browser = await launchPlain();
});

afterAll(() => browser.close());

function inDays(days: number): Date {
    return new Date(Date.now() + days * kDayMs);
}

async function fitsTheScreen(page: Page): Promise<boolean> {
    return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}

function codes(page: Page) {
    return page.getByRole('img', {name: /^QR code of the ticket/});
}

// Axe and the width, of what a link shows to a person of another language on the telephone.
async function readsWell(link: string, locale: string, name: string, there: string): Promise<void> {
    const person = await newPerson(browser, 'phone', {...kNarrow, locale});
    await person.page.goto(link);
    await person.page.locator(there).first().waitFor();
    expect(await violationsOf(person.page), `${name}, ${locale}`).toEqual([]);
    expect(await fitsTheScreen(person.page), `${name}, ${locale}`).toBe(true);
    expect(person.faults.seen, `${name}, ${locale}`).toEqual([]);
    await person.context.close();
}

async function readsWellInTwo(link: string, name: string, there: string): Promise<void> {
    for (const locale of ['en-GB', 'ar-EG']) await readsWell(link, locale, name, there);
}

it('tells who has paid that the event is cancelled, and the money comes back by itself', async () => {
    const person = await newPerson(browser, 'phone', kNarrow);
    const {page, context, faults} = person;
    const event = await newEvent('An evening under water');
    await buyTwo(page, event);
    const {total} = await orderNow(page);
    await cancelEvent(event, kNote);
    await page.reload();
    await page.getByText('The event is cancelled').waitFor();
    await page.getByText(kNote).waitFor();
    await page
        .getByText(`${euros(total.minorUnits)} is back on what you paid with.`)
        .waitFor({timeout: kBackMs});
    await expect.poll(() => codes(page).count()).toBe(0);
    expect(await page.getByText('See you there').count()).toBe(0);
    expect(await page.getByRole('button', {name: 'Tickets as PDF'}).count()).toBe(0);
    expect(await page.getByRole('heading', {name: 'Return tickets'}).count()).toBe(0);
    await sight(person, '40-cancelled');
    await readsWellInTwo(page.url(), '40-cancelled', '.fate .notice-bad');
    expect(faults.seen).toEqual([]);
    await context.close();
});

it('offers nothing of a cancelled event, on its page, in the list and in the cart', async () => {
    const person = await newPerson(browser, 'phone', kNarrow);
    const {page, context, faults} = person;
    const name = 'An evening of dry land';
    const event = await newEvent(name);
    await steps.holdBest(page, event);
    await cancelEvent(event, kNote);
    await page.goto('/cart');
    await page.getByText('Your places were released with it. Nothing was charged.').waitFor();
    expect(await page.getByRole('link', {name: 'Choose again'}).count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await sight(person, '41-cancelled-cart');
    await readsWellInTwo(`/events/${event}`, '42-cancelled-event', '.notice-bad');
    await page.goto(`/events/${event}`);
    await page.getByText(kNote).waitFor();
    expect(await page.getByRole('button', {name: /^Hold/}).count()).toBe(0);
    await sight(person, '42-cancelled-event');
    await expect
        .poll(
            async () => {
                await page.goto(`/?q=${encodeURIComponent(name)}`);
                const card = page.getByRole('link', {name: new RegExp(name)});
                await card.waitFor();
                return card.innerText();
            },
            {timeout: kBackMs},
        )
        .toMatch(/Cancelled$/);
    await page.getByText('Cancelled', {exact: true}).scrollIntoViewIfNeeded();
    await sight(person, '43-cancelled-list');
    expect(faults.seen).toEqual([]);
    await context.close();
});

// Whatever has the focus, as it is written.
function focused(page: Page): Promise<string> {
    return page.evaluate(() => {
        const at = document.activeElement;
        return at instanceof HTMLElement && at !== document.body ? at.innerText : '';
    });
}

async function tabTo(page: Page, name: string): Promise<void> {
    for (let press = 0; press < kTabs; ++press) {
        await page.keyboard.press('Tab');
        if ((await focused(page)).startsWith(name)) return;
    }
    throw new Error(`Tab never leads to ${name}`);
}

it('keeps the tickets of a moved event by keyboard, and then the organiser’s rules hold', async () => {
    const person = await newPerson(browser, 'desktop');
    const {page, context, faults} = person;
    const until = new Date(Date.now() + kDayMs);
    const event = await newEvent('An evening to wait for', {
        returns: {until, feePpm: kTenPercent},
    });
    await buyTwo(page, event);
    await moveEvent(event, {startsAt: inDays(120), answerUntil: inDays(7), note: kNote});
    await page.reload();
    await page.getByText('The event has a new date', {exact: true}).waitFor();
    await page.getByText(/^Before: /).waitFor();
    await page.getByText(kNote).waitFor();
    await page.getByText(/your tickets stay valid for the new date/).waitFor();
    await page.getByText('Download your tickets again').waitFor();
    await page.getByText(/Because the event has a new date, you may return/).waitFor();
    await sight(person, '44-moved');
    await readsWellInTwo(page.url(), '44-moved', '.fate-keep');
    await tabTo(page, 'Keep my tickets');
    await page.keyboard.press('Enter');
    await page.getByText('You keep your tickets for the new date.').waitFor();
    await expect.poll(() => focused(page)).toMatch(/^The event has a new date/);
    expect(await page.getByRole('button', {name: 'Keep my tickets'}).count()).toBe(0);
    await page.getByText(/The organiser keeps 10\s?% of the price of each/).waitFor();
    expect((await orderNow(page)).moveAccepted).toBe(true);
    expect(await page.getByText('See you there').count()).toBe(0);
    await page.reload();
    await page.getByText('You keep your tickets for the new date.').waitFor();
    await page.getByText('Download your tickets again').waitFor();
    await expect.poll(() => codes(page).count()).toBe(2);
    await sight(person, '45-moved-kept');
    await readsWellInTwo(page.url(), '45-moved-kept', '.fate .notice-good');
    await readsWellInTwo(`/events/${event}`, '46-moved-event', '.event-top .notice-warn');
    await page.goto(`/events/${event}`);
    await page.getByText(/^Before: /).waitFor();
    await page.getByRole('application').waitFor();
    await sight(person, '46-moved-event');
    await page.goto(`/?q=${encodeURIComponent('An evening to wait for')}`);
    const card = page.getByRole('link', {name: /An evening to wait for/});
    await card.getByText('New date', {exact: true}).waitFor();
    await card.getByText(/Before: /).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await sight(person, '51-moved-list');
    expect(faults.seen).toEqual([]);
    await context.close();
});

it('gives the whole price of a moved event back, where its organiser takes nothing back', async () => {
    const person = await newPerson(browser, 'phone', kNarrow);
    const {page, context, faults} = person;
    const event = await newEvent('An evening for others');
    await buyTwo(page, event);
    await page.getByText('The organiser takes no tickets back for this event.').waitFor();
    const {total} = await orderNow(page);
    const whole = euros(total.minorUnits);
    const move = {startsAt: inDays(120), answerUntil: inDays(7), refundUnanswered: true};
    await moveEvent(event, move);
    await page.reload();
    await page.getByText(/Without an answer from you, all your tickets are returned/).waitFor();
    await page.getByRole('button', {name: 'Choose tickets to return'}).click();
    await page.getByRole('checkbox').nth(0).check();
    await page.getByRole('checkbox').nth(1).check();
    await page.getByRole('button', {name: 'Return 2 tickets'}).click();
    await page.getByRole('group', {name: `Return 2 tickets and get ${whole} back?`}).waitFor();
    await sight(person, '47-moved-returning');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', {name: 'Yes, return'}).click();
    await page.getByText('2 tickets are returned. They no longer admit.').waitFor();
    await page.getByText(`${whole} is back on what you paid with.`).waitFor({timeout: kBackMs});
    expect(await page.getByRole('button', {name: 'Keep my tickets'}).count()).toBe(0);
    const {refunds = []} = await orderNow(page);
    expect(refunds.map(({retained}) => retained?.minorUnits ?? '0')).toEqual(['0']);
    expect(faults.seen).toEqual([]);
    await context.close();
});

it('says to who answers too late what holds by then', async () => {
    const {page, context, faults} = await newPerson(browser, 'desktop');
    const event = await newEvent('An evening of haste');
    await buyTwo(page, event);
    const answerUntil = new Date(Date.now() + 12_000);
    await moveEvent(event, {startsAt: inDays(120), answerUntil});
    await page.reload();
    await page.getByRole('button', {name: 'Keep my tickets'}).waitFor();
    await page.getByText('The time to answer is over. Your tickets are valid for the').waitFor();
    expect(await page.getByRole('button', {name: 'Keep my tickets'}).count()).toBe(0);
    await page.getByText('The organiser takes no tickets back for this event.').waitFor();
    expect(faults.seen).toEqual([]);
    await context.close();
});

it('tells who wants to keep tickets that the event was cancelled meanwhile', async () => {
    const {page, context, faults} = await newPerson(browser, 'desktop');
    const event = await newEvent('An evening of two minds');
    await buyTwo(page, event);
    await moveEvent(event, {startsAt: inDays(120), answerUntil: inDays(7)});
    await page.reload();
    await page.getByRole('button', {name: 'Keep my tickets'}).waitFor();
    await cancelEvent(event, kNote);
    await page.getByRole('button', {name: 'Keep my tickets'}).click();
    await page.getByText('The event is cancelled').waitFor();
    await expect.poll(() => focused(page)).toMatch(/^The event is cancelled/);
    await page.getByText(/is back on what you paid with\./).waitFor({timeout: kBackMs});
    expect(faults.seen).toEqual([]);
    await context.close();
});
