// SPDX-License-Identifier: Apache-2.0
// What this browser knows of transfers: the word that tickets are taken until it is answered, for the
// answer alone opens them and is asked for again under the same request id; then the new holder's token,
// for whoever taps the used link again. The latest 50 transfers.
import {client} from '../../api/client';
import {readJson, writeJson} from '../../state/storage';

export interface Wish {
    requestId: string;
    name: string;
    email: string;
}

interface Known {
    transfer: string;
    wish?: Wish;
    token?: string;
}

const kKey = 'tessera.transfers.1';
const kKnownMax = 50;

function isKnown(value: unknown): value is Known {
    return typeof value === 'object' && value !== null && 'transfer' in value;
}

function all(): Known[] {
    const read = readJson(kKey);
    return Array.isArray(read) ? read.filter(isKnown) : [];
}

function knownOf(transfer: string): Known | undefined {
    return all().find((known) => known.transfer === transfer);
}

function remember(known: Known): void {
    const others = all().filter(({transfer}) => transfer !== known.transfer);
    writeJson(kKey, [...others, known].slice(-kKnownMax));
}

// The word that has no answer yet.
export function keptWish(transfer: string): Wish | null {
    return knownOf(transfer)?.wish ?? null;
}

// The wish to ask with: the one that has no answer yet, whatever was typed since, for it may have been
// heard.
export function keepWish(transfer: string, name: string, email: string): Wish {
    const before = keptWish(transfer);
    if (before) return before;
    const wish = {requestId: client.newRequestId(), name, email};
    remember({transfer, wish});
    return wish;
}

// It was refused.
export function forgetWish(transfer: string): void {
    const others = all().filter((known) => known.transfer !== transfer);
    writeJson(kKey, others);
}

// It was answered: the token of the new holder.
export function keepTaken(transfer: string, token: string): void {
    remember({transfer, token});
}

export function takenToken(transfer: string): string | null {
    return knownOf(transfer)?.token ?? null;
}
