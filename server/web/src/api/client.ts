// SPDX-License-Identifier: Apache-2.0
// One call of the REST API: deadlines, and retries that do nothing twice.
//
// A mutation keeps its request id over all its tries, so that whatever was done is answered again.
// Only a refusal of the id's time makes a new one, after the clock was corrected by the answer.
// Neither a token nor a body is ever written to a URL or to the console.
import {clock, type ServerClock} from '../state/clock';
import {readText, writeText} from '../state/storage';
import {kOffline, kTimeout, Problem, problemOf} from './problem';
import {base64Url, randomBytes, uuidV7} from './request_id';

export interface CallOptions {
    method?: 'GET' | 'POST';
    // Of a mutation; `requestId` is added to it.
    body?: Record<string, unknown>;
    holderToken?: string;
    // Sends the browser's key, by which limits per buyer count.
    asCaller?: boolean;
    // To repeat what an earlier page asked; otherwise a new id is made.
    requestId?: string;
    // From the first try to giving up.
    deadlineMs?: number;
    signal?: AbortSignal;
    // Called before waiting to try again.
    onRetry?: (problem: Problem) => void;
}

export interface ClientParts {
    fetch: typeof fetch;
    clock: ServerClock;
    wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
    random(): number;
    // Told after each try whether the server answered, and when it was sent (steady time).
    reached(reachable: boolean, sent: number): void;
}

const kTryMs = 10_000;
const kReadDeadlineMs = 20_000;
const kMutationDeadlineMs = 60_000;
const kBackOffFirstMs = 300;
const kBackOffMaxMs = 5_000;
const kCallerKey = 'tessera.caller';

export function callerKey(): string {
    const kept = readText(kCallerKey);
    if (kept !== null && /^[\w-]{22,86}$/.test(kept)) return kept;
    const made = base64Url(randomBytes(32));
    writeText(kCallerKey, made);
    return made;
}

export function waitFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
        const stop = () => {
            clearTimeout(timer);
            reject(new DOMException('stopped', 'AbortError'));
        };
        if (signal?.aborted) return reject(new DOMException('stopped', 'AbortError'));
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', stop);
            resolve();
        }, milliseconds);
        signal?.addEventListener('abort', stop, {once: true});
    });
}

// How long to wait before try number `tried` + 1, with up to a quarter more so that many browsers
// do not come back at one instant.
export function backOffMs(tried: number, asked: number | null, random: number): number {
    const base = Math.min(kBackOffMaxMs, kBackOffFirstMs * 2 ** (tried - 1));
    return Math.max(asked ?? 0, base) * (1 + random / 4);
}

interface Try<Answer> {
    path: string;
    options: CallOptions;
    requestId: string;
    // Without a byte.
    timeoutMs: number;
    read(response: Response): Answer | Promise<Answer>;
}

// The response with all of its body at hand. Rejects when `signal` is aborted, whatever the body
// does; `progressed` is called with each part of it, for a large layout on a slow line is no stall.
async function readWhole(
    response: Response,
    signal: AbortSignal,
    progressed: () => void,
): Promise<Response> {
    if (response.body === null) return response;
    const reader = response.body.getReader();
    const stopped = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error), {once: true});
    });
    stopped.catch(() => {});
    const parts: BlobPart[] = [];
    try {
        signal.throwIfAborted();
        for (;;) {
            const {done, value} = await Promise.race([reader.read(), stopped]);
            if (done) break;
            parts.push(value);
            progressed();
        }
    } catch (error) {
        void reader.cancel().catch(() => {});
        throw error;
    }
    return new Response(new Blob(parts), {status: response.status, headers: response.headers});
}

export class ApiClient {
    constructor(private readonly parts: ClientParts) {}

    newRequestId(): string {
        return uuidV7(this.parts.clock.now(), randomBytes(10));
    }

    async call<Answer>(path: string, options: CallOptions = {}): Promise<Answer> {
        return this.send(path, options, (response) => response.json() as Promise<Answer>);
    }

    // An answer with its body, for documents. Refusals are thrown as a Problem.
    document(path: string, options: CallOptions = {}): Promise<Response> {
        return this.send(path, options, (response) => response);
    }

    private async send<Answer>(
        path: string,
        options: CallOptions,
        read: (response: Response) => Answer | Promise<Answer>,
    ): Promise<Answer> {
        const {clock: time} = this.parts;
        const mutation = options.body !== undefined;
        const until =
            time.steady() +
            (options.deadlineMs ?? (mutation ? kMutationDeadlineMs : kReadDeadlineMs));
        let requestId = options.requestId ?? (mutation ? this.newRequestId() : '');
        let corrected = false;
        for (let tried = 1; ; ++tried) {
            const left = until - time.steady();
            const timeoutMs = Math.min(kTryMs, left);
            const answer = await this.tryOnce({path, options, requestId, timeoutMs, read});
            if (!(answer instanceof Problem)) return answer;
            if (this.correctClock(answer) && !corrected) {
                corrected = true;
                requestId = this.newRequestId();
                continue;
            }
            const pause = backOffMs(tried, answer.retryAfterMs, this.parts.random());
            if (!answer.transient || time.steady() + pause >= until) throw answer;
            options.onRetry?.(answer);
            await this.parts.wait(pause, options.signal);
        }
    }

    private correctClock(problem: Problem): boolean {
        if (problem.reason !== 'REQUEST_ID_AHEAD' && problem.reason !== 'REQUEST_ID_TOO_OLD') {
            return false;
        }
        const server = Date.parse(problem.metadata.server_time ?? '');
        this.parts.clock.correct(server);
        return !Number.isNaN(server);
    }

    private headersOf(options: CallOptions): Record<string, string> {
        const headers: Record<string, string> = {};
        if (options.body) headers['Content-Type'] = 'application/json';
        if (options.asCaller) headers['X-Caller-Key'] = callerKey();
        if (options.holderToken) headers['X-Holder-Token'] = options.holderToken;
        return headers;
    }

    // An answer counts when it is whole: one that breaks or stands still after its headers, and one
    // that cannot be read (a network's own page), says nothing of what the server did.
    private async tryOnce<Answer>(one: Try<Answer>): Promise<Answer | Problem> {
        const {path, options, requestId, timeoutMs} = one;
        const stop = new AbortController();
        const stopNow = () => stop.abort();
        let timer = setTimeout(stopNow, Math.max(1, timeoutMs));
        const progressed = () => {
            clearTimeout(timer);
            timer = setTimeout(stopNow, Math.max(1, timeoutMs));
        };
        options.signal?.addEventListener('abort', stopNow, {once: true});
        const sent = this.parts.clock.steady();
        try {
            const response = await this.parts.fetch(path, {
                method: options.method ?? (options.body ? 'POST' : 'GET'),
                headers: this.headersOf(options),
                body: options.body ? JSON.stringify({...options.body, requestId}) : undefined,
                signal: stop.signal,
                credentials: 'omit',
            });
            this.learnTime(response, sent);
            const whole = await readWhole(response, stop.signal, progressed);
            const answer = response.ok
                ? await one.read(whole)
                : await problemOf(whole, this.parts.clock.now());
            this.parts.reached(true, sent);
            return answer;
        } catch {
            if (options.signal?.aborted) throw new DOMException('stopped', 'AbortError');
            this.parts.reached(false, sent);
            return new Problem(stop.signal.aborted ? kTimeout : kOffline, 0);
        } finally {
            clearTimeout(timer);
            options.signal?.removeEventListener('abort', stopNow);
        }
    }

    // A cached answer's Date is old, so only answers that no cache may keep say the time.
    private learnTime(response: Response, sent: number): void {
        const cache = response.headers.get('Cache-Control') ?? '';
        const date = response.headers.get('Date');
        if (date === null || cache.includes('max-age')) return;
        const received = this.parts.clock.steady();
        this.parts.clock.learn(Date.parse(date), sent, received, 1000);
    }
}

let onReached: ClientParts['reached'] = () => {};

export function tellReachable(told: ClientParts['reached']): void {
    onReached = told;
}

export function sayReached(reachable: boolean, sent: number): void {
    onReached(reachable, sent);
}

export const client = new ApiClient({
    fetch: (input, init) => fetch(input, init),
    clock,
    wait: waitFor,
    random: Math.random,
    reached: sayReached,
});
