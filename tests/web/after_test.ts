// SPDX-License-Identifier: Apache-2.0
// What a buyer does with an order: into the calendar, into the wallet, or away with it.
import {appendFileSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser, Page} from 'playwright-core';
import {newEvent} from './support/admin';
import {alsoOnOther, launchPlain, newPerson, type Person} from './support/browser';
import {instantOf, ofEvent, readCalendar, unescaped} from './support/calendar_file';
import {getJson, House} from './support/house';
import {faultsOf, readPass, withPass} from './support/pass_file';
import {SeatMap} from './support/seat_map';
import {sight} from './support/sights';
import * as steps from './support/steps';
import {doorKey, idOf, readCode} from './support/ticket_code';

// What must be escaped, and enough beyond ASCII that a fold may fall into a character.
const kName = 'Ein Abend; mit Kommas, Strichen \\ und Ümläuten: größere Gefühle für frühe Vögel — ✨';

interface EventAnswer {
    config: {startsAt: string; runningTime?: string; description?: string};
    venue: {name: string; city?: string};
}

let browser: Browser;
let event: string;

beforeAll(async () => {
    browser = await launchPlain();
    event = await newEvent('An evening to keep');
});

afterAll(() => browser.close());

async function buy(page: Page, of = event): Promise<void> {
    await steps.holdBest(page, of);
    await steps.checkOut(page);
    await steps.pay(page);
    await steps.seePaid(page, 2);
}

async function download(page: Page, key: string): Promise<{name: string; path: string}> {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', {name: key}).first().click();
    const file = await coming;
    return {name: file.suggestedFilename(), path: await file.path()};
}

it('puts the event into a calendar, at its instant and whatever its name', async () => {
    const {page, context, faults} = await newPerson(browser, 'desktop');
    const named = await newEvent(kName);
    await buy(page, named);
    const {name, path} = await download(page, 'Add to calendar');
    expect(name).toMatch(/^event-\w+\.ics$/);
    const lines = readCalendar(readFileSync(path));
    const {config, venue} = await getJson<EventAnswer>(`/v1/events/${named}`);
    expect(unescaped(ofEvent(lines, 'SUMMARY'))).toBe(kName);
    const starts = instantOf(ofEvent(lines, 'DTSTART'));
    expect(starts).toEqual(new Date(config.startsAt));
    const seconds = (instantOf(ofEvent(lines, 'DTEND')).getTime() - starts.getTime()) / 1000;
    if (config.runningTime) expect(seconds).toBe(parseFloat(config.runningTime));
    else expect(seconds).toBeGreaterThan(0);
    const where = unescaped(ofEvent(lines, 'LOCATION'));
    expect(where).toContain(venue.name);
    expect(where).toContain('Hamburg');
    expect(unescaped(ofEvent(lines, 'UID'))).toContain(named);
    expect(faults.seen).toEqual([]);
    await context.close();
});

it('would find a calendar file that is not one', () => {
    const read = (text: string) => () => readCalendar(Buffer.from(text.replaceAll('\n', '\r\n')));
    const around = (text: string) => `BEGIN:VCALENDAR\n${text}END:VCALENDAR\n`;
    expect(read(around('VERSION:2.0\n'))()).toHaveLength(1);
    expect(read(around(`SUMMARY:${'ä'.repeat(33)}a\n`))()).toHaveLength(1);
    expect(read(around(`SUMMARY:${'ä'.repeat(34)}\n`))).toThrow('too long');
    expect(read(around('BEGIN:VEVENT\n'))).toThrow('ends where it has not begun');
    expect(read('BEGIN:VCALENDAR\n')).toThrow('does not end');
    expect(read(around('Ein Abend\n'))).toThrow('no property');
    expect(() => readCalendar(Buffer.from('BEGIN:X\nEND:X\r\n'))).toThrow('bare end of line');
    expect(() => unescaped('mit Kommas, ohne')).toThrow('not escaped');
    expect(() => instantOf('20270226T190000')).toThrow('no instant');
});

async function seeWallet(person: Person): Promise<void> {
    const key = person.page.getByRole('button', {name: 'Apple Wallet'}).first();
    await key.waitFor();
    await key.evaluate((element) => element.scrollIntoView({block: 'end'}));
    await sight(person, '36-wallet');
}

it('offers a wallet’s pass that is signed and admits, and no other wallet’s', async () => {
    const person = await newPerson(browser, 'phone');
    const {page} = person;
    await buy(page);
    await expect.poll(() => page.getByRole('button', {name: 'Apple Wallet'}).count()).toBe(2);
    expect(await page.getByRole('button', {name: 'Google Wallet'}).count()).toBe(0);
    await seeWallet(person);
    const desk = await alsoOnOther(browser, person);
    await seeWallet(desk);
    await desk.context.close();
    const {name, path} = await download(page, 'Apple Wallet');
    expect(name).toMatch(/^ticket-\w+\.pkpass$/);
    withPass(path, (folder) => {
        expect(faultsOf(folder)).toEqual([]);
        const pass = readPass(folder);
        expect(name).toBe(`ticket-${pass.serialNumber}.pkpass`);
        expect(pass.barcodes).toHaveLength(1);
        expect(readCode(pass.barcodes[0]!.message, doorKey())?.event).toBe(idOf(event));
        // The same checks of a pass that was changed afterwards.
        appendFileSync(join(folder, 'pass.json'), ' ');
        expect(faultsOf(folder)).toEqual(['pass.json is not what the manifest says']);
        appendFileSync(join(folder, 'manifest.json'), ' ');
        expect(faultsOf(folder)).toContain('the signature is not of this manifest');
    });
    expect(person.faults.seen).toEqual([]);
    await person.context.close();
});

it('gives the seats back to everybody when an order that waits for payment is cancelled', async () => {
    const house = await House.of(event);
    const person = await newPerson(browser, 'phone');
    const other = await newPerson(browser, 'desktop');
    const free = await house.freeSeats();
    await steps.holdBest(person.page, event);
    await steps.checkOut(person.page);
    const left = await house.freeSeats();
    const held = house.rows.flat().filter(({seatNo}) => free.has(seatNo) && !left.has(seatNo));
    expect(held).toHaveLength(2);
    await other.page.goto(`/events/${event}`);
    const seen = new SeatMap(other, house);
    await seen.openSection(held[0]!.section);
    await seen.hover(held[0]!);
    expect(await seen.label()).not.toContain('free');

    await person.page.getByRole('button', {name: 'Back to the shop'}).click();
    await person.page.getByRole('button', {name: 'Cancel the order'}).click();
    await person.page.getByRole('button', {name: 'No, keep them'}).click();
    await person.page.getByRole('button', {name: 'Cancel the order'}).click();
    await person.page.getByRole('button', {name: 'Yes, cancel'}).click();
    await person.page.getByText('This order is over').waitFor();
    await person.page.getByText('You cancelled the order. Nothing was charged.').waitFor();
    await sight(person, '37-order-cancelled');
    const desk = await alsoOnOther(browser, person);
    await desk.page.getByText('You cancelled the order. Nothing was charged.').waitFor();
    await sight(desk, '37-order-cancelled');
    await desk.context.close();
    await expect.poll(() => seen.label()).toContain('free');
    expect(await house.freeSeats()).toEqual(free);
    expect(await person.page.getByRole('button', {name: /^Pay €/}).count()).toBe(0);
    expect([...person.faults.seen, ...other.faults.seen]).toEqual([]);
    await person.context.close();
    await other.context.close();
});

it('takes a third card after two that were declined, and has tickets', async () => {
    const {page, context, faults} = await newPerson(browser, 'desktop');
    await steps.holdBest(page, event);
    await steps.checkOut(page);
    for (const card of ['0002', '9995'] as const) {
        const [answer] = await Promise.all([
            page.waitForResponse((response) => response.url().endsWith('/confirm')),
            steps.pay(page, card),
        ]);
        expect(answer.status()).toBe(402);
        await page.getByText('The card was declined. Try another one.').waitFor();
        expect(await page.getByText('Paid. See you there!').count()).toBe(0);
    }
    await steps.pay(page, '4242');
    await steps.seePaid(page, 2);
    expect(await page.getByText('The payment was declined').count()).toBe(0);
    expect(faults.seen).toEqual([]);
    await context.close();
});
