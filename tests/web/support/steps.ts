// SPDX-License-Identifier: Apache-2.0
// What a buyer does in the shop and on the provider's page, step by step, by role and name.
import {expect} from 'vitest';
import type {Download, Page} from 'playwright-core';
import type {Person} from './browser';
import type {House, Place} from './house';
import {SeatMap} from './seat_map';

export const buyer = {name: 'Ada Lovelace', email: 'ada@example.org'};

export function heading(page: Page, name: string | RegExp) {
    return page.getByRole('heading', {name});
}

export async function findArena(page: Page): Promise<void> {
    await page.goto('/');
    await heading(page, 'Find your seat').waitFor();
    await page.getByLabel('Artist, show or venue').fill('Tidal Lights');
    await page.getByRole('button', {name: 'Find events'}).click();
    await page.getByRole('status').filter({hasText: '1 event'}).waitFor();
}

export async function openEvent(page: Page): Promise<void> {
    await page.getByRole('link', {name: /The Tidal Lights/}).click();
    await heading(page, 'The Tidal Lights: Arena Tour').waitFor();
    await page.getByRole('application').waitFor();
}

// Two neighbours on the map, none of them single afterwards.
export async function pickPair(
    person: Person,
    house: House,
    section: string,
    map = new SeatMap(person, house),
): Promise<Place[]> {
    await map.openSection(section);
    const pair = await map.nearest(await house.pairs(section));
    for (const place of pair) await map.choose(place);
    await chosen(person.page, pair.length);
    return pair;
}

export async function chosen(page: Page, count: number): Promise<void> {
    const words = count === 1 ? '1 seat chosen' : `${count} seats chosen`;
    await page.getByRole('button', {name: words}).waitFor();
}

export async function hold(page: Page): Promise<void> {
    await page.getByRole('button', {name: 'Hold these places'}).click();
    await heading(page, 'Your cart').waitFor();
}

// Best seats, without the map.
export async function holdBest(page: Page, event: string, count = 2): Promise<void> {
    await page.goto(`/events/${event}`);
    await page.getByRole('button', {name: String(count), exact: true}).click();
    await page.getByRole('button', {name: /^Hold the best/}).click();
    await heading(page, 'Your cart').waitFor();
}

// The same in any language.
export async function holdBestUnnamed(page: Page, event: string): Promise<void> {
    await page.goto(`/events/${event}`);
    await page.locator('.best .button-first').click();
    await page.locator('.held').waitFor();
}

export async function toCheckout(page: Page): Promise<void> {
    await page.getByRole('link', {name: 'To checkout'}).click();
    await heading(page, 'Checkout').waitFor();
}

export async function fillBuyer(page: Page): Promise<void> {
    await page.getByLabel('Name').fill(buyer.name);
    await page.getByLabel('E-mail').fill(buyer.email);
    await page.getByLabel('Language of tickets and mails').selectOption('en');
}

export async function toPayment(page: Page): Promise<void> {
    await page.getByRole('button', {name: /^Continue to pay/}).click();
    await heading(page, 'Sandbox payment').waitFor();
}

export async function checkOut(page: Page): Promise<void> {
    await toCheckout(page);
    await fillBuyer(page);
    await toPayment(page);
}

export type Card = '4242' | '3220' | '0002' | '9995';

export async function chooseCard(page: Page, card: Card): Promise<void> {
    await page.getByRole('radio', {name: new RegExp(`${card}$`)}).check();
}

export async function pay(page: Page, card: Card = '4242'): Promise<void> {
    await chooseCard(page, card);
    await page.getByRole('button', {name: /^Pay\b/}).click();
}

export async function approve(page: Page): Promise<void> {
    await heading(page, 'is it you?').waitFor();
    await page.getByRole('button', {name: 'Yes, it is me'}).click();
}

export async function seePaid(page: Page, tickets: number): Promise<void> {
    await page.getByText('Paid. See you there!').waitFor();
    const codes = page.getByRole('img', {name: /^QR code of the ticket/});
    await expect.poll(() => codes.count(), {timeout: 10_000}).toBe(tickets);
}

export async function downloadPdf(page: Page): Promise<Download> {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', {name: 'Tickets as PDF'}).click();
    return coming;
}

export function orderOf(page: Page): {event: string; order: string; token: string} {
    const {pathname, hash} = new URL(page.url());
    const [, , event = '', order = ''] = pathname.split('/');
    return {event, order, token: hash.slice(1)};
}
