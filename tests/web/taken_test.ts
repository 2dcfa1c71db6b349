// SPDX-License-Identifier: Apache-2.0
// Two browsers with one map: what one holds, the other sees taken.
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser} from 'playwright-core';
import {launch, newPerson} from './support/browser';
import {House} from './support/house';
import {SeatMap} from './support/seat_map';
import {demo, tellFigures} from './support/stack';
import * as steps from './support/steps';
import {holdAnswered, percentile, watchLabel} from './support/taken';

const kTimes = 50;
// Pictures take longer than all the rest of a turn.
const kPictures = 5;
const kSection = '113';
const kMostMs = 300;

let browser: Browser;

beforeAll(async () => {
    browser = await launch();
});

afterAll(() => browser.close());

it('shows a seat as taken soon after another browser holds it', {timeout: 480_000}, async () => {
    const house = await House.of(demo().event);
    const taker = await newPerson(browser, 'desktop');
    const other = await newPerson(browser, 'desktop');
    await other.page.goto(`/events/${house.event}`);
    const seen = new SeatMap(other, house);
    await seen.openSection(kSection);
    const map = new SeatMap(taker, house);
    const waited: number[] = [];
    for (let time = 0; time < kTimes; ++time) {
        await taker.page.goto(`/events/${house.event}`);
        await map.openAgain(kSection);
        const [place] = await map.nearest(await house.singles(kSection));
        if (!place) throw new Error('no free seat');
        await seen.hover(place);
        expect(await seen.label()).toContain('free');
        const before = time < kPictures ? await seen.picture(place) : null;
        const watch = await watchLabel(other.page, 'held by somebody');
        await map.hover(place);
        await map.choose(place);
        await steps.hold(taker.page);
        waited.push((await watch.shown) - (await holdAnswered(taker.page)));
        if (before) expect((await seen.picture(place)).equals(before)).toBe(false);
        await taker.page.getByRole('button', {name: 'Give back'}).click();
        await steps.heading(taker.page, 'Nothing held at the moment').waitFor();
    }
    expect(waited).toHaveLength(kTimes);
    const p99 = percentile(waited, 0.99);
    tellFigures('taken', {taken_visible_p99_ms: Math.round(p99 * 10) / 10});
    expect(p99).toBeLessThan(kMostMs);
    expect([...taker.faults.seen, ...other.faults.seen]).toEqual([]);
});
