// SPDX-License-Identifier: Apache-2.0
// What can go wrong while paying and afterwards, as a person sees it.
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser, Page} from 'playwright-core';
import {newEvent} from './support/admin';
import {alsoOnOther, launchPlain, newPerson, type Person} from './support/browser';
import {sight} from './support/sights';
import * as steps from './support/steps';

let browser: Browser;
let event: string;

beforeAll(async () => {
    browser = await launchPlain();
    event = await newEvent('An evening of payments');
});

afterAll(() => browser.close());

async function toPaymentPage(page: Page, of = event): Promise<void> {
    await steps.holdBest(page, of);
    await steps.checkOut(page);
}

async function seeDeclined(person: Person): Promise<void> {
    const {page} = person;
    await steps.pay(page, '0002');
    await page.getByRole('alert').getByText('The card was declined. Try another one.').waitFor();
    await sight(person, '24-declined');
}

it('takes another card after declined ones, on whichever device', async () => {
    const person = await newPerson(browser, 'phone');
    const {page, context} = person;
    await toPaymentPage(page);
    await seeDeclined(person);
    const desk = await alsoOnOther(browser, person);
    await seeDeclined(desk);
    await desk.context.close();
    await steps.pay(page, '4242');
    await steps.seePaid(page, 2);
    await context.close();
});

it('takes another card after the bank’s question was answered with no', async () => {
    const {page, context} = await newPerson(browser, 'desktop');
    await toPaymentPage(page);
    await steps.pay(page, '3220');
    await steps.heading(page, 'is it you?').waitFor();
    await page.getByRole('button', {name: 'No, reject'}).click();
    await page.getByRole('alert').getByText('You said no, and nothing was charged.').waitFor();
    await steps.pay(page, '4242');
    await steps.seePaid(page, 2);
    await context.close();
});

async function leavePayment(person: Person): Promise<void> {
    await person.page.getByRole('button', {name: 'Back to the shop'}).click();
    await person.page.getByText('The payment was not finished').waitFor();
    await sight(person, '25-payment-left');
}

it('keeps the places when the payment page is left, and pays later', async () => {
    const person = await newPerson(browser, 'phone');
    const {page, context} = person;
    await toPaymentPage(page);
    const desk = await alsoOnOther(browser, person);
    await leavePayment(person);
    await leavePayment(desk);
    await desk.context.close();
    await page.getByRole('button', {name: /^Pay €/}).click();
    await steps.heading(page, 'Sandbox payment').waitFor();
    await steps.pay(page, '4242');
    await steps.seePaid(page, 2);
    await context.close();
});

it('opens the payment again from the order after its page was closed', async () => {
    const {page, context} = await newPerson(browser, 'phone');
    await toPaymentPage(page);
    await page.close();
    const later = await context.newPage();
    await later.goto('/cart');
    await later.getByRole('link', {name: 'Go to the order'}).click();
    await later.getByText('Ready to be paid').waitFor();
    await later.getByRole('timer').first().waitFor();
    await later.getByRole('button', {name: /^Pay €/}).click();
    await steps.heading(later, 'Sandbox payment').waitFor();
    await steps.pay(later, '3220');
    await steps.approve(later);
    await steps.seePaid(later, 2);
    await context.close();
});

async function payTooLate(person: Person): Promise<void> {
    const {page} = person;
    await page.getByRole('button', {name: /^Pay\b/}).click();
    await page.getByText('This payment is over.').waitFor();
    for (const card of await page.getByRole('radio').all()) expect(await card.isDisabled()).toBe(true);
    await sight(person, '26-payment-too-late');
    await page.getByRole('button', {name: 'Back to the shop'}).click();
    await page.getByText('This order is over').waitFor();
    await sight(person, '27-order-over');
}

it('tells on the payment page, and on the order’s, that the time to pay is over', async () => {
    const late = await newEvent('A short time to pay', {paySeconds: 15});
    const person = await newPerson(browser, 'phone');
    const {page, context} = person;
    await toPaymentPage(page, late);
    const desk = await alsoOnOther(browser, person);
    for (const {page: one} of [person, desk]) await steps.chooseCard(one, '4242');
    const watching = await context.newPage();
    await watching.goto('/cart');
    await watching.getByRole('link', {name: 'Go to the order'}).click();
    await watching.getByText('This order is over').waitFor({timeout: 40_000});
    await watching.getByText('The time to pay passed without a payment.').waitFor();
    await payTooLate(person);
    await payTooLate(desk);
    await desk.context.close();
    await page.getByRole('link', {name: 'Choose again'}).click();
    await steps.heading(page, 'A short time to pay').waitFor();
    await context.close();
});

it('goes back without losing or paying anything twice', async () => {
    const {page, context} = await newPerson(browser, 'phone');
    await page.goto('/');
    await steps.heading(page, 'Find your seat').waitFor();
    await steps.holdBest(page, event);
    await steps.toCheckout(page);
    await page.goBack();
    await steps.heading(page, 'Your cart').waitFor();
    await page.goBack();
    await page.getByText('You are holding places here').waitFor();
    await page.goBack();
    await steps.heading(page, 'Find your seat').waitFor();
    await page.goForward();
    await page.getByRole('link', {name: 'Go to your cart'}).click();
    await steps.checkOut(page);
    await page.goBack();
    await page.getByText('Ready to be paid').waitFor();
    await page.goBack();
    // What was checked out is no cart any more, but the way to the order.
    await steps.heading(page, 'Your cart').waitFor();
    await page.getByRole('link', {name: 'Go to the order'}).click();
    await page.getByRole('button', {name: /^Pay €/}).click();
    await steps.heading(page, 'Sandbox payment').waitFor();
    await steps.pay(page, '4242');
    await steps.seePaid(page, 2);
    await page.goBack();
    await page.goForward();
    await steps.seePaid(page, 2);
    await context.close();
});

it('opens an order by its link alone, and no other', async () => {
    const owner = await newPerson(browser, 'phone');
    await toPaymentPage(owner.page);
    await steps.pay(owner.page);
    await steps.seePaid(owner.page, 2);
    const {event: of, order, token} = steps.orderOf(owner.page);
    expect(token).not.toBe('');
    const other = await newPerson(browser, 'desktop');
    await other.page.goto(`/orders/${of}/${order}#${token}`);
    await steps.seePaid(other.page, 2);
    const stranger = await newPerson(browser, 'desktop');
    const passer = await newPerson(browser, 'phone');
    await passer.page.goto(`/orders/${of}/${order}`);
    await steps.heading(passer.page, 'This link does not open an order').waitFor();
    await sight(passer, '29-foreign-order');
    const changed = token.slice(0, -2) + (token.endsWith('A') ? 'BB' : 'AA');
    for (const address of [
        `/orders/${of}/${order}`,
        `/orders/${of}/${order}#${changed}`,
        `/orders/${of}/${order}#x`,
        `/orders/${of}/${order.slice(0, -1)}${order.endsWith('2') ? '3' : '2'}#${token}`,
        `/orders/nonsense/${order}#${token}`,
    ]) {
        await stranger.page.goto('about:blank');
        await stranger.page.goto(address);
        await steps.heading(stranger.page, 'This link does not open an order').waitFor();
        await sight(stranger, '29-foreign-order');
        expect(await stranger.page.getByText(steps.buyer.email).count()).toBe(0);
        expect(await stranger.page.getByRole('img', {name: /QR code/}).count()).toBe(0);
    }
    for (const person of [owner, other, stranger, passer]) await person.context.close();
});
