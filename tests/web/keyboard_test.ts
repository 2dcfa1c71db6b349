// SPDX-License-Identifier: Apache-2.0
// The whole way by keyboard alone: no pointer is ever moved.
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser, Page} from 'playwright-core';
import {newEvent} from './support/admin';
import {launch, newPerson} from './support/browser';
import {sight} from './support/sights';
import {tellFigures} from './support/stack';
import * as steps from './support/steps';

const kName = `Evening of keys ${process.pid}`;
// So many presses of the tabulator lead past everything on a page.
const kTabs = 80;

let browser: Browser;
let journeys = 0;

beforeAll(async () => {
    browser = await launch();
    await newEvent(kName);
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

// Opens a row of the list and chooses its first two seats.
async function chooseFromList(page: Page): Promise<void> {
    await press(page, 'List of seats');
    await page.getByRole('tree').waitFor();
    await tabTo(page, /^Section 101 /);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('treeitem', {name: /^Row 1, /}).first().waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('treeitem', {name: /^Seat 1, .*free$/}).waitFor();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await focus(page)).name).toMatch(/^Seat 1 /);
    await page.keyboard.press('Enter');
    await page.getByRole('treeitem', {name: /^Seat 1, .*chosen by you$/}).waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await focus(page)).name).toMatch(/^Seat 2 /);
    await expect.poll(() => isUncovered(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('treeitem', {name: /^Seat 2, .*chosen by you$/}).waitFor();
}

it('a buyer finds an event, chooses from the list and pays, by keyboard alone', async () => {
    const {page, context, faults} = await newPerson(browser, 'desktop');
    await page.goto('/');
    await steps.heading(page, 'Find your seat').waitFor();
    await tabTo(page, 'Artist, show or venue');
    await page.keyboard.type(kName);
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({hasText: '1 event'}).waitFor();
    await press(page, new RegExp(kName));
    await steps.heading(page, kName).waitFor();
    await chooseFromList(page);
    await steps.chosen(page, 2);
    await sight({page, device: 'desktop'}, '11-list-by-keyboard');
    await press(page, 'Hold these places');
    await steps.heading(page, 'Your cart').waitFor();
    await press(page, 'To checkout');
    await steps.heading(page, 'Checkout').waitFor();
    await tabTo(page, 'Name');
    await page.keyboard.type(steps.buyer.name);
    await tabTo(page, 'E-mail');
    await page.keyboard.type(steps.buyer.email);
    await press(page, /^Continue to pay/);
    await steps.heading(page, 'Sandbox payment').waitFor();
    await page.getByText(/€\d/).first().waitFor();
    await tabTo(page, /4242$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await steps.heading(page, 'is it you?').waitFor();
    await press(page, 'Yes, it is me');
    await steps.seePaid(page, 2);
    const coming = page.waitForEvent('download');
    await press(page, 'Tickets as PDF');
    expect((await coming).suggestedFilename()).toMatch(/\.pdf$/);
    expect(faults.seen).toEqual([]);
    ++journeys;
    await context.close();
});
