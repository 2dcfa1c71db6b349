// SPDX-License-Identifier: Apache-2.0
// What a browser remembers. Where it refuses to (private windows, full disks), the page's own
// memory serves until it is closed.

const memory = new Map<string, string>();

export function readText(key: string): string | null {
    try {
        return localStorage.getItem(key) ?? memory.get(key) ?? null;
    } catch {
        return memory.get(key) ?? null;
    }
}

export function writeText(key: string, value: string | null): void {
    if (value === null) memory.delete(key);
    else memory.set(key, value);
    try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
    } catch {
        // The page's memory has it.
    }
}

// What was written by `writeJson`; null for nothing, and for what cannot be read any more.
export function readJson(key: string): unknown {
    const text = readText(key);
    if (text === null) return null;
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return null;
    }
}

export function writeJson(key: string, value: unknown): void {
    writeText(key, JSON.stringify(value));
}

// Calls `changed` when another tab writes `key`.
export function onOtherTab(key: string, changed: () => void): void {
    if (typeof addEventListener === 'undefined') return;
    addEventListener('storage', (event: StorageEvent) => {
        if (event.key !== null && event.key !== key) return;
        if (event.newValue === null) memory.delete(key);
        else memory.set(key, event.newValue);
        changed();
    });
}
