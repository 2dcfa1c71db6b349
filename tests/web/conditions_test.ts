// SPDX-License-Identifier: Apache-2.0
// Where it is not as on a developer's desk: no WebGL, a slow network, large letters without motion.
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {PNG} from 'pngjs';
import type {Browser, Locator, Page} from 'playwright-core';
import {newEvent} from './support/admin';
import {launch, newPerson, type Person} from './support/browser';
import {House, listed} from './support/house';
import {SeatMap} from './support/seat_map';
import {sight} from './support/sights';
import {demo} from './support/stack';
import * as steps from './support/steps';

const kLatencyMs = 200;
const kTextPx = 32;
const kLocales = ['en-GB', 'de-DE', 'fr-FR', 'es-ES', 'ar'];
const kSection = '105';
// A colour counts where it covers more than the rim of a letter.
const kPixelsLeast = 30;
const kColoursLeast = 6;

let browser: Browser;

beforeAll(async () => {
    browser = await launch();
});

afterAll(() => browser.close());

// As in a browser whose graphics are locked away.
async function takeWebGlAway({context}: Person): Promise<void> {
    await context.addInitScript(() => {
        for (const kind of [HTMLCanvasElement, OffscreenCanvas]) {
            const {prototype} = kind as unknown as {
                prototype: {getContext(type: string, ...rest: unknown[]): unknown};
            };
            const real = prototype.getContext;
            prototype.getContext = function (type, ...rest) {
                return /webgl/.test(type) ? null : real.call(this, type, ...rest);
            };
        }
    });
}

// How many colours cover something of the map's box, without what lies over the drawing.
async function coloursOf(map: SeatMap, style = ''): Promise<number> {
    const alone = `[role='application'] ~ * {visibility: hidden !important} ${style}`;
    const {data} = PNG.sync.read(await map.view.screenshot({style: alone}));
    const pixels = new Map<number, number>();
    for (let at = 0; at < data.length; at += 4) {
        const colour = data.readUIntBE(at, 3);
        pixels.set(colour, (pixels.get(colour) ?? 0) + 1);
    }
    return [...pixels.values()].filter((count) => count >= kPixelsLeast).length;
}

async function expectPaintedOnCanvas2d(map: SeatMap): Promise<void> {
    const kinds = await map.view.locator('canvas').evaluateAll((canvases) =>
        (canvases as HTMLCanvasElement[]).map((canvas) => canvas.getContext('2d') !== null),
    );
    expect(kinds).toEqual([true]);
    expect(await coloursOf(map)).toBeGreaterThanOrEqual(kColoursLeast);
    // The same count of a map that is not painted.
    const bare = "[role='application'] canvas {visibility: hidden}";
    expect(await coloursOf(map, bare)).toBeLessThan(kColoursLeast);
}

it('draws the map without WebGL: seats are pressed, held, and seen taken', async () => {
    const house = await House.of(await newEvent('An evening without WebGL'));
    const person = await newPerson(browser, 'desktop');
    await takeWebGlAway(person);
    const {page} = person;
    await page.goto(`/events/${house.event}`);
    const map = new SeatMap(person, house);
    await map.view.waitFor();
    await map.rest();
    await expectPaintedOnCanvas2d(map);
    await map.openSection(kSection);
    await expectPaintedOnCanvas2d(map);

    const other = await newPerson(browser, 'desktop');
    await other.page.goto(`/events/${house.event}`);
    const [theirs] = await steps.pickPair(other, house, kSection);
    await map.hover(theirs!);
    expect(await map.label()).toContain('free');
    const before = await map.picture(theirs!);
    await steps.hold(other.page);
    await page.locator('.seat-map-tip').getByText('held by somebody').waitFor();
    await expect.poll(async () => (await map.picture(theirs!)).equals(before)).toBe(false);

    const pair = await map.nearest(await house.pairs(kSection));
    for (const place of pair) await map.choose(place);
    await steps.chosen(page, 2);
    await sight(person, '30-without-webgl');
    await steps.hold(page);
    for (const place of pair) await page.getByText(listed(place)).waitFor();
    const free = await house.freeSeats();
    expect(pair.filter(({seatNo}) => free.has(seatNo))).toEqual([]);
    expect([...person.faults.seen, ...other.faults.seen]).toEqual([]);
    await person.context.close();
    await other.context.close();
});

async function slowDown({context, page}: Person): Promise<void> {
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: kLatencyMs,
        downloadThroughput: -1,
        uploadThroughput: -1,
    });
}

// All that the page says in passing where it can be seen, however short it stands there.
async function listen({page}: Person): Promise<Set<string>> {
    const said = new Set<string>();
    await page.exposeFunction('tellTest', (text: string) => void said.add(text));
    await page.addInitScript(() => {
        const {tellTest} = globalThis as unknown as {tellTest(text: string): void};
        const look = () => {
            for (const place of document.querySelectorAll<HTMLElement>('[role="status"]')) {
                const {width, height} = place.getBoundingClientRect();
                const text = place.innerText.trim();
                if (width > 40 && height > 10 && text !== '') tellTest(text);
            }
        };
        new MutationObserver(look).observe(document, {
            childList: true,
            subtree: true,
            characterData: true,
        });
    });
    return said;
}

// Both presses come before any answer.
async function pressTwice(page: Page, key: Locator): Promise<void> {
    const box = (await key.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await Promise.all([page.touchscreen.tap(x, y), page.touchscreen.tap(x, y)]);
}

async function expectSaid(said: Set<string>, words: string): Promise<void> {
    await expect.poll(() => [...said]).toContain(words);
    said.clear();
}

it('sells over a slow network: says that it works, and holds once for two presses', async () => {
    const house = await House.of(demo().event);
    const person = await newPerson(browser, 'phone');
    const {page} = person;
    const said = await listen(person);
    await slowDown(person);
    const asked: string[] = [];
    page.on('request', (request) => {
        const hold = request.method() === 'POST' && request.url().endsWith('/reservations');
        if (hold) asked.push(request.postData() ?? '');
    });

    await page.goto('/');
    await expectSaid(said, 'Loading…');
    await steps.findArena(page);
    await expectSaid(said, 'Loading…');
    await steps.openEvent(page);
    await expectSaid(said, 'Loading…');
    const map = new SeatMap(person, house);
    const pair = await steps.pickPair(person, house, kSection, map);
    said.clear();
    await pressTwice(page, page.getByRole('button', {name: 'Hold these places'}));
    await steps.heading(page, 'Your cart').waitFor();
    await expectSaid(said, 'Asking for your places…');

    for (let look = 0; look < 2; ++look) {
        for (const place of pair) await page.getByText(listed(place)).waitFor();
        await page.getByRole('timer').waitFor();
        expect(await page.getByRole('link', {name: 'To checkout'}).count()).toBe(1);
        if (look === 0) await page.reload();
    }
    expect(asked).toHaveLength(1);
    expect(person.faults.seen).toEqual([]);
    await person.context.close();
});

// As a person sets it in the browser: every page's rem is twice as large.
async function enlargeText({context, page}: Person): Promise<void> {
    const cdp = await context.newCDPSession(page);
    await cdp.send('Page.setFontSizes', {fontSizes: {standard: kTextPx, fixed: kTextPx}});
}

// What is wider than the screen, by its name and right edge. A telephone's window grows with what
// it shows, so the screen's own width counts.
async function expectNotSideways(page: Page): Promise<void> {
    const {width} = page.viewportSize()!;
    const found = await page.evaluate((most) => {
        const size = getComputedStyle(document.documentElement).fontSize;
        const wide = document.scrollingElement!.scrollWidth;
        if (wide <= most) return {size, wide: []};
        const all = [...document.querySelectorAll<HTMLElement>('body *')].filter((part) => {
            const {left, right} = part.getBoundingClientRect();
            return right > most + 0.5 || left < -0.5;
        });
        return {size, wide: all.map((part) => `${part.tagName}.${part.getAttribute('class')}`)};
    }, width);
    expect(found, page.url()).toEqual({size: `${kTextPx}px`, wide: []});
}

// Comes into view whole, its words uncut and nothing over it.
async function expectInReach(page: Page, part: Locator): Promise<void> {
    await part.scrollIntoViewIfNeeded();
    await part.click({trial: true});
    const faults = await part.evaluate((element) => {
        const {left, right, top, bottom} = element.getBoundingClientRect();
        const inside = 4;
        const corners = [left + inside, right - inside].flatMap((x) =>
            [top + inside, bottom - inside].map((y) => document.elementFromPoint(x, y)),
        );
        return {
            covered: corners.filter((hit) => !hit || !element.contains(hit)).length,
            cut: element.scrollWidth > element.clientWidth + 1,
        };
    });
    expect(faults, String(part)).toEqual({covered: 0, cut: false});
    await expectNotSideways(page);
}

describe('with text twice as large and no motion, on a phone', () => {
    const calm = {reducedMotion: 'reduce'} as const;

    it('reaches and presses all that a purchase needs', async () => {
        const house = await House.of(await newEvent('An evening in large letters'));
        const person = await newPerson(browser, 'phone', calm);
        const {page} = person;
        await enlargeText(person);
        await page.goto('/');
        await expectInReach(page, page.getByRole('button', {name: 'Find events'}));
        await page.goto(`/events/${house.event}`);
        await steps.pickPair(person, house, kSection);
        await sight(person, '31-large-chosen');
        await expectInReach(page, page.getByRole('button', {name: 'Hold these places'}));
        await steps.hold(page);
        await sight(person, '32-large-cart');
        await expectInReach(page, page.getByRole('button', {name: 'Give back'}));
        await expectInReach(page, page.getByRole('link', {name: 'To checkout'}));
        await steps.toCheckout(page);
        for (const label of ['Name', 'E-mail', 'Language of tickets and mails']) {
            await expectInReach(page, page.getByLabel(label));
        }
        await steps.fillBuyer(page);
        await expectInReach(page, page.getByRole('button', {name: /^Continue to pay/}));
        await sight(person, '33-large-checkout');
        await steps.toPayment(page);
        await steps.pay(page);
        await steps.seePaid(page, 2);
        await expectInReach(page, page.getByRole('button', {name: 'Tickets as PDF'}));
        expect(person.faults.seen).toEqual([]);
        await person.context.close();
    });

    it.each(kLocales)('scrolls no page sideways, %s', async (locale) => {
        const person = await newPerson(browser, 'phone', {...calm, locale});
        const {page} = person;
        await enlargeText(person);
        for (const path of ['/', `/events/${demo().event}`, '/cart', '/help', '/api', '/lost']) {
            await page.goto(path, {waitUntil: 'load'});
            await page.getByRole('heading', {level: 1}).waitFor();
            await expect.poll(() => page.locator('.busy, .card-waiting').count()).toBe(0);
            await expectNotSideways(page);
        }
        await person.context.close();
    });

    it('would find a page too wide, words cut off, and a key under something', async () => {
        const person = await newPerson(browser, 'phone', calm);
        const {page} = person;
        await enlargeText(person);
        await page.goto('/help');
        const plant = (style: string, over = '') =>
            page.locator('main').evaluate(
                (main, html) => void (main.innerHTML = html),
                `<button style="${style}">Unbreakable</button>${over}`,
            );
        const key = page.getByRole('button', {name: 'Unbreakable'});
        await steps.heading(page, /./).first().waitFor();
        await plant('width: 300px');
        await expectInReach(page, key);
        await plant('width: 60px; overflow: hidden; white-space: nowrap');
        await expect(expectInReach(page, key)).rejects.toThrow('cut: true');
        await plant('width: 300px', '<p style="margin: -20px 0 0; position: relative">Over</p>');
        await expect(expectInReach(page, key)).rejects.toThrow('covered: 2');
        await plant('width: 500px');
        await expect(expectNotSideways(page)).rejects.toThrow(/'32px'.* to deeply equal/);
        await person.context.close();
    });
});
