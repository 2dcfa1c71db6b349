// SPDX-License-Identifier: Apache-2.0
// axe-core on a telephone, in each language; planted faults are found.
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser} from 'playwright-core';
import {paleIn, violationsOf} from './support/access';
import {findsNothingToBlame} from './support/access_walk';
import {launch, newPerson} from './support/browser';

findsNothingToBlame('phone', ['en', 'de', 'fr', 'es', 'ar']);

let browser: Browser;

beforeAll(async () => {
    browser = await launch();
});

afterAll(() => browser.close());

it('would find a picture without words and a text too pale', async () => {
    const {page, context} = await newPerson(browser, 'phone');
    await page.goto('/help');
    await page.locator('h1').waitFor();
    await page.evaluate(() => {
        document.querySelector('main')!.innerHTML =
            '<h1>A</h1><img src="/favicon.svg"><p style="color:#999;background:#aaa">pale</p>';
    });
    const violations = (await violationsOf(page)).join('\n');
    expect(violations).toContain('image-alt');
    expect(violations).toContain('color-contrast');
    expect((await paleIn(page, 'dark')).join('\n')).toContain('color-contrast');
    await context.close();
});
