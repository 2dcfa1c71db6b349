// SPDX-License-Identifier: Apache-2.0
// The server's time, whatever the local clock says.
//
// Between readings it runs by the browser's steady clock. A reading is kept if it is more exact
// than what is known, or if it contradicts it: a steady clock may stand still while a phone sleeps.

export interface LocalClocks {
    wall(): number;
    steady(): number;
}

const kBrowserClocks: LocalClocks = {
    wall: () => Date.now(),
    steady: () => performance.now(),
};
const kDriftPerMs = 0.0002;

interface Reading {
    server: number;
    steady: number;
    error: number;
}

export class ServerClock {
    private known: Reading | null = null;

    constructor(private readonly local: LocalClocks = kBrowserClocks) {}

    steady(): number {
        return this.local.steady();
    }

    // Milliseconds since 1970; the local clock until the server has said something.
    now(): number {
        if (this.known === null) return this.local.wall();
        return this.known.server + this.local.steady() - this.known.steady;
    }

    get learnt(): boolean {
        return this.known !== null;
    }

    // `server` was the time at some instant between `sent` and `received` of the steady clock,
    // known to within `resolution` milliseconds after it.
    learn(server: number, sent: number, received: number, resolution = 0): void {
        if (!Number.isFinite(server)) return;
        const error = (received - sent + resolution) / 2;
        const next = {server: server + error, steady: received, error};
        if (this.known === null) {
            this.known = next;
            return;
        }
        const age = received - this.known.steady;
        const knownError = this.known.error + age * kDriftPerMs;
        const expected = this.known.server + age;
        if (error <= knownError || Math.abs(next.server - expected) > error + knownError) {
            this.known = next;
        }
    }

    // Takes `server` as the time now, whatever was known: the server refused what we stamped.
    correct(server: number): void {
        if (!Number.isFinite(server)) return;
        this.known = {server, steady: this.local.steady(), error: 0};
    }
}

export const clock = new ServerClock();

// Whole seconds left until `deadline`, 0 once it has passed.
export function secondsUntil(deadline: number, now: number): number {
    return Math.max(0, Math.ceil((deadline - now) / 1000));
}
