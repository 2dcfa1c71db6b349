// SPDX-License-Identifier: Apache-2.0
// The word that tickets are taken, until it is answered: the answer alone opens them, so it is asked for
// again under the same request id even after a reload. Of this tab only, and gone once answered.
import {client} from '../../api/client';

export interface Wish {
    requestId: string;
    name: string;
    email: string;
}

const kPrefix = 'tessera.transfer.';
const memory = new Map<string, Wish>();

export function keptWish(transfer: string): Wish | null {
    try {
        const text = sessionStorage.getItem(kPrefix + transfer);
        if (text !== null) return JSON.parse(text) as Wish;
    } catch {
        // The page's memory has it.
    }
    return memory.get(transfer) ?? null;
}

// The request id of this wish: another one for another.
export function keepWish(transfer: string, name: string, email: string): string {
    const before = keptWish(transfer);
    if (before && before.name === name && before.email === email) return before.requestId;
    const wish = {requestId: client.newRequestId(), name, email};
    memory.set(transfer, wish);
    try {
        sessionStorage.setItem(kPrefix + transfer, JSON.stringify(wish));
    } catch {
        // The page's memory has it.
    }
    return wish.requestId;
}

export function forgetWish(transfer: string): void {
    memory.delete(transfer);
    try {
        sessionStorage.removeItem(kPrefix + transfer);
    } catch {
        // Nothing was kept.
    }
}
