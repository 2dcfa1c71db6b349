// SPDX-License-Identifier: Apache-2.0
// Pages beside the way of a purchase, on both devices: what they say, and a picture of each.
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Browser, Locator, Page} from 'playwright-core';
import {rareEvents, type RareEvents} from './support/access_states';
import {newEvent} from './support/admin';
import {launch, newPerson, type Device, type Person} from './support/browser';
import {House} from './support/house';
import {SeatMap} from './support/seat_map';
import {sight} from './support/sights';
import * as steps from './support/steps';

let browser: Browser;
let events: RareEvents;

beforeAll(async () => {
    browser = await launch();
    events = await rareEvents(await newEvent('An evening to look at'));
});

afterAll(() => browser.close());

// A picture is of a page at rest: nothing is waited for, the map has come to its place.
async function atRest(person: Person, event: string): Promise<void> {
    await new SeatMap(person, await House.of(event)).rest();
    await person.page.evaluate(() => scrollTo(0, 0));
}

// One heading of the first level, and it can be seen.
async function expectHeaded(page: Page, name: string | RegExp): Promise<void> {
    const heading = page.getByRole('heading', {level: 1});
    await heading.filter({hasText: name}).waitFor();
    expect(await heading.count()).toBe(1);
    expect(await page.title()).toMatch(/ · Tessera$/);
}

// Its bottom edge is within the first view.
async function expectInFirstView(page: Page, words: string): Promise<void> {
    const {height} = page.viewportSize()!;
    const box = await page.getByText(words).first().boundingBox();
    expect(box, words).not.toBeNull();
    expect(box!.y + box!.height, words).toBeLessThanOrEqual(height);
}

async function seeNothing(person: Person): Promise<void> {
    const {page} = person;
    await page.goto('/?q=zzzz');
    await steps.heading(page, 'Nothing found').waitFor();
    await page.getByRole('status').filter({hasText: '0 events'}).waitFor();
    await steps.heading(page, 'Nothing found').scrollIntoViewIfNeeded();
    await sight(person, '12-nothing-found');
    await page.goto('/cart');
    await expectHeaded(page, 'Your cart');
    await expectInFirstView(page, 'Find events');
    await sight(person, '13-empty-cart');
}

async function seeTexts(person: Person): Promise<void> {
    const {page} = person;
    await page.goto('/help');
    await expectHeaded(page, 'Help and terms');
    const topics = await page.getByRole('heading', {level: 2}).allInnerTexts();
    const links = page.getByRole('navigation', {name: 'On this page'}).getByRole('link');
    expect(await links.allInnerTexts()).toEqual(topics);
    expect(topics).toHaveLength(7);
    await sight(person, '14-help');
    await page.goto('/api');
    await page.locator('pre[data-example]').first().waitFor();
    await expectHeaded(page, /API/);
    await sight(person, '15-api');
}

async function seeUnsold(person: Person): Promise<void> {
    const {page} = person;
    await page.goto(`/events/${events.later}`);
    await page.getByText('The sale has not opened yet').waitFor();
    await page.getByRole('timer').filter({hasText: /\d/}).waitFor();
    await atRest(person, events.later);
    expect(await page.getByRole('button', {name: /^Hold the best/}).count()).toBe(0);
    await steps.heading(page, 'Seating plan').waitFor();
    expect(await steps.heading(page, 'Choose on the map').count()).toBe(0);
    await sight(person, '16-not-yet-open');
    await page.goto(`/events/${events.soldOut}`);
    await page.getByText('Sold out', {exact: true}).waitFor();
    await page.getByText('none left').first().waitFor();
    expect(await page.getByRole('button', {name: /^Hold the best/}).count()).toBe(0);
    await page.locator('main').getByRole('link', {name: 'See all events'}).waitFor();
    await sight(person, '17-sold-out');
}

// The key that adds another stops at the event's limit, and the dialog says why.
async function expectLimitTold(dialog: Locator): Promise<void> {
    const more = dialog.getByRole('button').filter({hasText: '+'});
    const told = dialog.getByText(/^One order may have \d+ places here\.$/);
    for (let pressed = 0; pressed < 20 && (await more.isEnabled()); ++pressed) {
        expect(await told.count()).toBe(0);
        await more.click();
    }
    expect(await more.isDisabled()).toBe(true);
    await told.waitFor();
}

async function seeStanding(person: Person): Promise<void> {
    const {page} = person;
    await page.goto(`/events/${events.standing}`);
    const choose = page.getByRole('button', {name: /^Choose/}).first();
    await choose.waitFor();
    await page.getByText(/\d left/).first().waitFor();
    expect(await page.getByRole('application').count()).toBe(0);
    await sight(person, '18-standing-only');
    await choose.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('places are counted, not numbered').waitFor();
    await dialog.getByText(/^\d+ left$/).waitFor();
    await dialog.getByRole('button', {name: /^Hold these places/}).click({trial: true});
    await sight(person, '19-standing-places');
    await expectLimitTold(dialog);
    await page.keyboard.press('Escape');
    await dialog.waitFor({state: 'hidden'});
}

describe.each<Device>(['desktop', 'phone'])('on a %s', (device) => {
    it('says what there is where nothing can be bought, or no seat chosen', async () => {
        const person = await newPerson(browser, device);
        await seeNothing(person);
        await seeTexts(person);
        await seeUnsold(person);
        await seeStanding(person);
        expect(person.faults.seen).toEqual([]);
        await person.context.close();
    });

    it('is dark where the system is', async () => {
        const person = await newPerson(browser, device, {colorScheme: 'dark'});
        const {page} = person;
        await page.goto(`/events/${events.ordinary}`);
        await page.getByText(/\d left/).first().waitFor();
        await atRest(person, events.ordinary);
        const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        const [red = 255, green = 255, blue = 255] = (ground.match(/\d+/g) ?? []).map(Number);
        expect(Math.max(red, green, blue), ground).toBeLessThan(64);
        await sight(person, '34-dark');
        await person.context.close();
    });

    it('reads from right to left in Arabic, and no key is in English', async () => {
        const person = await newPerson(browser, device, {locale: 'ar'});
        const {page} = person;
        await page.goto(`/events/${events.later}`);
        await page.getByRole('timer').filter({hasText: /[\d٠-٩]/}).waitFor();
        await atRest(person, events.later);
        expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
        // What is Latin is the organiser's and the house's own: names, not the shop's words.
        const keys = await page.getByRole('button').allInnerTexts();
        for (const key of keys) expect(key).not.toMatch(/\b(Choose|Hold|List|left|Live)\b/);
        await sight(person, '35-arabic');
        await person.context.close();
    });
});
