// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import {base64Url, randomBytes, uuidV7} from './request_id';

describe('request ids', () => {
    it('carry the time in their first 48 bits, the version and the variant', () => {
        const id = uuidV7(0x0123456789ab, new Uint8Array(10).fill(0xff));
        expect(id).toBe('01234567-89ab-7fff-bfff-ffffffffffff');
    });

    it('grow with time and differ within one millisecond', () => {
        expect(uuidV7(1000, randomBytes(10)) < uuidV7(1001, randomBytes(10))).toBe(true);
        expect(uuidV7(1000, randomBytes(10))).not.toBe(uuidV7(1000, randomBytes(10)));
    });

    it('are made of bytes without characters that a URL or header would change', () => {
        expect(base64Url(new Uint8Array([0xfb, 0xff, 0xbf]))).toBe('-_-_');
        expect(base64Url(randomBytes(32))).toMatch(/^[\w-]{43}$/);
    });
});
