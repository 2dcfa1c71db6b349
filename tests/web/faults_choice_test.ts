// SPDX-License-Identifier: Apache-2.0
// What can go wrong before paying, as a person sees it.
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser, Page} from 'playwright-core';
import {newEvent, takeSeats} from './support/admin';
import {alsoOnOther, launch, newPerson, type Device} from './support/browser';
import {House, listed} from './support/house';
import {SeatMap} from './support/seat_map';
import {sight} from './support/sights';
import * as steps from './support/steps';

let browser: Browser;
let house: House;

beforeAll(async () => {
    browser = await launch();
    house = await House.of(await newEvent('An evening of faults'));
});

afterAll(() => browser.close());

const taken = 'says which chosen seat somebody else just took, and keeps the rest chosen, %s';
it.each<[Device, string]>([
    ['desktop', '102'],
    ['phone', '106'],
])(taken, async (device, section) => {
    const person = await newPerson(browser, device);
    const {page, context} = person;
    await page.goto(`/events/${house.event}`);
    const [lost, kept] = await steps.pickPair(person, house, section);
    await takeSeats(house.event, [lost!.seatNo]);
    const alert = page.getByRole('alert');
    await alert.getByText('A seat you chose was just taken. The rest is still chosen.').waitFor();
    await alert.getByText(listed(lost!)).waitFor();
    await steps.chosen(page, 1);
    await sight(person, '20-seat-taken');
    await page.getByRole('button', {name: `Put back ${listed(kept!)}`}).waitFor();
    await context.close();
});

it('says which seat was gone when the hold was asked for, before the map knew', async () => {
    const person = await newPerson(browser, 'desktop');
    const {page, context} = person;
    // The map's changes do not arrive, as on a train.
    await page.route('**/seatmap:watch', (route) => route.abort());
    await page.goto(`/events/${house.event}`);
    const map = new SeatMap(person, house);
    const [lost, kept] = await steps.pickPair(person, house, '103', map);
    await takeSeats(house.event, [lost!.seatNo]);
    await page.getByRole('button', {name: 'Hold these places'}).click();
    const alert = page.getByRole('alert');
    await alert.getByText('Somebody was quicker: a seat is taken.').waitFor();
    await alert.getByText(listed(lost!)).waitFor();
    await steps.chosen(page, 1);
    // Nothing is held, and the seat shows as taken where it is.
    await page.getByRole('button', {name: `Put back ${listed(kept!)}`}).waitFor();
    await map.hover(lost!);
    expect(await map.label()).toContain('held by somebody');
    await context.close();
});

it('tells in cart and checkout that a hold ran out, and leads back to the event', async () => {
    const event = await newEvent('A short hold', {holdSeconds: 6});
    const person = await newPerson(browser, 'phone');
    const {page, context} = person;
    await steps.holdBest(page, event);
    const other = await context.newPage();
    await other.goto('/cart');
    await other.getByRole('timer').first().waitFor();
    await steps.toCheckout(page);
    await steps.fillBuyer(page);
    for (const tab of [page, other]) {
        await tab.getByText('Your hold has run out').waitFor();
        await tab.getByText('Nothing was charged.').first().waitFor();
    }
    await sight(person, '21-hold-over-in-checkout');
    await sight({page: other, device: 'phone'}, '22-hold-over-in-cart');
    const desk = await alsoOnOther(browser, person);
    await desk.page.getByText('Your hold has run out').waitFor();
    await sight(desk, '21-hold-over-in-checkout');
    await desk.page.goto('/cart');
    await desk.page.getByText('Your hold has run out').waitFor();
    await sight(desk, '22-hold-over-in-cart');
    await desk.context.close();
    expect(await page.getByRole('button', {name: /^Continue to pay/}).count()).toBe(0);
    await other.getByRole('link', {name: 'Choose again'}).click();
    await steps.heading(other, 'A short hold').waitFor();
    await other.goto('/cart');
    await steps.heading(other, 'Nothing held at the moment').waitFor();
    await context.close();
});

it('keeps what was typed while the server is asked whether the hold still stands', async () => {
    const event = await newEvent('A hold in doubt', {holdSeconds: 6});
    const {page, context} = await newPerson(browser, 'phone');
    await steps.holdBest(page, event);
    await steps.toCheckout(page);
    await steps.fillBuyer(page);
    await page.route('**/reservations/*', (route) => route.abort());
    const checking = page.getByText('Checking whether the places are still yours…');
    await checking.first().waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe(steps.buyer.name);
    expect(await page.getByText('Your hold has run out').count()).toBe(0);
    expect(await page.getByRole('link', {name: 'Choose again'}).count()).toBe(0);
    await page.unrouteAll({behavior: 'wait'});
    await page.getByText('Your hold has run out').waitFor();
    await page.getByRole('link', {name: 'Choose again'}).waitFor();
    await context.close();
});

it('shows one cart in two tabs, and both follow a checkout', async () => {
    const {page: first, context} = await newPerson(browser, 'desktop');
    const second = await context.newPage();
    await second.goto('/cart');
    await steps.heading(second, 'Nothing held at the moment').waitFor();
    await steps.holdBest(first, house.event);
    await second.getByRole('link', {name: 'To checkout'}).waitFor();
    await steps.toCheckout(first);
    await steps.toCheckout(second);
    await steps.fillBuyer(second);
    await steps.fillBuyer(first);
    await steps.toPayment(second);
    await first.getByText('Ready to be paid').waitFor();
    await steps.pay(second);
    await steps.seePaid(second, 2);
    await steps.seePaid(first, 2);
    const third = await context.newPage();
    await third.goto('/cart');
    await steps.heading(third, 'Nothing held at the moment').waitFor();
    await steps.heading(third, 'Orders from this browser').waitFor();
    await context.close();
});

it('gives a hold back once, whichever tab asks first', async () => {
    const {page: first, context} = await newPerson(browser, 'phone');
    await steps.holdBest(first, house.event);
    const second = await context.newPage();
    await second.goto('/cart');
    await second.getByRole('button', {name: 'Give back'}).click();
    for (const tab of [first, second]) {
        await steps.heading(tab, 'Nothing held at the moment').waitFor();
    }
    await context.close();
});

async function secondsShown(page: Page): Promise<number> {
    const left = await page.getByRole('timer').first().innerText();
    const [min = 0, sec = 0] = left.split(':').map(Number);
    return min * 60 + sec;
}

it.each([10, -10])('counts by the server where the clock is %i minutes wrong', async (minutes) => {
    const {page, context, faults} = await newPerson(browser, 'phone');
    await context.addInitScript((shift) => {
        const Real = Date;
        const now = () => Real.now() + shift;
        globalThis.Date = new Proxy(Real, {
            construct: (target, given: unknown[]) =>
                given.length === 0 ? new target(now()) : Reflect.construct(target, given),
            get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
        });
    }, minutes * 60_000);
    await steps.holdBest(page, house.event);
    expect(await secondsShown(page)).toBeGreaterThan(240);
    // After a reload nothing is known of the time until the first answer.
    let answer = () => {};
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/v1/**', async (route) => {
        await mayAnswer;
        await route.continue();
    });
    await page.reload();
    await page.getByRole('link', {name: 'To checkout'}).waitFor();
    expect(await page.getByRole('timer').first().innerText()).toBe('');
    expect(await page.getByText('Your hold has run out').count()).toBe(0);
    answer();
    await page.getByRole('timer').first().filter({hasText: /\d/}).waitFor();
    await page.unrouteAll({behavior: 'wait'});
    expect(await secondsShown(page)).toBeGreaterThan(200);
    expect(await secondsShown(page)).toBeLessThanOrEqual(300);
    await steps.checkOut(page);
    await steps.pay(page);
    await steps.seePaid(page, 2);
    expect(faults.seen).toEqual([]);
    await context.close();
});

it('says so where the texts could not be loaded, and starts when they can', async () => {
    const {page, context} = await newPerson(browser, 'phone', {locale: 'de-DE'});
    await page.route(/\/assets\/de-[^/]*\.js$/, (route) => route.abort());
    await page.goto('/');
    await steps.heading(page, 'Der Shop konnte nicht geladen werden').waitFor();
    await page.unrouteAll({behavior: 'wait'});
    await page.getByRole('button', {name: 'Noch einmal'}).click();
    await page.locator('.card').first().waitFor();
    await context.close();
});

it('says that one is offline, goes on by itself, and never loses the cart', async () => {
    const person = await newPerson(browser, 'phone');
    const {page, context} = person;
    await steps.holdBest(page, house.event);
    const desk = await alsoOnOther(browser, person);
    await desk.page.getByRole('timer').filter({hasText: /\d/}).first().waitFor();
    await desk.context.setOffline(true);
    await desk.page.getByText('You are offline.').waitFor();
    await sight(desk, '23-offline');
    await desk.context.close();
    await context.setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await sight(person, '23-offline');
    await page.getByRole('link', {name: 'To checkout'}).waitFor();
    // An answer that was still on its way does not take it back.
    expect(await page.getByText('Connected again.').count()).toBe(0);
    await page.getByText('You are offline.').waitFor();
    await context.setOffline(false);
    await page.getByText('Connected again.').waitFor();
    await page.reload();
    await page.getByRole('link', {name: 'To checkout'}).waitFor();
    await page.getByRole('timer').first().waitFor();
    await context.close();
});
