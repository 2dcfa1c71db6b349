// SPDX-License-Identifier: Apache-2.0
// From looking for something to a ticket on the phone: the whole way, on each device.
import {generateKeyPairSync} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Browser} from 'playwright-core';
import {kSharp, launch, newPerson, type Device, type Person} from './support/browser';
import {House, type Place} from './support/house';
import {SeatMap} from './support/seat_map';
import {sight, sightFile} from './support/sights';
import {demo, tellFigures} from './support/stack';
import * as steps from './support/steps';
import {bytesOf, doorKey, readCode, textOfBytes} from './support/ticket_code';
import {paint} from './support/ticket_paper';
import {proveTickets} from './support/ticket_proof';
import {Witness} from './support/witness';

const kSections: Record<Device, string> = {phone: '101', desktop: '104'};

let browser: Browser;
let journeys = 0;

beforeAll(async () => {
    browser = await launch();
});

afterAll(async () => {
    await browser.close();
    tellFigures('journey', {journeys});
});

// From the shop's first page to two chosen seats.
async function choose(person: Person, house: House): Promise<Place[]> {
    const {page, device} = person;
    await page.goto('/');
    await page.getByRole('link', {name: /The Tidal Lights/}).waitFor();
    await sight(person, '01-shop');
    await steps.findArena(page);
    await sight(person, '02-found');
    await steps.openEvent(page);
    const map = new SeatMap(person, house);
    await map.rest();
    await sight(person, '03-event');
    const pair = await steps.pickPair(person, house, kSections[device], map);
    await sight(person, '04-chosen');
    return pair;
}

// From a hold to two tickets, the bank asking.
async function buy(person: Person): Promise<void> {
    const {page} = person;
    await sight(person, '05-cart');
    await steps.toCheckout(page);
    await steps.fillBuyer(page);
    await sight(person, '06-checkout');
    await steps.toPayment(page);
    await page.getByText(/€\d/).first().waitFor();
    await steps.chooseCard(page, '3220');
    await sight(person, '07-payment');
    await steps.pay(page, '3220');
    await steps.heading(page, 'is it you?').waitFor();
    await sight(person, '08-bank');
    await steps.approve(page);
    await steps.seePaid(page, 2);
    await sight(person, '09-order');
}

// Every part of a code that is changed, and a key that did not sign it.
function expectNoForgery(code: string): void {
    const bytes = bytesOf(code)!;
    expect(textOfBytes(bytes)).toBe(code);
    for (let at = 0; at < bytes.length; ++at) {
        const forged = Buffer.from(bytes);
        forged[at]! ^= 1;
        expect(readCode(textOfBytes(forged), doorKey()), `byte ${at}`).toBeNull();
    }
    expect(readCode(code, generateKeyPairSync('ed25519').publicKey)).toBeNull();
    expect(readCode(code.toLowerCase(), doorKey())).toBeNull();
}

describe.each<Device>(['desktop', 'phone'])('on a %s', (device) => {
    it('a buyer finds the arena, picks seats, pays with 3-D Secure and has tickets', async () => {
        const house = await House.of(demo().event);
        const person = await newPerson(browser, device, device === 'phone' ? kSharp : {});
        const witness = await Witness.of(browser, house, kSections[device]);
        const pair = await choose(person, house);
        await witness.seesFree(pair);
        await steps.hold(person.page);
        await witness.seesHeld();
        await buy(person);
        await witness.seesSold(pair);
        const pdf = await (await steps.downloadPdf(person.page)).path();
        paint(pdf, sightFile(`${device}-10-ticket`));
        const codes = proveTickets(pdf, house.event, pair);
        // Another event's, and another pair's, would not do.
        expect(() => proveTickets(pdf, 'ZZZZZZZZZZZZZ', pair)).toThrow();
        expect(() => proveTickets(pdf, house.event, pair.slice(1))).toThrow();
        expectNoForgery(codes[0]!);
        expect(person.faults.seen).toEqual([]);
        await witness.leave();
        ++journeys;
        await person.context.close();
    });
});
