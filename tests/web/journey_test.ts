// SPDX-License-Identifier: Apache-2.0
// From looking for something to a ticket on the phone: the whole way, on each device.
import {generateKeyPairSync} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Browser} from 'playwright-core';
import {launch, newPerson, type Device, type Person} from './support/browser';
import {House, type Place} from './support/house';
import {SeatMap} from './support/seat_map';
import {sight, sightFile} from './support/sights';
import {demo, tellFigures} from './support/stack';
import * as steps from './support/steps';
import {bytesOf, doorKey, idOf, readCode, textOfBytes} from './support/ticket_code';
import {codesOf, paint, textOf} from './support/ticket_paper';

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
        const person = await newPerson(browser, device);
        const other = await newPerson(browser, 'desktop');
        await other.page.goto(`/events/${house.event}`);
        const seen = new SeatMap(other, house);
        await seen.openSection(kSections[device]);
        const pair = await choose(person, house);
        for (const place of pair) {
            await seen.hover(place);
            expect(await seen.label()).toContain('free');
        }
        await steps.hold(person.page);
        await other.page.getByText('held by somebody').waitFor();
        await buy(person);
        await other.page.locator('.seat-map-tip').getByText('sold', {exact: true}).waitFor();
        const pdf = await (await steps.downloadPdf(person.page)).path();
        paint(pdf, sightFile(`${device}-10-ticket`));

        const codes = codesOf(pdf);
        const facts = codes.map((code) => readCode(code, doorKey()));
        expect(facts.map((fact) => fact?.event)).toEqual([idOf(house.event), idOf(house.event)]);
        const seats = (places: (number | null | undefined)[]) => places.map(Number).sort();
        expect(seats(facts.map((fact) => fact?.seatNo))).toEqual(
            seats(pair.map((place) => place.seatNo)),
        );
        expect(textOf(pdf)).toContain(steps.buyer.name);
        expectNoForgery(codes[0]!);
        expect([...person.faults.seen, ...other.faults.seen]).toEqual([]);
        ++journeys;
        await person.context.close();
        await other.context.close();
    });
});
