// SPDX-License-Identifier: Apache-2.0
// Somebody else, at a desktop, who looks at the same map while a buyer buys.
import {expect} from 'vitest';
import type {Browser} from 'playwright-core';
import {newPerson, type Person} from './browser';
import type {House, Place} from './house';
import {SeatMap} from './seat_map';

export class Witness {
    private constructor(
        private readonly person: Person,
        private readonly map: SeatMap,
    ) {}

    static async of(browser: Browser, house: House, section: string): Promise<Witness> {
        const person = await newPerson(browser, 'desktop');
        await person.page.goto(`/events/${house.event}`);
        const map = new SeatMap(person, house);
        await map.openSection(section);
        return new Witness(person, map);
    }

    // Leaves the pointer on the last of them: what becomes of it is seen without moving.
    async seesFree(places: readonly Place[]): Promise<void> {
        for (const place of places) {
            await this.map.hover(place);
            expect(await this.map.label()).toContain('free');
        }
    }

    async seesHeld(): Promise<void> {
        await this.tip.getByText('held by somebody').waitFor();
    }

    // All of them, one after another.
    async seesSold(places: readonly Place[]): Promise<void> {
        await this.tip.getByText('sold', {exact: true}).waitFor();
        for (const place of places) {
            await this.map.hover(place);
            expect(await this.map.label()).toContain('sold');
        }
    }

    async leave(): Promise<void> {
        expect(this.person.faults.seen).toEqual([]);
        await this.person.context.close();
    }

    private get tip() {
        return this.person.page.locator('.seat-map-tip');
    }
}
