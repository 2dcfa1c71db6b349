// SPDX-License-Identifier: Apache-2.0
// How much is loaded before the map, how soon something is seen, and how the map moves while it
// changes.
import {readFileSync} from 'node:fs';
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser, Page} from 'playwright-core';
import {newEvent} from './support/admin';
import {launch, newPerson} from './support/browser';
import {SeatChanges} from './support/seat_changes';
import {root, tellFigures, url} from './support/stack';
import {percentile} from './support/taken';

const kBundleMostKb = 200;
const kFirstViewMostMs = 1000;
const kFirstViews = 9;
const kFrameMostMs = 100;
const kSeatsPerSecond = 500;
const kWanderMs = 15_000;

let browser: Browser;
const figures: Record<string, number> = {};

beforeAll(async () => {
    browser = await launch();
});

afterAll(async () => {
    await browser.close();
    tellFigures('speed', figures);
});

interface Chunk {
    file: string;
    css?: string[];
    imports?: string[];
}

// What a page needs by the build's manifest, with all that it imports at once.
function filesOf(names: readonly string[]): Set<string> {
    const text = readFileSync(`${root}/build/web/.vite/manifest.json`, 'utf8');
    const manifest = JSON.parse(text) as Record<string, Chunk>;
    const files = new Set<string>();
    const visit = (name: string) => {
        const chunk = manifest[name];
        if (!chunk) throw new Error(`the build has no ${name}`);
        if (files.has(chunk.file)) return;
        for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
        chunk.imports?.forEach(visit);
    };
    names.forEach(visit);
    return files;
}

// As it travels: what the server sends to a browser, before it is unpacked.
async function bytesOf(page: Page, path: string): Promise<number> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Network.enable');
    let bytes = 0;
    cdp.on('Network.loadingFinished', ({encodedDataLength}) => (bytes += encodedDataLength));
    await page.goto(url + path);
    await cdp.detach();
    return bytes;
}

it('loads little before the map', async () => {
    const {page, context} = await newPerson(browser, 'phone', {javaScriptEnabled: false});
    const files = filesOf(['index.html', 'src/pages/event/event_page.tsx']);
    let bytes = 0;
    for (const file of files) bytes += await bytesOf(page, `/${file}`);
    figures.bundle_kb = Math.round(bytes / 100) / 10;
    expect(files.size).toBeGreaterThan(3);
    expect(figures.bundle_kb).toBeLessThanOrEqual(kBundleMostKb);
    await context.close();
});

it('shows the shop soon, with nothing in the cache', async () => {
    const times: number[] = [];
    for (let time = 0; time < kFirstViews; ++time) {
        const {page, context} = await newPerson(browser, 'phone');
        await page.goto('/');
        await page.locator('.card h3').first().waitFor();
        times.push(
            await page.evaluate(
                () =>
                    new Promise<number>((resolve) => {
                        new PerformanceObserver((list) => {
                            resolve(list.getEntries().at(-1)!.startTime);
                        }).observe({type: 'largest-contentful-paint', buffered: true});
                    }),
            ),
        );
        await context.close();
    }
    figures.first_view_ms = Math.round(percentile(times, 0.5));
    expect(figures.first_view_ms).toBeLessThan(kFirstViewMostMs);
});

// Round and round: out to the whole house, in to the numbers, dragging at every height.
async function wander(page: Page, milliseconds: number): Promise<void> {
    const box = (await page.getByRole('application').boundingBox())!;
    const until = Date.now() + milliseconds;
    for (let turn = 0; Date.now() < until; ++turn) {
        const inward = Math.floor(turn / 6) % 2 === 0;
        const x = box.x + box.width / 2 + 90 * Math.cos(turn);
        const y = box.y + box.height * 0.4 + 60 * Math.sin(turn);
        await page.mouse.move(x, y);
        for (let i = 0; i < 5; ++i) await page.mouse.wheel(0, inward ? -140 : 140);
        await page.mouse.down();
        for (let i = 1; i <= 14; ++i) {
            await page.mouse.move(x + Math.cos(turn) * i * 9, y + Math.sin(turn) * i * 7);
        }
        await page.mouse.up();
    }
}

// The times between frames of the page until the returned function is called.
async function watchFrames(page: Page): Promise<() => Promise<number[]>> {
    const handle = await page.evaluateHandle(() => {
        const frames: number[] = [];
        let before = performance.now();
        let on = true;
        const step = (now: number) => {
            frames.push(now - before);
            before = now;
            if (on) requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
        return () => {
            on = false;
            return frames.slice(1);
        };
    });
    return () => handle.evaluate((end) => end());
}

it('moves the map smoothly while 500 seats a second change', async () => {
    const event = await newEvent('An evening of motion', {orphanRule: false});
    const {page, context} = await newPerson(browser, 'desktop');
    await page.goto(`/events/${event}`);
    await page.locator('.seat-map canvas').waitFor();
    await page.getByRole('application').scrollIntoViewIfNeeded();
    const changes = await SeatChanges.of(event);
    const changing = changes.run(kSeatsPerSecond);
    await expect.poll(() => changes.changed).toBeGreaterThan(100);
    const before = changes.changed;
    const begun = performance.now();
    const frames = await watchFrames(page);
    await wander(page, kWanderMs);
    const times = await frames();
    const rate = ((changes.changed - before) * 1000) / (performance.now() - begun);
    changes.stop();
    await changing;
    figures.frame_p99_ms = Math.round(percentile(times, 0.99) * 10) / 10;
    console.log(`${times.length} frames, ${Math.round(rate)} seats a second`);
    expect(rate).toBeGreaterThan(kSeatsPerSecond * 0.9);
    expect(figures.frame_p99_ms).toBeLessThanOrEqual(kFrameMostMs);
    await context.close();
});
