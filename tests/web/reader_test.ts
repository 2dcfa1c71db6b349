// SPDX-License-Identifier: Apache-2.0
// The whole way through the accessibility tree alone: nothing is seen, nothing is pointed at.
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser} from 'playwright-core';
import {newEvent} from './support/admin';
import {launch, newPerson} from './support/browser';
import {ScreenReader} from './support/screen_reader';
import {tellFigures} from './support/stack';
import {buyer} from './support/steps';

const kName = `Evening of voices ${process.pid}`;

let browser: Browser;
let journeys = 0;

beforeAll(async () => {
    browser = await launch();
    await newEvent(kName);
});

afterAll(async () => {
    await browser.close();
    tellFigures('reader', {journeys});
});

it('a buyer finds an event, chooses seats and pays by what is read out alone', async () => {
    const {page, context, faults} = await newPerson(browser, 'phone');
    await page.goto('/');
    const reader = await ScreenReader.of(page);
    await reader.hear('heading', 'Find your seat');
    await reader.write('searchbox', 'Artist, show or venue', kName);
    await reader.press('button', 'Find events');
    await reader.hear('StaticText', '1 event');
    await reader.press('link', new RegExp(kName));
    await reader.hear('heading', kName);
    await reader.press('button', 'List of seats');
    await reader.press('treeitem', /^Section 101/);
    await reader.press('treeitem', /^Row 1\b/);
    await reader.press('treeitem', /^Seat 1\b.*free$/);
    await reader.hear('treeitem', /^Seat 1\b.*chosen by you$/);
    await reader.press('treeitem', /^Seat 2\b.*free$/);
    await reader.hear('StaticText', /^2 seats chosen, €/);
    await reader.press('button', 'Hold these places');
    await reader.hear('heading', 'Your cart');
    await reader.hear('StaticText', '101, Row 1, Seat 1');
    await reader.press('link', 'To checkout');
    await reader.write('textbox', 'Name', buyer.name);
    await reader.press('button', /^Continue to pay/);
    await reader.hear('StaticText', /^Please write a whole e-mail address/);
    await reader.write('textbox', 'E-mail', buyer.email);
    await reader.press('button', /^Continue to pay/);
    await reader.hear('heading', 'Sandbox payment');
    await reader.press('radio', /3220$/);
    await reader.press('button', /^Pay €/);
    await reader.hear('heading', /is it you\?$/);
    await reader.press('button', 'Yes, it is me');
    await reader.hear('StaticText', 'Paid. See you there!');
    await reader.hear('image', 'QR code of the ticket: 101, Row 1, Seat 2');
    const coming = page.waitForEvent('download');
    await reader.press('button', 'Tickets as PDF');
    expect((await coming).suggestedFilename()).toMatch(/\.pdf$/);
    expect(faults.seen).toEqual([]);
    ++journeys;
    await context.close();
});
