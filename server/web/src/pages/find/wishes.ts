// SPDX-License-Identifier: Apache-2.0
// What a person wishes to find: to and from the address, and as conditions of the API. Days are
// those of the person's own clock zone: an event's zone is not known before it is found.
import type {FindEvents} from '../../api/calls';

export interface Wishes {
    text: string;
    city: string;
    // A day as YYYY-MM-DD, 'weekend', or empty.
    when: string;
}

export function wishesOf(search: string): Wishes {
    const query = new URLSearchParams(search);
    const when = query.get('when') ?? '';
    return {
        text: (query.get('q') ?? '').slice(0, 100),
        city: (query.get('city') ?? '').slice(0, 100),
        when: when === 'weekend' || /^\d{4}-\d{2}-\d{2}$/.test(when) ? when : '',
    };
}

// Whether anything is wished for at all.
export function isWished({text, city, when}: Wishes): boolean {
    return text !== '' || city !== '' || when !== '';
}

export function addressOf(wishes: Wishes): string {
    const query = new URLSearchParams();
    if (wishes.text.trim() !== '') query.set('q', wishes.text.trim());
    if (wishes.city.trim() !== '') query.set('city', wishes.city.trim());
    if (wishes.when !== '') query.set('when', wishes.when);
    const text = query.toString();
    return text === '' ? '/' : `/?${text}`;
}

// From Friday 17:00 (or now, if that is later) to Monday 00:00.
export function weekendOf(now: Date): {from: Date; to: Date} {
    const day = now.getDay();
    const toFriday = day === 0 ? -2 : day === 6 ? -1 : 5 - day;
    const friday = new Date(now.getFullYear(), now.getMonth(), now.getDate() + toFriday, 17);
    const monday = new Date(now.getFullYear(), now.getMonth(), now.getDate() + toFriday + 3);
    return {from: friday > now ? friday : now, to: monday};
}

export function conditionsOf(wishes: Wishes, now: number): Partial<FindEvents> {
    const asked: Partial<FindEvents> = {query: wishes.text.trim(), city: wishes.city.trim()};
    if (wishes.when === 'weekend') {
        const {from, to} = weekendOf(new Date(now));
        return {...asked, startsAfter: from.toISOString(), startsBefore: to.toISOString()};
    }
    if (wishes.when !== '') {
        const from = new Date(`${wishes.when}T00:00:00`);
        if (!Number.isNaN(from.getTime())) return {...asked, startsAfter: from.toISOString()};
    }
    return asked;
}
