// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import {kOffline, Problem} from '../../api/problem';
import type {EventSummary, ListEventsResponse} from '../../api/types_sale';
import {FoundEvents, type AskEvents} from './found';

function page(name: string, nextPageToken?: string): ListEventsResponse {
    return {events: [{event: name} as EventSummary], nextPageToken};
}

// A search whose answers come when the test says.
function slow() {
    const answers: ((answer: ListEventsResponse) => void)[] = [];
    const ask: AskEvents = () => new Promise((resolve) => answers.push(resolve));
    return {ask, answers};
}

const names = ({found}: FoundEvents) => found.value.events.map(({event}) => event);

describe('found events', () => {
    it('are those of the last search, whichever answer comes last', async () => {
        const events = new FoundEvents();
        const [old, late] = [slow(), slow()];
        const first = events.search(old.ask);
        const second = events.search(late.ask);
        late.answers[0]!(page('new'));
        await second;
        old.answers[0]!(page('old', 'more'));
        await first;
        expect(names(events)).toEqual(['new']);
        expect(events.found.value.nextPageToken).toBe('');
    });

    it('never gain a further page of another search', async () => {
        const events = new FoundEvents();
        const [old, late] = [slow(), slow()];
        const first = events.search(old.ask);
        old.answers[0]!(page('old', 'more'));
        await first;
        const more = events.load('more');
        const second = events.search(late.ask);
        expect(names(events)).toEqual([]);
        expect(events.found.value).toMatchObject({loading: true, nextPageToken: ''});
        late.answers[0]!(page('new'));
        old.answers[1]!(page('old 2'));
        await Promise.all([more, second]);
        expect(names(events)).toEqual(['new']);
    });

    it('grow page by page, and stay where a page fails', async () => {
        const events = new FoundEvents();
        await events.search(async (token) => {
            if (token === 'fails') throw new Problem(kOffline, 0);
            return token === '' ? page('1', 'two') : page('2', 'fails');
        });
        await events.load('two');
        await events.load('fails');
        expect(names(events)).toEqual(['1', '2']);
        expect(events.found.value).toMatchObject({loading: false, nextPageToken: 'fails'});
        expect(events.found.value.problem?.reason).toBe(kOffline);
    });
});
