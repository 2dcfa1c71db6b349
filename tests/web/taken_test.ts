// SPDX-License-Identifier: Apache-2.0
// Two browsers with one map: what one holds, the other sees taken.
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser} from 'playwright-core';
import {launch, newPerson, type Device} from './support/browser';
import {House} from './support/house';
import {SeatMap} from './support/seat_map';
import {demo, tellFigures} from './support/stack';
import * as steps from './support/steps';
import {forgetAnswers, holdAnswered, percentile, watchLabel, watchPress} from './support/taken';

const kTimes = 45;
const kPhoneTimes = 5;
// Pictures take longer than all the rest of a turn, as does a telephone whose map is to stand still.
const kPictures = 5;
const kSection = '113';
const kMostMs = 300;

let browser: Browser;

beforeAll(async () => {
    browser = await launch();
});

afterAll(() => browser.close());

interface Waits {
    answered: number[];
    pressed: number[];
}

// `times` holds by `device`, as a desktop that looks at the same map sees them.
async function takeTurns(device: Device, times: number): Promise<Waits> {
    const house = await House.of(demo().event);
    // The map comes near at once: how it moves is seen elsewhere.
    const taker = await newPerson(browser, device, {reducedMotion: 'reduce'});
    const other = await newPerson(browser, 'desktop');
    await other.page.goto(`/events/${house.event}`);
    const seen = new SeatMap(other, house);
    await seen.openSection(kSection);
    const map = new SeatMap(taker, house);
    const waits: Waits = {answered: [], pressed: []};
    for (let time = 0; time < times; ++time) {
        if (time === 0) await taker.page.goto(`/events/${house.event}`);
        else await taker.page.goBack();
        await map.openAgain(kSection);
        const [place] = await map.nearest(await house.singles(kSection));
        if (!place) throw new Error('no free seat');
        await seen.hover(place);
        expect(await seen.label()).toContain('free');
        const before = time < kPictures ? await seen.picture(place) : null;
        const watch = await watchLabel(other.page, 'held by somebody');
        if (device === 'desktop') await map.hover(place);
        await map.choose(place);
        await forgetAnswers(taker.page);
        const pressed = await watchPress(taker.page, 'Hold these places');
        await steps.hold(taker.page);
        const shown = await watch.shown;
        waits.answered.push(shown - (await holdAnswered(taker.page)));
        waits.pressed.push(shown - (await pressed()));
        if (before) expect((await seen.picture(place)).equals(before)).toBe(false);
        await taker.page.getByRole('button', {name: 'Give back'}).click();
        await steps.heading(taker.page, 'Nothing held at the moment').waitFor();
    }
    expect([...taker.faults.seen, ...other.faults.seen]).toEqual([]);
    await taker.context.close();
    await other.context.close();
    return waits;
}

function told(values: readonly number[]): string {
    const [middle, most] = [0.5, 0.99].map((share) => percentile(values, share).toFixed(1));
    return `${middle} ms in the middle, ${most} ms at the 99th of 100`;
}

it('shows a seat as taken soon after another browser holds it', {timeout: 480_000}, async () => {
    const desktop = await takeTurns('desktop', kTimes);
    const phone = await takeTurns('phone', kPhoneTimes);
    expect(desktop.answered).toHaveLength(kTimes);
    expect(phone.answered).toHaveLength(kPhoneTimes);
    const answered = [...desktop.answered, ...phone.answered];
    const pressed = [...desktop.pressed, ...phone.pressed];
    for (const [device, waits] of Object.entries({desktop, phone})) {
        console.log(`${device} to desktop, from the answer: ${told(waits.answered)}`);
        console.log(`${device} to desktop, from the press: ${told(waits.pressed)}`);
    }
    const p99 = percentile(answered, 0.99);
    tellFigures('taken', {taken_visible_p99_ms: Math.round(p99 * 10) / 10});
    // Nobody sees a hold before it was asked for.
    expect(Math.min(...pressed)).toBeGreaterThan(0);
    expect(p99).toBeLessThan(kMostMs);
});
