// SPDX-License-Identifier: Apache-2.0
// The events of one search, page by page. Whatever an earlier search still answers is left out.
import {signal} from '@preact/signals';
import {asProblem, type Problem} from '../../api/problem';
import type {EventSummary, ListEventsResponse} from '../../api/types_sale';

export interface Found {
    events: EventSummary[];
    nextPageToken: string;
    loading: boolean;
    problem: Problem | null;
}

const kNothing: Found = {events: [], nextPageToken: '', loading: true, problem: null};

export type AskEvents = (pageToken: string, signal: AbortSignal) => Promise<ListEventsResponse>;

export class FoundEvents {
    readonly found = signal<Found>(kNothing);
    private ask: AskEvents | null = null;
    private stop = new AbortController();

    // Begins another search.
    search(ask: AskEvents): Promise<void> {
        this.ask = ask;
        this.found.value = kNothing;
        return this.load('');
    }

    end(): void {
        this.stop.abort();
    }

    // The page of `pageToken`; '': the first one, anew.
    async load(pageToken: string): Promise<void> {
        if (this.ask === null) return;
        this.stop.abort();
        const {signal: stopped} = (this.stop = new AbortController());
        const before = pageToken === '' ? kNothing : this.found.value;
        this.found.value = {...before, loading: true, problem: null};
        try {
            const answer = await this.ask(pageToken, stopped);
            if (stopped.aborted) return;
            this.found.value = {
                events: [...before.events, ...(answer.events ?? [])],
                nextPageToken: answer.nextPageToken ?? '',
                loading: false,
                problem: null,
            };
        } catch (error) {
            if (stopped.aborted) return;
            this.found.value = {...before, loading: false, problem: asProblem(error)};
        }
    }
}
