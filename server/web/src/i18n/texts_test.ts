// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import {ar} from './ar';
import {de} from './de';
import {en} from './en';
import {es} from './es';
import {fr} from './fr';
import {chooseLanguage, fill, type Texts} from './text';

const kAll: Record<string, Texts> = {en, de, fr, es, ar};

function holesOf(text: string): string[] {
    return [...text.matchAll(/\{(\w+)\}/g)].map((hole) => hole[1] ?? '').sort();
}

// French and Spanish have a form for millions only, which `other` serves.
function neededForms(tag: string): string[] {
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    return tag === 'ar' ? forms : forms.filter((form) => form !== 'many');
}

describe.each(Object.entries(kAll))('texts of %s', (tag, texts) => {
    it('has every key and no other', () => {
        expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
    });

    it('has no empty text, and every plural form of its language', () => {
        for (const [key, text] of Object.entries(texts)) {
            if (typeof text === 'string') {
                expect(text.trim(), key).not.toBe('');
                continue;
            }
            for (const form of neededForms(tag)) expect(text, key).toHaveProperty(form);
        }
    });

    it('has the same places to fill as English', () => {
        for (const [key, text] of Object.entries(texts)) {
            const english = en[key as keyof typeof en];
            const wanted = holesOf(typeof english === 'string' ? english : english.other);
            expect(holesOf(typeof text === 'string' ? text : text.other), key).toEqual(wanted);
        }
    });
});

describe('text', () => {
    it('fills places by name and leaves unknown ones as they are', () => {
        expect(fill('{a} of {b}', {a: 1})).toBe('1 of {b}');
    });

    it('chooses the first language that it has', () => {
        expect(chooseLanguage(['nl', 'de-AT', 'en'])).toEqual({language: 'de', tag: 'de-AT'});
        expect(chooseLanguage(['nl'])).toEqual({language: 'en', tag: 'en'});
    });
});
