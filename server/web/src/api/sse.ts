// SPDX-License-Identifier: Apache-2.0
// Server-sent events by fetch, so that a holder's token travels in a header and never in a URL.
//
// A watch connects again, with the last id, until it is stopped, its consumer has seen the end, or
// the server refuses for good. Silence longer than the heartbeats allow counts as broken.
import {clock} from '../state/clock';
import {backOffMs, sayReached, waitFor} from './client';
import {asProblem, kOffline, kTimeout, Problem, problemOf} from './problem';

export interface SseMessage {
    event: string;
    data: string;
    id: string;
}

// Collects lines into messages; a chunk may end anywhere.
export class SseParser {
    private rest = '';
    private data: string[] = [];
    private event = '';
    lastId = '';

    push(chunk: string): SseMessage[] {
        const out: SseMessage[] = [];
        const lines = (this.rest + chunk).split('\n');
        this.rest = lines.pop() ?? '';
        for (const raw of lines) {
            const message = this.line(raw.endsWith('\r') ? raw.slice(0, -1) : raw);
            if (message) out.push(message);
        }
        return out;
    }

    private line(line: string): SseMessage | null {
        if (line === '') {
            const message =
                this.data.length > 0
                    ? {event: this.event, data: this.data.join('\n'), id: this.lastId}
                    : null;
            this.data = [];
            this.event = '';
            return message;
        }
        const colon = line.indexOf(':');
        const name = colon < 0 ? line : line.slice(0, colon);
        const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
        if (name === 'data') this.data.push(value);
        else if (name === 'event') this.event = value;
        else if (name === 'id') this.lastId = value;
        return null;
    }
}

export interface WatchOptions {
    path: string;
    holderToken?: string;
    lastId?: string;
    signal: AbortSignal;
    // True: that was the last one, connect no more.
    onMessage(data: string): boolean;
    // Whether changes arrive at the moment.
    onLive?(live: boolean): void;
    // Refused for good; the watch has ended.
    onRefused?(problem: Problem): void;
}

const kSilenceMs = 40_000;

export async function watch(options: WatchOptions): Promise<void> {
    const parser = new SseParser();
    parser.lastId = options.lastId ?? '';
    for (let tried = 1; !options.signal.aborted; ++tried) {
        let wait: number | null = null;
        try {
            const ended = await connectOnce(options, parser, () => (tried = 1));
            if (ended) return;
        } catch (error) {
            if (options.signal.aborted) return;
            const problem = asProblem(error);
            wait = problem.retryAfterMs;
            if (!problem.transient && problem.status !== 0 && problem.status < 500) {
                options.onLive?.(false);
                options.onRefused?.(problem);
                return;
            }
        }
        options.onLive?.(false);
        try {
            await waitFor(backOffMs(tried, wait, Math.random()), options.signal);
        } catch {
            return;
        }
    }
}

async function connectOnce(
    options: WatchOptions,
    parser: SseParser,
    progressed: () => void,
): Promise<boolean> {
    const stop = new AbortController();
    const outside = () => stop.abort();
    options.signal.addEventListener('abort', outside, {once: true});
    let silence = setTimeout(outside, kSilenceMs);
    const headers: Record<string, string> = {Accept: 'text/event-stream'};
    if (options.holderToken) headers['X-Holder-Token'] = options.holderToken;
    if (parser.lastId !== '') headers['Last-Event-ID'] = parser.lastId;
    try {
        const init: RequestInit = {headers, signal: stop.signal, credentials: 'omit'};
        const sent = clock.steady();
        const response = await fetch(options.path, init).catch(() => {
            if (!options.signal.aborted) sayReached(false, sent);
            throw new Problem(stop.signal.aborted ? kTimeout : kOffline, 0);
        });
        sayReached(true, sent);
        if (!response.ok || response.body === null) {
            throw await problemOf(response, clock.now());
        }
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        for (;;) {
            const {done, value} = await reader.read();
            if (done) return false;
            clearTimeout(silence);
            silence = setTimeout(outside, kSilenceMs);
            options.onLive?.(true);
            for (const message of parser.push(value)) {
                if (message.event !== '' && message.event !== 'message') continue;
                progressed();
                if (options.onMessage(message.data)) return true;
            }
        }
    } finally {
        clearTimeout(silence);
        options.signal.removeEventListener('abort', outside);
        stop.abort();
    }
}
