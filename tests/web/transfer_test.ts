// SPDX-License-Identifier: Apache-2.0
// Tickets are handed on by a link: who makes it, who takes them, whose codes admit; by keyboard, taken
// back, over a lost answer, and in other languages.
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser, Page} from 'playwright-core';
import {violationsOf} from './support/access';
import {cancelEvent, newEvent} from './support/admin';
import {launchPlain, newPerson} from './support/browser';
import {buyTwo} from './support/paid_order';
import {sight} from './support/sights';

const kNarrow = {viewport: {width: 360, height: 780}};
const kTabs = 80;

let browser: Browser;

beforeAll(async () => {
    browser = await launchPlain();
});

afterAll(() => browser.close());

function generousEvent(name: string): Promise<string> {
    return newEvent(name, {transfersUntil: new Date(Date.now() + 3_600_000)});
}

function codes(page: Page) {
    return page.getByRole('img', {name: /^QR code of the ticket/});
}

async function sourceOf(page: Page): Promise<string> {
    return (await codes(page).first().getAttribute('src')) ?? '';
}

async function fitsTheScreen(page: Page): Promise<boolean> {
    return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}

// Of the first ticket of the order whose page is open.
async function makeLink(page: Page): Promise<string> {
    await page.getByRole('button', {name: 'Choose tickets to hand on'}).click();
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', {name: 'Make a link for 1 ticket'}).click();
    return page.getByRole('textbox', {name: 'The link to hand on'}).inputValue();
}

async function take(page: Page, name: string): Promise<void> {
    await page.getByRole('textbox', {name: /^Your name/}).fill(name);
    await page.getByRole('button', {name: 'Take 1 ticket'}).click();
}

// Axe and the width, of what a link shows to a person of another language on the telephone.
async function readsWell(link: string, locale: string, there: string): Promise<void> {
    const {page, context, faults} = await newPerson(browser, 'phone', {...kNarrow, locale});
    await page.goto(link);
    await page.locator(there).first().waitFor();
    expect(await violationsOf(page), locale).toEqual([]);
    expect(await fitsTheScreen(page), locale).toBe(true);
    expect(faults.seen, locale).toEqual([]);
    await context.close();
}

it('hands one of two tickets on: the new holder alone has its code, and the link is used up', async () => {
    const buyer = await newPerson(browser, 'phone', kNarrow);
    const event = await generousEvent('An evening for friends');
    await buyTwo(buyer.page, event);
    const before = await sourceOf(buyer.page);
    const link = await makeLink(buyer.page);
    await buyer.page.getByText('1 ticket is offered by a link.').waitFor();
    expect(await codes(buyer.page).count()).toBe(2);
    expect(await violationsOf(buyer.page)).toEqual([]);
    expect(await fitsTheScreen(buyer.page)).toBe(true);
    await buyer.page.getByRole('heading', {name: 'Hand tickets on'}).scrollIntoViewIfNeeded();
    await sight(buyer, '48-handing-on');
    for (const locale of ['en-GB', 'ar-EG']) await readsWell(link, locale, '#holder-name');

    const friend = await newPerson(browser, 'desktop');
    await friend.page.goto(link);
    await friend.page.getByText('You are offered 1 ticket for this event.').waitFor();
    expect(await codes(friend.page).count()).toBe(0);
    await sight(friend, '49-offered');
    await take(friend.page, 'Grace Hopper');
    await friend.page.getByText('The ticket is yours', {exact: true}).waitFor();
    await codes(friend.page).first().waitFor();
    expect(await codes(friend.page).count()).toBe(1);
    expect(await sourceOf(friend.page)).not.toBe(before);
    await sight(friend, '50-taken');
    const download = friend.page.waitForEvent('download');
    await friend.page.getByRole('button', {name: 'Tickets as PDF'}).click();
    expect((await download).suggestedFilename()).toMatch(/^tickets-\w+\.pdf$/);
    for (const locale of ['en-GB', 'ar-EG']) await readsWell(friend.page.url(), locale, '.ticket img');

    await buyer.page.getByRole('button', {name: /^Take the offer back/}).click();
    await buyer.page.getByRole('alert').filter({hasText: 'This offer is over'}).waitFor();
    await buyer.page.getByText('Somebody else has this ticket now.').waitFor();
    await expect.poll(() => codes(buyer.page).count()).toBe(1);
    expect(await buyer.page.locator('.ticket').count()).toBe(2);
    expect(await buyer.page.getByRole('textbox', {name: 'The link to hand on'}).count()).toBe(0);
    expect(await focused(buyer.page)).toBe('Hand tickets on');
    const stranger = await newPerson(browser, 'phone');
    await stranger.page.goto(link);
    await stranger.page.getByRole('heading', {name: 'This offer is over'}).waitFor();

    await cancelEvent(event, 'The singer is ill.');
    await friend.page.reload();
    await friend.page.getByText('The event is cancelled').waitFor();
    await friend.page.getByText('The singer is ill.').waitFor();
    expect(await friend.page.getByRole('button', {name: 'Tickets as PDF'}).count()).toBe(0);
    expect([...buyer.faults.seen, ...friend.faults.seen]).toEqual([]);
    for (const person of [buyer, friend, stranger]) await person.context.close();
});

// Whatever has the focus, as it is written.
function focused(page: Page): Promise<string> {
    return page.evaluate(() => {
        const at = document.activeElement;
        const label = at instanceof HTMLInputElement ? at.labels?.[0] : at;
        if (label === document.body) return '';
        const named = label?.getAttribute('aria-label');
        return named ?? (label as HTMLElement | null)?.innerText ?? '';
    });
}

async function tabTo(page: Page, name: string): Promise<void> {
    for (let press = 0; press < kTabs; ++press) {
        await page.keyboard.press('Tab');
        if ((await focused(page)).startsWith(name)) return;
    }
    throw new Error(`Tab never leads to ${name}`);
}

it('makes a link and takes the offer back by keyboard, and the link opens nothing then', async () => {
    const {page, context, faults} = await newPerson(browser, 'desktop');
    await buyTwo(page, await generousEvent('An evening for keys to hand on'));
    await tabTo(page, 'Choose tickets to hand on');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await tabTo(page, 'Make a link for 1 ticket');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('The link to hand on');
    const link = await page.getByRole('textbox', {name: 'The link to hand on'}).inputValue();
    await page.getByText('1 ticket is offered by a link.').waitFor();
    await tabTo(page, 'Take the offer back');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText('is offered by a link').count()).toBe(0);
    await expect.poll(() => focused(page)).toBe('Hand tickets on');
    expect(await codes(page).count()).toBe(2);
    const friend = await newPerson(browser, 'phone');
    await friend.page.goto(link);
    await friend.page.getByRole('heading', {name: 'This offer is over'}).waitFor();
    expect(faults.seen).toEqual([]);
    await friend.context.close();
    await context.close();
});

it('gives the tickets though the answer was lost and the page loaded again', async () => {
    const buyer = await newPerson(browser, 'desktop');
    await buyTwo(buyer.page, await generousEvent('An evening with a bad line'));
    const link = await makeLink(buyer.page);
    const {page, context} = await newPerson(browser, 'phone');
    await page.goto(link);
    let taken = 0;
    await page.route(/:accept$/, async (route) => {
        const answer = await route.fetch();
        taken += answer.status() === 200 ? 1 : 0;
        await route.abort('connectionreset');
    });
    await take(page, 'Grace Hopper');
    await expect.poll(() => taken).toBeGreaterThan(0);
    await page.unrouteAll({behavior: 'ignoreErrors'});
    // Another spelling would be another wish, and the answer to the first the only way to the tickets.
    const name = page.getByRole('textbox', {name: /^Your name/});
    await expect.poll(() => name.isEditable()).toBe(false);
    await page.reload();
    await page.getByText('The ticket is yours', {exact: true}).waitFor();
    await codes(page).first().waitFor();
    // The link, tapped again by who used it.
    await page.goto('about:blank');
    await page.goto(link);
    await codes(page).first().waitFor();
    await context.close();
    await buyer.context.close();
});

it('says nothing of handing on where the organiser has no rule for it', async () => {
    const {page, context} = await newPerson(browser, 'phone');
    const soon = new Date(Date.now() + 3_600_000);
    await buyTwo(page, await newEvent('An evening for oneself', {returns: {until: soon, feePpm: 0}}));
    await page.getByRole('heading', {name: 'Return tickets'}).waitFor();
    expect(await page.getByRole('heading', {name: 'Hand tickets on'}).count()).toBe(0);
    await context.close();
});
