// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import {cityIn, inOrder} from './cities';

describe('cities', () => {
    it('stand once each, in the order of the language', () => {
        const cities = inOrder(['Wien', 'Zürich', 'Ålesund', 'wien ', '', 'Aachen'], 'de');
        expect(cities).toEqual(['Aachen', 'Ålesund', 'Wien', 'Zürich']);
        expect(inOrder(['Zürich', 'Ålesund'], 'nb')).toEqual(['Zürich', 'Ålesund']);
    });

    it('are found whatever the case that an address has', () => {
        expect(cityIn(['Wien', 'Zürich'], 'ZÜRICH')).toBe('Zürich');
        expect(cityIn(['Wien'], 'Graz')).toBe('');
        expect(cityIn(['Wien'], '')).toBe('');
    });
});
