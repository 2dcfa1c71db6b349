// SPDX-License-Identifier: Apache-2.0
// How much is loaded before the map, how soon something is seen, and how the map moves while it
// changes.
import {readFileSync} from 'node:fs';
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser, Page} from 'playwright-core';
import {newEvent} from './support/admin';
import {launch, newPerson} from './support/browser';
import {SeatChanges} from './support/seat_changes';
import {demo, root, tellFigures, url} from './support/stack';
import {percentile} from './support/taken';

const kBundleMostKb = 200;
const kFirstViewMostMs = 1000;
const kFirstViews = 9;
const kFrameMostMs = 100;
const kSeatsPerSecond = 500;
// More than must arrive: a hold that is given back within one update of the map is no change.
const kSeatsSent = 650;
const kWanderMs = 15_000;
const kRoundsMost = 4;
const kTurnsOneWay = 6;

// With the page itself and the texts of the one language that a person reads.
const kBeforeMap = ['index.html', 'src/pages/event/event_page.tsx', 'src/i18n/en.ts'];

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
    const files = filesOf(kBeforeMap);
    let bytes = await bytesOf(page, '/');
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

// Round and round: in to the numbers, out to the whole house, dragging at every height; at least once
// both, however busy the machine.
async function wander(page: Page, milliseconds: number): Promise<void> {
    const box = (await page.getByRole('application').boundingBox())!;
    const until = Date.now() + milliseconds;
    for (let turn = 0; turn <= 2 * kTurnsOneWay || Date.now() < until; ++turn) {
        const inward = Math.floor(turn / kTurnsOneWay) % 2 === 0;
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

interface Received {
    seats: number;
}

// Counts the seats whose change reached the page with its watch of the map, whatever it draws.
async function countReceived(page: Page): Promise<() => Promise<number>> {
    await page.addInitScript(() => {
        const received = ((globalThis as unknown as {received: Received}).received = {seats: 0});
        const plain = globalThis.fetch;
        const read = async (body: ReadableStream<BufferSource>) => {
            const reader = body.pipeThrough(new TextDecoderStream()).getReader();
            let rest = '';
            for (;;) {
                const {done, value} = await reader.read();
                if (done) return;
                const lines = (rest + value).split('\n');
                rest = lines.pop() ?? '';
                for (const line of lines.filter((each) => each.startsWith('data:'))) {
                    const update = JSON.parse(line.slice(5)) as {delta?: {runs?: Run[]}};
                    for (const run of update.delta?.runs ?? []) received.seats += run.count ?? 0;
                }
            }
        };
        globalThis.fetch = async (input, init) => {
            const response = await plain(input, init);
            if (!String(input).includes('/seatmap:watch') || !response.body) return response;
            const [own, ours] = response.body.tee();
            void read(ours as ReadableStream<BufferSource>).catch(() => undefined);
            return new Response(own, {status: response.status, headers: response.headers});
        };
    });
    return () =>
        page.evaluate(() => (globalThis as unknown as {received: Received}).received.seats);
}

interface Run {
    count?: number;
}

// What the map says of its zoom until the returned function is called: sections, or seats.
async function watchZoom(page: Page): Promise<() => Promise<string[]>> {
    const handle = await page.evaluateHandle(() => {
        const seen = new Set<string>();
        const look = () => {
            const text = document.querySelector('.seat-map')?.textContent ?? '';
            for (const words of ['The map shows sections', 'The map shows seats']) {
                if (text.includes(words)) seen.add(words);
            }
        };
        new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
        return () => [...seen].sort();
    });
    return () => handle.evaluate((end) => end());
}

// A page that stands still so long, twice a second.
function plantBlocks(page: Page, milliseconds: number): Promise<void> {
    return page.evaluate((length) => {
        setInterval(() => {
            const until = performance.now() + length;
            while (performance.now() < until);
        }, 500);
    }, milliseconds);
}

function openMap(page: Page, event: string): Promise<void> {
    return page
        .goto(`/events/${event}`)
        .then(() => page.locator('.seat-map canvas').waitFor())
        .then(() => page.getByRole('application').scrollIntoViewIfNeeded());
}

// The frame time that 99 of 100 frames do not exceed while a person moves the map.
async function frameP99(page: Page, milliseconds: number): Promise<number> {
    const frames = await watchFrames(page);
    await wander(page, milliseconds);
    const times = await frames();
    console.log(`${times.length} frames, p99 ${percentile(times, 0.99).toFixed(1)} ms`);
    return Math.round(percentile(times, 0.99) * 10) / 10;
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
    const received = await countReceived(page);
    await openMap(page, event);
    const changes = await SeatChanges.of(event);
    const changing = changes.run(kSeatsSent);
    await expect.poll(() => changes.changed).toBeGreaterThan(100);
    const zoomed = await watchZoom(page);
    // What else the machine does makes a round worse, never better: the first good one counts.
    let rate = 0;
    for (let round = 1; round <= kRoundsMost; ++round) {
        const before = await received();
        const begun = performance.now();
        figures.frame_p99_ms = await frameP99(page, kWanderMs);
        rate = (((await received()) - before) * 1000) / (performance.now() - begun);
        console.log(`round ${round}: ${Math.round(rate)} seats a second reached the page`);
        if (rate >= kSeatsPerSecond && figures.frame_p99_ms <= kFrameMostMs) break;
    }
    changes.stop();
    await changing;
    expect(rate).toBeGreaterThanOrEqual(kSeatsPerSecond);
    expect(await zoomed()).toEqual(['The map shows seats', 'The map shows sections']);
    expect(figures.frame_p99_ms).toBeLessThanOrEqual(kFrameMostMs);
    await context.close();
});

it('would find a map that stands still for 150 ms now and then', async () => {
    const {page, context} = await newPerson(browser, 'desktop');
    await openMap(page, demo().event);
    await plantBlocks(page, 150);
    expect(await frameP99(page, 4_000)).toBeGreaterThan(kFrameMostMs);
    await context.close();
});
