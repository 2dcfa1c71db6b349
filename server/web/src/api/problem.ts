// SPDX-License-Identifier: Apache-2.0
// Why a call was refused or failed: the reasons of errors.proto, and three of our own for answers
// that never came.

export const kOffline = 'NETWORK_FAILED';
export const kTimeout = 'NO_ANSWER';
export const kStrange = 'STRANGE_ANSWER';

export class Problem extends Error {
    constructor(
        readonly reason: string,
        readonly status: number,
        readonly metadata: Record<string, string> = {},
        readonly retryAfterMs: number | null = null,
    ) {
        super(reason);
    }

    // Trying again with the same request id may help, and does nothing twice.
    get transient(): boolean {
        return (
            this.reason === kOffline ||
            this.reason === kTimeout ||
            this.status === 429 ||
            this.status === 502 ||
            this.status === 503 ||
            this.status === 504
        );
    }

    // The server has judged the wish and not granted it; after any other failure it may have.
    get refused(): boolean {
        return this.status >= 400 && this.status < 500 && !this.transient;
    }

    seatNos(): number[] {
        const listed = this.metadata.seat_nos ?? '';
        return listed
            .split(',')
            .filter((part) => part.trim() !== '')
            .map(Number)
            .filter(Number.isInteger);
    }
}

// Retry-After as seconds or as a date, at `now`; null where there is none or it says nothing.
export function retryAfterMs(header: string | null, now: number): number | null {
    if (header === null || header.trim() === '') return null;
    const seconds = Number(header);
    if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
    const until = Date.parse(header);
    return Number.isNaN(until) ? null : Math.max(0, until - now);
}

export async function problemOf(response: Response, now: number): Promise<Problem> {
    const wait = retryAfterMs(response.headers.get('Retry-After'), now);
    let reason = `HTTP_${response.status}`;
    let metadata: Record<string, string> = {};
    // Rejects where the body breaks: then it is not known what was said.
    const text = await response.text();
    try {
        const body: unknown = JSON.parse(text);
        if (typeof body === 'object' && body !== null) {
            const read = body as {reason?: unknown; metadata?: unknown};
            if (typeof read.reason === 'string') reason = read.reason;
            if (typeof read.metadata === 'object' && read.metadata !== null) {
                metadata = read.metadata as Record<string, string>;
            }
        }
    } catch {
        // A proxy's page in place of problem+json: the status says enough.
    }
    return new Problem(reason, response.status, metadata, wait);
}

export function asProblem(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem(kStrange, 0);
}
