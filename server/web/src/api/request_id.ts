// SPDX-License-Identifier: Apache-2.0
// Ids of mutations: UUIDs of version 7 whose time is the server's, and the browser's caller key.

export function base64Url(bytes: Uint8Array): string {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function randomBytes(count: number): Uint8Array {
    return crypto.getRandomValues(new Uint8Array(count));
}

// A UUIDv7 of `milliseconds` since 1970 with 74 bits of `random` (at least 10 bytes).
export function uuidV7(milliseconds: number, random: Uint8Array): string {
    const bytes = new Uint8Array(16);
    let time = Math.max(0, Math.floor(milliseconds));
    for (let i = 5; i >= 0; --i) {
        bytes[i] = time % 256;
        time = Math.floor(time / 256);
    }
    bytes.set(random.subarray(0, 10), 6);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        hex.slice(12, 16),
        hex.slice(16, 20),
        hex.slice(20),
    ].join('-');
}
