// SPDX-License-Identifier: Apache-2.0
// Ticket codes read and verified anew, by their layout in server/tickets/README.md and node:crypto:
// an error that signer and verifier share would be seen here.
import {createPrivateKey, createPublicKey, verify, type KeyObject} from 'node:crypto';
import {secret} from './stack';

export interface TicketFacts {
    keyId: number;
    event: bigint;
    ticket: bigint;
    // Null for a place in a standing area.
    seatNo: number | null;
    admitsFrom: Date;
    admitsUntil: Date;
}

const kAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const kFactsBytes = 32;
const kCodeBytes = 96;
const kDomain = Buffer.from('tessera-ticket-v1\0', 'latin1');
// An Ed25519 seed as PKCS #8.
const kSeedPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

// What a door is given. The server publishes it nowhere: it is made of the state folder's seed.
export function doorKey(): KeyObject {
    const seed = Buffer.from(secret('tickets.secret'), 'hex');
    const der = Buffer.concat([kSeedPrefix, seed]);
    const signing = createPrivateKey({key: der, format: 'der', type: 'pkcs8'});
    return createPublicKey(signing);
}

export function bytesOf(text: string): Buffer | null {
    let bits = 0n;
    for (const letter of text) {
        const value = kAlphabet.indexOf(letter);
        if (value < 0) return null;
        bits = (bits << 5n) | BigInt(value);
    }
    const padding = BigInt(text.length * 5 - kCodeBytes * 8);
    if (padding < 0n || padding > 4n || (bits & ((1n << padding) - 1n)) !== 0n) return null;
    return Buffer.from((bits >> padding).toString(16).padStart(kCodeBytes * 2, '0'), 'hex');
}

export function textOfBytes(bytes: Buffer): string {
    const padding = (5 - ((bytes.length * 8) % 5)) % 5;
    let bits = BigInt(`0x${bytes.toString('hex')}`) << BigInt(padding);
    let text = '';
    for (let left = (bytes.length * 8 + padding) / 5; left > 0; --left) {
        text = kAlphabet[Number(bits & 31n)] + text;
        bits >>= 5n;
    }
    return text;
}

// The facts of a code if its signature is good.
export function readCode(text: string, door: KeyObject): TicketFacts | null {
    const bytes = bytesOf(text);
    if (!bytes || bytes[0] !== 1) return null;
    const facts = bytes.subarray(0, kFactsBytes);
    const signature = bytes.subarray(kFactsBytes);
    if (!verify(null, Buffer.concat([kDomain, facts]), door, signature)) return null;
    const place = facts.readUInt32BE(19);
    const from = facts.readUInt32BE(25);
    const minutes = facts.readUIntBE(29, 3);
    return {
        keyId: facts.readUInt16BE(1),
        event: facts.readBigUInt64BE(3),
        ticket: facts.readBigUInt64BE(11),
        seatNo: place >= 0x8000_0000 ? null : place,
        admitsFrom: new Date(from * 60_000),
        admitsUntil: new Date((from + minutes) * 60_000),
    };
}

// A public id (13 characters of Crockford's base32) as a number.
export function idOf(text: string): bigint {
    return [...text].reduce((sum, letter) => sum * 32n + BigInt(kAlphabet.indexOf(letter)), 0n);
}
