// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import {pictureAddress} from './event_picture';

describe('pictureAddress', () => {
    it.each(['/art/nordlicht.svg', 'https://pictures.example/a.jpg'])('takes %s', (address) => {
        expect(pictureAddress(address)).toBe(address);
    });

    it.each([undefined, '', '//elsewhere.example/a.jpg', '/\\elsewhere.example', 'http://a.example/',
        'javascript:alert(1)', 'data:image/svg+xml,x', 'https:///a'])('refuses %s', (address) => {
        expect(pictureAddress(address)).toBeNull();
    });
});
