// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import {countdown, currencyDigits, money, timeOfDay} from './format';
import {locale} from './text';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
    it('has the digits of its currency', () => {
        expect(currencyDigits('EUR')).toBe(2);
        expect(currencyDigits('JPY')).toBe(0);
        expect(currencyDigits('KWD')).toBe(3);
        expect(plain(money({currencyCode: 'RSD', minorUnits: '4550'}, 'en'))).toBe('RSD 45.50');
    });

    it('is written as the locale writes it', () => {
        const euro = {currencyCode: 'EUR', minorUnits: '123450'};
        expect(plain(money(euro, 'en'))).toBe('€1,234.50');
        expect(plain(money(euro, 'de'))).toBe('1.234,50 €');
        expect(plain(money(euro, 'fr'))).toBe('1 234,50 €');
        expect(plain(money({currencyCode: 'JPY', minorUnits: '5000'}, 'en'))).toBe('¥5,000');
    });

    it('takes an absent amount as zero and shows what is taken off as negative', () => {
        const nothing = {currencyCode: 'EUR'} as {currencyCode: string; minorUnits: string};
        expect(plain(money(nothing, 'en'))).toBe('€0.00');
        expect(plain(money({currencyCode: 'EUR', minorUnits: '-250'}, 'en'))).toBe('-€2.50');
    });
});

describe('times', () => {
    it('are those of the event’s zone', () => {
        const at = '2027-02-23T18:00:00Z';
        expect(plain(timeOfDay(at, 'Europe/Berlin'))).toContain('7:00 PM');
        expect(plain(timeOfDay(at, 'America/New_York'))).toContain('1:00 PM');
    });

    it('count down in minutes and seconds, with hours where there are any', () => {
        expect(countdown(299)).toBe('4:59');
        expect(countdown(3899)).toBe('1:04:59');
        expect(countdown(0)).toBe('0:00');
    });

    it('count down in days from two on, in the language’s own words', () => {
        const day = 86_400;
        expect(countdown(2 * day - 1)).toBe('47:59:59');
        expect(countdown(2 * day)).toBe('2 days');
        locale.value = 'ar';
        expect(plain(countdown(31 * day + 5))).toBe('31 يومًا');
        locale.value = 'fr-FR';
        expect(plain(countdown(31 * day + 5))).toBe('31 jours');
        locale.value = 'en';
    });
});
