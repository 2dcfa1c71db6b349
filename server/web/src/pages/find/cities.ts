// SPDX-License-Identifier: Apache-2.0
// The cities that something is on in, as the list of events names them: asked for once a visit.
import {signal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {listEvents} from '../../api/calls';
import {locale} from '../../i18n/text';

const kPageSize = 100;
const kPagesMost = 5;

const known = signal<readonly string[]>([]);
let asked = false;

// The listed one that is meant, whatever its case; empty: none.
export function cityIn(cities: readonly string[], wished: string): string {
    const key = keyOf(wished);
    return cities.find((city) => keyOf(city) === key) ?? '';
}

function keyOf(city: string): string {
    return city.trim().toLocaleLowerCase();
}

// Each once, whatever its case, in the order of the language.
export function inOrder(cities: readonly string[], tag: string): string[] {
    const once = new Map<string, string>();
    for (const city of cities) {
        const key = keyOf(city);
        if (key !== '' && !once.has(key)) once.set(key, city.trim());
    }
    return [...once.values()].sort(new Intl.Collator(tag).compare);
}

async function ask(): Promise<void> {
    const cities: string[] = [];
    let pageToken = '';
    for (let page = 0; page < kPagesMost; ++page) {
        const answer = await listEvents({pageSize: kPageSize, pageToken});
        cities.push(...(answer.events ?? []).map((event) => event.city));
        pageToken = answer.nextPageToken ?? '';
        if (pageToken === '') break;
    }
    known.value = cities;
}

// With the one that is wished for, whether or not anything is on there.
export function useCities(wished: string): string[] {
    useEffect(() => {
        if (asked) return;
        asked = true;
        // Without the list the shop still finds by text; the next visit asks again.
        ask().catch(() => (asked = false));
    }, []);
    return inOrder([...known.value, wished], locale.value);
}
