// SPDX-License-Identifier: Apache-2.0
// From looking for something to a ticket on the phone: the whole way, on each device.
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Browser} from 'playwright-core';
import {launch, newPerson, type Device} from './support/browser';
import {House} from './support/house';
import {demo, tellFigures} from './support/stack';
import * as steps from './support/steps';
import {doorKey, idOf, readCode} from './support/ticket_code';
import {codesOf, textOf} from './support/ticket_paper';

let browser: Browser;
let journeys = 0;

beforeAll(async () => {
    browser = await launch();
});

afterAll(async () => {
    await browser.close();
    tellFigures('journey', {journeys});
});

describe.each<Device>(['desktop', 'phone'])('on a %s', (device) => {
    it('a buyer finds the arena, picks two seats, pays with 3-D Secure and has tickets', async () => {
        const house = await House.of(demo().event);
        const person = await newPerson(browser, device);
        const {page, context, faults} = person;
        await steps.findArena(page);
        await steps.openEvent(page);
        const pair = await steps.pickPair(person, house, device === 'phone' ? '101' : '104');
        await steps.hold(page);
        await steps.toCheckout(page);
        await steps.fillBuyer(page);
        await steps.toPayment(page);
        await steps.pay(page, '3220');
        await steps.approve(page);
        await steps.seePaid(page, 2);
        const pdf = await (await steps.downloadPdf(page)).path();

        const text = textOf(pdf);
        const door = doorKey();
        const facts = codesOf(pdf).map((code) => readCode(code, door));
        expect(facts.map((fact) => fact?.event)).toEqual([idOf(house.event), idOf(house.event)]);
        expect(facts.map((fact) => fact?.seatNo).sort()).toEqual(
            pair.map((place) => place.seatNo).sort(),
        );
        expect(text).toContain(steps.buyer.name);
        expect(faults.seen).toEqual([]);
        ++journeys;
        await context.close();
    });
});
