// SPDX-License-Identifier: Apache-2.0
// That a page's own errors are found by the tests, and that what they provoke is not.
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser} from 'playwright-core';
import {launchPlain, newPerson} from './support/browser';

let browser: Browser;

beforeAll(async () => {
    browser = await launchPlain();
});

afterAll(() => browser.close());

it('would find an error that is logged and a file that is missing, and no refusal', async () => {
    const {page, context, faults} = await newPerson(browser, 'phone');
    await page.goto('/help');
    await page.locator('h1').waitFor();
    await page.evaluate(async () => {
        await fetch('/v1/events/nonsense');
        await fetch('/assets/missing.js');
        console.error('planted');
        setTimeout(() => {
            throw new Error('thrown');
        });
    });
    await expect.poll(() => faults.seen.length).toBe(3);
    expect(faults.seen.join('\n')).toMatch(/missing\.js[^]*planted[^]*thrown/);
    await context.close();
});
