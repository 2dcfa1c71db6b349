// SPDX-License-Identifier: Apache-2.0
// A buyer gives tickets back on the order's page: by finger, by keyboard, in every language, and where
// the organiser does not allow it.
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser, Page} from 'playwright-core';
import {violationsOf} from './support/access';
import {endReturns, newEvent} from './support/admin';
import {alsoOnOther, launchPlain, newPerson, type Person} from './support/browser';
import {buyTwo, euros, orderNow} from './support/paid_order';
import {sight} from './support/sights';

const kNarrow = {viewport: {width: 360, height: 780}};
const kTenPercent = 100_000;
const kTabs = 80;

let browser: Browser;

beforeAll(async () => {
    browser = await launchPlain();
});

afterAll(() => browser.close());

function inAnHour(): Date {
    return new Date(Date.now() + 3_600_000);
}

function lenientEvent(name: string): Promise<string> {
    return newEvent(name, {returns: {until: inAnHour(), feePpm: kTenPercent}});
}

// What stands beside a line of the sums.
async function sumOf(page: Page, line: string): Promise<string> {
    const row = page.locator('.return-sums dt', {hasText: line});
    return (await row.locator('xpath=following-sibling::dd[1]').innerText()).trim();
}

async function fitsTheScreen(page: Page): Promise<boolean> {
    return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}

function codes(page: Page) {
    return page.getByRole('img', {name: /^QR code of the ticket/});
}

it('gives one of two tickets back, says before what comes back, and the other still admits', async () => {
    const person = await newPerson(browser, 'phone', kNarrow);
    const {page, context, faults} = person;
    await buyTwo(page, await lenientEvent('An evening to give back'));
    await page.getByText(/The organiser keeps 10\s?% of the price of each/).waitFor();
    await page.getByRole('button', {name: 'Choose tickets to return'}).click();
    await page.getByText('Choose at least one ticket.').waitFor();
    const kept = await codes(page).nth(1).getAttribute('alt');
    await page.getByRole('checkbox').first().check();
    const back = await sumOf(page, 'You get back');
    const organisers = await sumOf(page, 'The organiser keeps');
    await page.getByRole('button', {name: 'Return 1 ticket'}).click();
    await page.getByRole('group', {name: `Return 1 ticket and get ${back} back?`}).waitFor();
    await sight(person, '38-returning');
    expect(await fitsTheScreen(page)).toBe(true);
    await page.getByRole('button', {name: 'No, keep'}).click();
    expect((await orderNow(page)).ticketCount).toBe(2);
    await page.getByRole('button', {name: 'Return 1 ticket'}).click();
    await page.getByRole('button', {name: 'Yes, return'}).click();

    await page.getByText('1 ticket is returned. It no longer admits.').waitFor();
    await expect.poll(() => codes(page).count()).toBe(1);
    expect(await codes(page).first().getAttribute('alt')).toBe(kept);
    expect(await page.getByText('This ticket no longer admits.').count()).toBe(1);
    await page.getByText(`${back} is back on what you paid with.`).waitFor();
    const {refunds, ticketCount} = await orderNow(page);
    expect(ticketCount).toBe(1);
    expect(refunds).toHaveLength(1);
    expect(refunds![0]!.state).toBe('SUCCEEDED');
    expect(euros(refunds![0]!.amount.minorUnits)).toBe(back);
    expect(euros(refunds![0]!.retained?.minorUnits)).toBe(organisers);
    expect(await fitsTheScreen(page)).toBe(true);
    await sight(person, '39-returned');
    const desk = await alsoOnOther(browser, person);
    await desk.page.getByText(`${back} is back on what you paid with.`).waitFor();
    await expect.poll(() => codes(desk.page).count()).toBe(1);
    await sight(desk, '39-returned');
    expect([...faults.seen, ...desk.faults.seen]).toEqual([]);
    await desk.context.close();
    await context.close();
});

// Whatever has the focus, as it is written.
function focused(page: Page): Promise<string> {
    return page.evaluate(() => {
        const at = document.activeElement;
        const label = at instanceof HTMLInputElement ? at.labels?.[0] : at;
        if (label === document.body) return '';
        return (label as HTMLElement | null)?.innerText ?? '';
    });
}

async function tabTo(page: Page, name: string): Promise<void> {
    for (let press = 0; press < kTabs; ++press) {
        await page.keyboard.press('Tab');
        if ((await focused(page)).startsWith(name)) return;
    }
    throw new Error(`Tab never leads to ${name}`);
}

it('gives all tickets back by keyboard, and then nothing of the order admits', async () => {
    const {page, context, faults} = await newPerson(browser, 'desktop');
    await buyTwo(page, await lenientEvent('An evening for keys'));
    await tabTo(page, 'Choose tickets to return');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox').first().waitFor();
    await expect.poll(() => focused(page)).toContain('€');
    await page.keyboard.press('Space');
    await page.getByRole('button', {name: 'Return 1 ticket'}).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByRole('button', {name: 'Return 2 tickets'}).waitFor();
    await tabTo(page, 'Return 2 tickets');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toMatch(/^Return 2 tickets and get €/);
    await tabTo(page, 'Yes, return');
    await page.keyboard.press('Enter');
    await page.getByText('2 tickets are returned. They no longer admit.').waitFor();
    await expect.poll(() => focused(page)).toBe('Return tickets');
    await page.getByText('All tickets are returned').waitFor();
    await expect.poll(() => codes(page).count()).toBe(0);
    expect(await page.getByRole('button', {name: 'Tickets as PDF'}).count()).toBe(0);
    await page.getByText(/is back on what you paid with/).waitFor();
    expect(faults.seen).toEqual([]);
    await context.close();
});

it('says so where the organiser takes nothing back, or no longer does', async () => {
    const {page, context, faults} = await newPerson(browser, 'desktop');
    await buyTwo(page, await newEvent('An evening to keep for good'));
    await page.getByText('The organiser takes no tickets back for this event.').waitFor();
    expect(await page.getByRole('button', {name: 'Choose tickets to return'}).count()).toBe(0);
    const event = await lenientEvent('An evening of second thoughts');
    await buyTwo(page, event);
    await page.getByRole('button', {name: 'Choose tickets to return'}).click();
    await page.getByRole('checkbox').first().check();
    await endReturns(event);
    await page.getByRole('button', {name: 'Return 1 ticket'}).click();
    await page.getByRole('button', {name: 'Yes, return'}).click();
    await page
        .getByRole('alert')
        .filter({hasText: 'The organiser does not take these tickets back, or no longer.'})
        .waitFor();
    expect(await codes(page).count()).toBe(2);
    expect((await orderNow(page)).refunds ?? []).toEqual([]);
    expect(faults.seen).toEqual([]);
    await context.close();
});

async function inEachLanguage(
    link: string,
    check: (person: Person, locale: string) => Promise<void>,
): Promise<void> {
    for (const locale of ['en-GB', 'de-DE', 'fr-FR', 'es-ES', 'ar-EG']) {
        const person = await newPerson(browser, 'phone', {...kNarrow, locale});
        await person.page.goto(link);
        await person.page.locator('.returns h2').waitFor();
        await check(person, locale);
        expect(await violationsOf(person.page), locale).toEqual([]);
        expect(await fitsTheScreen(person.page), locale).toBe(true);
        expect(person.faults.seen, locale).toEqual([]);
        await person.context.close();
    }
}

it('is clean in every language, on a narrow telephone', async () => {
    const {page, context} = await newPerson(browser, 'phone', kNarrow);
    await buyTwo(page, await lenientEvent('An evening in five tongues'));
    const link = page.url();
    const titles = new Set<string>();
    await inEachLanguage(link, async ({page: read}, locale) => {
        titles.add(await read.locator('.returns h2').innerText());
        await read.locator('.returns > .button-second').click();
        await read.locator('.return-ticket input').first().check();
        expect(await violationsOf(read), `${locale}, choosing`).toEqual([]);
        await read.locator('.return-form .button-second').click();
        await read.locator('.return-sure').waitFor();
    });
    expect(titles.size).toBe(5);
    await page.getByRole('button', {name: 'Choose tickets to return'}).click();
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', {name: 'Return 1 ticket'}).click();
    await page.getByRole('button', {name: 'Yes, return'}).click();
    await page.getByText(/is back on what you paid with/).waitFor();
    await inEachLanguage(link, async ({page: read}) => {
        await read.locator('.refunds .notice-good').waitFor();
        await read.locator('.ticket-void').waitFor();
    });
    await context.close();
});
