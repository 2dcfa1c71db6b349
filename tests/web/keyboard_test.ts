// SPDX-License-Identifier: Apache-2.0
// The whole way by keyboard alone, on a desktop and on a telephone with keys: the buyer moves no
// pointer.
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Browser, Page} from 'playwright-core';
import {launchPlain, newPerson, type Device, type Person} from './support/browser';
import {House, type Place} from './support/house';
import {sight} from './support/sights';
import {demo, tellFigures} from './support/stack';
import * as steps from './support/steps';
import {proveTickets} from './support/ticket_proof';
import {Witness} from './support/witness';

const kSections: Record<Device, string> = {desktop: '107', phone: '108'};
// So many presses of the tabulator lead past everything on a page.
const kTabs = 80;

let browser: Browser;
let journeys = 0;

beforeAll(async () => {
    browser = await launchPlain();
});

afterAll(async () => {
    await browser.close();
    tellFigures('keyboard', {journeys});
});

interface Focus {
    name: string;
    visible: boolean;
}

// What has the focus, as a screen reader would name it, and whether one can see that it has.
function focus(page: Page): Promise<Focus> {
    return page.evaluate(() => {
        const at = document.activeElement;
        if (!(at instanceof HTMLElement) || at === document.body) return {name: '', visible: true};
        const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])] : [];
        const name =
            at.getAttribute('aria-label') ??
            (labels.map((label) => label.innerText).join(' ') || at.innerText);
        const style = getComputedStyle(at);
        const outlined = style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
        const spoken = name.replace(/\s+/g, ' ').trim();
        return {name: spoken, visible: outlined || at.matches('h1, main')};
    });
}

async function tabTo(page: Page, name: string | RegExp): Promise<void> {
    const fits = (given: string) => (typeof name === 'string' ? given === name : name.test(given));
    const passed: string[] = [];
    for (let press = 0; press < kTabs; ++press) {
        await page.keyboard.press('Tab');
        const now = await focus(page);
        expect(now.visible, `the focus on “${now.name}” cannot be seen`).toBe(true);
        if (fits(now.name)) return;
        passed.push(now.name);
    }
    throw new Error(`Tab never leads to ${String(name)}, but to: ${passed.join(' | ')}`);
}

// From one of a tree's or a group's items to another.
async function arrowTo(page: Page, key: string, name: RegExp): Promise<void> {
    const passed: string[] = [];
    for (let press = 0; press < kTabs; ++press) {
        const now = await focus(page);
        expect(now.visible, `the focus on “${now.name}” cannot be seen`).toBe(true);
        if (name.test(now.name)) return;
        passed.push(now.name);
        await page.keyboard.press(key);
    }
    throw new Error(`${key} never leads to ${String(name)}, but to: ${passed.join(' | ')}`);
}

async function press(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
    await tabTo(page, name);
    await page.keyboard.press(key);
}

// Whether nothing lies over what has the focus.
function isUncovered(page: Page): Promise<boolean> {
    return page.evaluate(() => {
        const at = document.activeElement!;
        const {left, top, width, height} = at.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return hit !== null && at.contains(hit);
    });
}

// Opens a row of the list and chooses the pair in it.
async function chooseFromList(page: Page, pair: readonly Place[]): Promise<void> {
    const {section, row} = pair[0]!;
    await press(page, 'List of seats');
    await page.getByRole('tree').waitFor();
    await tabTo(page, /^Section /);
    await arrowTo(page, 'ArrowDown', new RegExp(`^Section ${section} `));
    await page.keyboard.press('ArrowRight');
    await page.getByRole('treeitem', {name: new RegExp(`^Row ${row}, `)}).first().waitFor();
    await arrowTo(page, 'ArrowDown', new RegExp(`^Row ${row} `));
    await page.keyboard.press('ArrowRight');
    await page.getByRole('treeitem', {name: /^Seat /}).first().waitFor();
    await page.keyboard.press('ArrowRight');
    for (const {label} of pair) {
        await arrowTo(page, 'ArrowDown', new RegExp(`^Seat ${label} `));
        await expect.poll(() => isUncovered(page)).toBe(true);
        await page.keyboard.press('Enter');
        const chosen = new RegExp(`^Seat ${label}, .*chosen by you$`);
        await page.getByRole('treeitem', {name: chosen}).waitFor();
    }
}

async function findArena(page: Page): Promise<void> {
    await page.goto('/');
    await steps.heading(page, 'Find your seat').waitFor();
    await tabTo(page, 'Artist, show or venue');
    await page.keyboard.type('Tidal Lights');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({hasText: '1 event'}).waitFor();
    await press(page, /The Tidal Lights/);
    await steps.heading(page, 'The Tidal Lights: Arena Tour').waitFor();
}

// From a cart to tickets, the bank asking.
async function buy(page: Page): Promise<void> {
    await press(page, 'To checkout');
    await steps.heading(page, 'Checkout').waitFor();
    await tabTo(page, 'Name');
    await page.keyboard.type(steps.buyer.name);
    await tabTo(page, 'E-mail');
    await page.keyboard.type(steps.buyer.email);
    expect(await page.getByLabel('Name').inputValue()).toBe(steps.buyer.name);
    await press(page, /^Continue to pay/);
    await steps.heading(page, 'Sandbox payment').waitFor();
    await page.getByText(/€\d/).first().waitFor();
    await tabTo(page, /4242$/);
    await arrowTo(page, 'ArrowDown', /3220$/);
    await page.keyboard.press('Enter');
    await steps.heading(page, 'is it you?').waitFor();
    await press(page, 'Yes, it is me');
    await steps.seePaid(page, 2);
}

async function journey(person: Person, house: House): Promise<void> {
    const {page, device} = person;
    const section = kSections[device];
    const [pair] = await house.pairs(section);
    const witness = await Witness.of(browser, house, section);
    await witness.seesFree(pair!);
    await findArena(page);
    await chooseFromList(page, pair!);
    await steps.chosen(page, 2);
    await sight(person, '11-list-by-keyboard');
    await press(page, 'Hold these places');
    await steps.heading(page, 'Your cart').waitFor();
    await witness.seesHeld();
    await buy(page);
    await witness.seesSold(pair!);
    const coming = page.waitForEvent('download');
    await press(page, 'Tickets as PDF');
    proveTickets(await (await coming).path(), house.event, pair!);
    await witness.leave();
}

describe.each<Device>(['desktop', 'phone'])('on a %s', (device) => {
    it('a buyer finds the arena, chooses from the list and pays, by keyboard alone', async () => {
        const person = await newPerson(browser, device);
        await journey(person, await House.of(demo().event));
        expect(person.faults.seen).toEqual([]);
        ++journeys;
        await person.context.close();
    });
});
