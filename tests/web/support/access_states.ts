// SPDX-License-Identifier: Apache-2.0
// The pages' rarer states, by what elements are for: names differ by language.
import type {Page} from 'playwright-core';
import {newEvent} from './admin';
import {getJson} from './house';
import {holdBestUnnamed} from './steps';

export type Check = (state: string) => Promise<void>;

export interface RareEvents {
    ordinary: string;
    soldOut: string;
    standing: string;
    later: string;
}

async function ofSeason(query: string): Promise<string> {
    const found = await getJson<{events?: {event: string}[]}>(`/v1/events?query=${query}`);
    const [first] = found.events ?? [];
    if (!first) throw new Error(`the season has no ${query}`);
    return first.event;
}

export async function rareEvents(ordinary: string): Promise<RareEvents> {
    const opensAt = new Date(Date.now() + 86_400_000);
    return {
        ordinary,
        soldOut: await ofSeason('Kellerkonzert'),
        standing: await ofSeason('Subraum'),
        later: await newEvent('An evening to come', {opensAt}),
    };
}

export async function walkRare(page: Page, events: RareEvents, check: Check): Promise<void> {
    await page.goto('/api');
    await page.locator('pre[data-example]').first().waitFor();
    await check('API');
    await page.goto('/events/01ARZ3NDEKTSV4RRFFQ69G5FAV');
    await page.locator('.empty').waitFor();
    await check('no such event');
    await page.goto(`/events/${events.soldOut}`);
    await page.locator('.event-top .notice-warn').waitFor();
    await check('sold out');
    await page.goto(`/events/${events.later}`);
    await page.locator('.event-top .countdown').waitFor();
    await page.getByRole('application').waitFor();
    await check('not yet open');
    await page.goto(`/events/${events.standing}`);
    await page.locator('.area-row button').first().waitFor();
    await check('standing only');
    await holdOver(page, events.ordinary, check);
}

// From the page of a paid order: one of its tickets is offered and taken. The link.
export async function walkHandingOn(page: Page, check: Check): Promise<string> {
    const section = page.locator('section[aria-labelledby=hand-title]');
    await section.locator('> .button-second').click();
    await section.getByRole('checkbox').first().check();
    await check('a ticket to hand on');
    await section.locator('.row-keys .button-second').click();
    const link = await section.getByRole('textbox').inputValue();
    await section.locator('.notice').waitFor();
    await check('a link to hand on');
    await page.goto(link);
    await page.locator('#holder-name').waitFor();
    await page.locator('form.panel [type=submit]').click();
    await page.locator('.field-fault').waitFor();
    await check('a ticket offered');
    await page.locator('#holder-name').fill('Grace Hopper');
    await page.locator('form.panel [type=submit]').click();
    await page.locator('.ticket img').waitFor();
    await check('a ticket taken');
    return link;
}

// The link of a ticket that somebody has taken, to a browser that knows nothing of it.
export async function walkOver(page: Page, link: string, check: Check): Promise<void> {
    await page.evaluate(() => localStorage.clear());
    await page.goto('about:blank');
    await page.goto(link);
    await page.locator('.empty').waitFor();
    await check('an offer that is over');
}

async function holdOver(page: Page, event: string, check: Check): Promise<void> {
    await holdBestUnnamed(page, event);
    await page.locator('.held .button-first').waitFor();
    const checkout = await page.locator('.held .button-first').getAttribute('href');
    await page.route('**/reservations/*', async (route) => {
        const answer = await route.fetch();
        const reservation = (await answer.json()) as object;
        const over = {...reservation, state: 'RELEASED', releaseReason: 'EXPIRED'};
        await route.fulfill({response: answer, json: over});
    });
    await page.goto(checkout!);
    await page.locator('main .notice-warn').waitFor();
    await check('hold over in checkout');
    await page.goto('/cart');
    await page.locator('.held .notice-warn').waitFor();
    await check('hold over in cart');
    await page.unrouteAll({behavior: 'wait'});
    await page.locator('.held .button-second').click();
}

export async function walkOffline(page: Page, check: Check): Promise<void> {
    await page.context().setOffline(true);
    await page.locator('.network-off').waitFor();
    await check('offline');
    await page.context().setOffline(false);
}
