// SPDX-License-Identifier: Apache-2.0
// Debian's Chromium with software GL, and the two devices of a buyer. CHROMIUM names another browser.
import {
    chromium,
    type Browser,
    type BrowserContext,
    type BrowserContextOptions,
    type Page,
} from 'playwright-core';
import {existsSync, mkdirSync} from 'node:fs';
import {onTestFailed} from 'vitest';
import {root, url} from './stack';

export type Device = 'phone' | 'desktop';

// As a telephone draws: four pixels for each of CSS. It takes as much longer where the processor paints,
// so whoever only reads and presses does without.
export const kSharp: BrowserContextOptions = {deviceScaleFactor: 2};

export const devices: Record<Device, BrowserContextOptions> = {
    phone: {
        viewport: {width: 390, height: 844},
        deviceScaleFactor: process.env.TESSERA_WEB_SIGHTS ? 2 : 1,
        hasTouch: true,
        isMobile: true,
    },
    desktop: {viewport: {width: 1280, height: 800}, deviceScaleFactor: 1},
};

// WebGL by software. What is not WebGL is painted by the processor: software GL leaves out parts of
// large drawings.
const kFlags = [
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--disable-gpu-rasterization',
    '--no-sandbox',
];

// For whoever reads pages and looks at no drawing: without software GL, where the map is by Canvas and
// every frame costs a fraction.
const kPlainFlags = ['--disable-gpu', '--no-sandbox'];

// The first that is there; without windows costs a third less.
const kBrowsers = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

function launchWith(args: string[]): Promise<Browser> {
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? kBrowsers.find(existsSync),
        headless: true,
        args,
    });
}

export const launch = () => launchWith(kFlags);
export const launchPlain = () => launchWith(kPlainFlags);

// What a browser itself logs of an answer that is no success or never came. Refusals and outages of
// the API are what the tests are about, and pages tell them; so are addresses that lead nowhere. The
// sandbox's page has no icon. Any other file that is missing is a fault.
const kRefused = /^Failed to load resource: the server responded with a status of (4\d\d|503)/;
const kNoAnswer = /^Failed to load resource: net::ERR_/;
const kExpected: {text: RegExp; from: RegExp}[] = [
    {text: kRefused, from: /\/v1\//},
    {text: kNoAnswer, from: /\/v1\//},
    {text: kRefused, from: /\/favicon\.ico$/},
    {text: kRefused, from: /\/(no\/such\/page|events\/\w+|orders\/\w+\/\w+)$/},
];

// What a page logs as an error or throws; a test ends with asking that there was none.
export class Faults {
    readonly seen: string[] = [];

    watch(page: Page): void {
        page.on('pageerror', (error) => this.seen.push(`${page.url()}: ${error.message}`));
        page.on('console', (message) => {
            if (message.type() !== 'error') return;
            const {url: from} = message.location();
            const known = kExpected.some(
                (expected) => expected.text.test(message.text()) && expected.from.test(from),
            );
            if (!known) this.seen.push(`${page.url()}: ${message.text()} (${from})`);
        });
    }
}

export interface Person {
    context: BrowserContext;
    page: Page;
    faults: Faults;
    device: Device;
}

// What a failed test saw last is in build/reports/web-failures.
function keepLastSight(page: Page): void {
    onTestFailed(async ({task}) => {
        const folder = `${root}/build/reports/web-failures`;
        mkdirSync(folder, {recursive: true});
        const name = task.name.replace(/\W+/g, '-').slice(0, 60);
        await page.screenshot({path: `${folder}/${name}-${++sights}.png`}).catch(() => undefined);
    });
}

let sights = 0;

// A person with a browser of their own, nothing remembered.
export async function newPerson(
    browser: Browser,
    device: Device,
    options: BrowserContextOptions = {},
): Promise<Person> {
    const context = await browser.newContext({
        ...devices[device],
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        baseURL: url,
        acceptDownloads: true,
        ...options,
    });
    context.setDefaultTimeout(20_000);
    const faults = new Faults();
    context.on('page', (page) => faults.watch(page));
    const page = await context.newPage();
    keepLastSight(page);
    return {context, page, faults, device};
}

// The same person with the other device: what the browser keeps is there too, and its page opens.
export async function alsoOnOther(browser: Browser, {device, page, context}: Person) {
    const storageState = await context.storageState();
    const other = device === 'phone' ? 'desktop' : 'phone';
    const person = await newPerson(browser, other, {storageState});
    await person.page.goto(page.url());
    return person;
}
