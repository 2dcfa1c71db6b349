// SPDX-License-Identifier: Apache-2.0
// The drawn seat map in a person's hands. Nobody can ask a canvas where a seat is: what is under
// the pointer says its name in a label and wears a ring. Two seats that were met so tell where all
// the others are.
import {expect} from 'vitest';
import type {Locator} from 'playwright-core';
import type {Person} from './browser';
import {listed, type House, type Place} from './house';

interface Point {
    x: number;
    y: number;
}

interface Met {
    place: Place;
    // The ring's middle, in CSS pixels of the map.
    at: Point;
}

// Places this far apart, of a map's shorter side, make a scale that is exact enough.
const kApart = 0.3;
const kSettleMs = 10_000;
const kMeetMs = 2_000;
const kNear = 30;
const kTries = 4;

export class SeatMap {
    readonly view: Locator;
    private readonly tip: Locator;
    private readonly ring: Locator;
    private scale = 0;
    private origin: Point = {x: 0, y: 0};

    constructor(
        private readonly person: Person,
        private readonly house: House,
    ) {
        const {page} = person;
        this.view = page.getByRole('application');
        this.tip = page.locator('.seat-map-tip');
        this.ring = page.locator('.seat-map-ring');
    }

    // Brings a section so near that its seats can be pressed.
    async openSection(section: string): Promise<void> {
        await this.comeNear(section);
        await this.rest();
        await this.learn();
    }

    // The same in a page that was opened anew: the map will stand as it stood.
    async openAgain(section: string): Promise<void> {
        if (this.scale === 0) return this.openSection(section);
        await this.comeNear(section);
        if (this.person.device === 'phone') await this.rest();
        await this.putBack();
    }

    private async comeNear(section: string): Promise<void> {
        await this.pressSection(section);
        if (this.person.device !== 'phone') return;
        // Seats that are too small for a finger come nearer under it.
        await this.rest();
        const room = await this.room();
        await this.press({x: room.width * 0.5, y: room.height * 0.5});
    }

    private async pressSection(section: string): Promise<void> {
        await this.view.waitFor();
        await this.view.scrollIntoViewIfNeeded();
        const room = await this.room();
        const middle = this.house.middleOf(section);
        const whole = this.house.middle;
        const {width, height} = this.house.size;
        const scale = Math.min(room.width / width, room.height / height) * 0.95;
        await this.press({
            x: room.width / 2 + (middle.x - whole.x) * scale,
            y: room.height / 2 + (middle.y - whole.y) * scale,
        });
        await this.person.page.getByText('The map shows seats').waitFor({state: 'attached'});
    }

    // Waits until the map moves no more.
    async rest(): Promise<void> {
        let before: Buffer = Buffer.alloc(0);
        await expect
            .poll(
                async () => {
                    const now = await this.view.screenshot();
                    const rests = now.equals(before);
                    before = now;
                    return rests;
                },
                {timeout: kSettleMs, interval: 60},
            )
            .toBe(true);
    }

    // Where a seat is now, in CSS pixels of the map.
    pointOf(place: Place): Point {
        return {
            x: this.origin.x + place.x * this.scale,
            y: this.origin.y + place.y * this.scale,
        };
    }

    async isInReach(place: Place): Promise<boolean> {
        const box = await this.boundingBox();
        const {x, y} = this.pointOf(place);
        if (x < 12 || y < 12 || x > box.width - 12 || y > box.height - 12) return false;
        return this.view.evaluate(
            (view, at) => {
                const {left, top} = view.getBoundingClientRect();
                const hit = document.elementFromPoint(left + at.x, top + at.y);
                return hit !== null && view.contains(hit);
            },
            {x, y},
        );
    }

    // The group of seats that can be pressed, nearest to the middle of the map.
    async nearest(groups: readonly Place[][]): Promise<Place[]> {
        const box = await this.boundingBox();
        const away = (group: Place[]) => {
            const {x, y} = this.pointOf(group[0]!);
            return Math.hypot(x - box.width / 2, y - box.height / 2);
        };
        for (const group of [...groups].sort((a, b) => away(a) - away(b))) {
            const reach = await Promise.all(group.map((place) => this.isInReach(place)));
            if (reach.every(Boolean)) return group;
        }
        throw new Error('no such seat can be pressed where the map stands');
    }

    // Presses a free seat until it is chosen: on a slow machine a touch may last so long that it is
    // none.
    async choose(place: Place): Promise<void> {
        const chosen = this.person.page.getByRole('button', {name: `Put back ${listed(place)}`});
        for (let tried = 0; tried < kTries; ++tried) {
            await this.press(this.pointOf(place));
            const seen = chosen.waitFor({timeout: kMeetMs});
            if (await seen.then(() => true, () => false)) return;
        }
        throw new Error(`${listed(place)} could not be chosen`);
    }

    // Puts the mouse on a seat: its label appears, and changes with it.
    async hover(place: Place): Promise<void> {
        await this.view.scrollIntoViewIfNeeded();
        const box = await this.boundingBox();
        const wanted = this.pointOf(place);
        const away = async () => {
            await this.person.page.mouse.move(box.x + wanted.x, box.y + wanted.y);
            const met = await this.underNow();
            if (met?.place !== place) return Infinity;
            return Math.hypot(met.at.x - wanted.x, met.at.y - wanted.y);
        };
        await expect.poll(away, {timeout: kSettleMs}).toBeLessThan(2);
    }

    label(): Promise<string> {
        return this.tip.innerText();
    }

    // What the map shows around a seat, as pixels.
    async picture(place: Place): Promise<Buffer> {
        const box = await this.boundingBox();
        const {x, y} = this.pointOf(place);
        const half = 9;
        return this.person.page.screenshot({
            clip: {
                x: box.x + x - half,
                y: box.y + y - half,
                width: half * 2,
                height: half * 2,
            },
        });
    }

    private async press({x, y}: Point): Promise<void> {
        const position = {x, y};
        if (this.person.device === 'phone') await this.view.tap({position});
        else await this.view.click({position});
    }

    private async boundingBox() {
        const box = await this.view.boundingBox();
        if (!box) throw new Error('the map is not on the page');
        return box;
    }

    // Where the whole house is drawn: above the zoom keys where they lie side by side.
    private async room(): Promise<{width: number; height: number}> {
        const box = await this.boundingBox();
        const keys = await this.person.page.locator('.seat-map-keys').boundingBox();
        const below = keys && keys.width > keys.height ? box.y + box.height - keys.y : 0;
        return {width: box.width, height: box.height - below};
    }

    private async nameUnder(): Promise<Place | undefined> {
        if (!(await this.tip.isVisible())) return undefined;
        const name = await this.tip.locator('b').innerText();
        return this.house.named(name);
    }

    // Meets seats across the map until two are far enough apart.
    private async learn(): Promise<void> {
        const box = await this.boundingBox();
        const met: Met[] = [];
        for (const [right, down] of kLooks) {
            const found = await this.meet({x: box.width * right, y: box.height * down});
            if (found) met.push(found);
            const pair = farApart(met, Math.min(box.width, box.height) * kApart);
            if (!pair) continue;
            const [a, b] = pair;
            const plan = Math.hypot(a.place.x - b.place.x, a.place.y - b.place.y);
            this.scale = Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) / plan;
            this.origin = {
                x: a.at.x - a.place.x * this.scale,
                y: a.at.y - a.place.y * this.scale,
            };
            await this.putBack();
            return;
        }
        throw new Error(`only ${met.length} seats were met on the map`);
    }

    // The seat at a point and where its ring stands; nothing where there is no seat near it.
    private async meet(point: Point): Promise<Met | undefined> {
        const {page, device} = this.person;
        const box = await this.boundingBox();
        if (device === 'phone') await this.press(point);
        else await page.mouse.move(box.x + point.x, box.y + point.y);
        const until = Date.now() + kMeetMs;
        while (Date.now() < until) {
            const met = await this.underNow();
            const near = met && Math.hypot(met.at.x - point.x, met.at.y - point.y) < kNear;
            if (near) return met;
        }
        return undefined;
    }

    private async underNow(): Promise<Met | undefined> {
        const place = await this.nameUnder();
        if (!place) return undefined;
        const at = await this.ring.evaluate((ring) => {
            const box = ring.getBoundingClientRect();
            const map = ring.parentElement!.getBoundingClientRect();
            return {x: box.left + box.width / 2 - map.left, y: box.top + box.height / 2 - map.top};
        });
        return {place, at};
    }

    // A finger that looks also chooses: whatever is chosen is put back.
    private async putBack(): Promise<void> {
        const keys = this.person.page.getByRole('button', {name: /^Put back /});
        for (let left = await keys.count(); left > 0; --left) {
            await keys.first().click();
            await expect.poll(() => keys.count()).toBe(left - 1);
        }
        // Reaching for the keys may have moved the page.
        await this.view.scrollIntoViewIfNeeded();
    }
}

// Where the map is looked at, as shares of its sides.
const kLooks = [
    [0.5, 0.35],
    [0.2, 0.2],
    [0.8, 0.2],
    [0.2, 0.5],
    [0.8, 0.5],
    [0.4, 0.3],
    [0.6, 0.6],
] as const;

function farApart(met: readonly Met[], least: number): [Met, Met] | undefined {
    for (const a of met) {
        for (const b of met) {
            if (Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) >= least) return [a, b];
        }
    }
    return undefined;
}
