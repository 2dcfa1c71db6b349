// SPDX-License-Identifier: Apache-2.0
// The whole way through the accessibility tree alone: nothing is seen, nothing is pointed at.
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Browser} from 'playwright-core';
import {launchPlain, newPerson, type Device, type Person} from './support/browser';
import {House, listed, type Place} from './support/house';
import {ScreenReader} from './support/screen_reader';
import {demo, tellFigures} from './support/stack';
import {buyer} from './support/steps';
import {proveTickets} from './support/ticket_proof';
import {Witness} from './support/witness';

const kSections: Record<Device, string> = {desktop: '117', phone: '118'};

let browser: Browser;
let journeys = 0;

beforeAll(async () => {
    browser = await launchPlain();
});

afterAll(async () => {
    await browser.close();
    tellFigures('reader', {journeys});
});

async function findArena(reader: ScreenReader): Promise<void> {
    await reader.hear('heading', 'Find your seat');
    await reader.write('searchbox', 'Artist, show or venue', 'Tidal Lights');
    await reader.press('button', 'Find events');
    await reader.hear('StaticText', '1 event');
    await reader.press('link', /The Tidal Lights/);
    await reader.hear('heading', 'The Tidal Lights: Arena Tour');
}

async function choose(reader: ScreenReader, pair: readonly Place[]): Promise<void> {
    const {section, row} = pair[0]!;
    await reader.press('button', 'List of seats');
    await reader.press('treeitem', new RegExp(`^Section ${section}\\b`));
    await reader.press('treeitem', new RegExp(`^Row ${row}\\b`));
    for (const {label} of pair) {
        await reader.press('treeitem', new RegExp(`^Seat ${label}\\b.*free$`));
        await reader.hear('treeitem', new RegExp(`^Seat ${label}\\b.*chosen by you$`));
    }
    await reader.hear('StaticText', /^2 seats chosen, €/);
    await reader.press('button', 'Hold these places');
    await reader.hear('heading', 'Your cart');
    for (const place of pair) await reader.hear('StaticText', listed(place));
}

// From a cart to tickets: a field forgotten, the bank asking.
async function buy(reader: ScreenReader, pair: readonly Place[]): Promise<void> {
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
    for (const place of pair) await reader.hear('image', `QR code of the ticket: ${listed(place)}`);
}

async function journey({page, device}: Person, house: House): Promise<void> {
    const section = kSections[device];
    const [pair] = await house.pairs(section);
    const witness = await Witness.of(browser, house, section);
    await witness.seesFree(pair!);
    await page.goto('/');
    const reader = await ScreenReader.of(page);
    await findArena(reader);
    await choose(reader, pair!);
    await witness.seesHeld();
    await buy(reader, pair!);
    await witness.seesSold(pair!);
    const coming = page.waitForEvent('download');
    await reader.press('button', 'Tickets as PDF');
    proveTickets(await (await coming).path(), house.event, pair!);
    await witness.leave();
}

describe.each<Device>(['desktop', 'phone'])('on a %s', (device) => {
    it('a buyer finds the arena, chooses and pays by what is read out alone', async () => {
        const person = await newPerson(browser, device);
        await journey(person, await House.of(demo().event));
        expect(person.faults.seen).toEqual([]);
        ++journeys;
        await person.context.close();
    });
});
