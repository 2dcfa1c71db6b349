// SPDX-License-Identifier: Apache-2.0
// The map's and the list's own texts, one lazily loaded file a language. The page's text comes first
// wherever it knows the key.
import type {en} from './words/en';

export type WordKey = keyof typeof en;
export type PluralWord = Partial<Record<Intl.LDMLPluralRule, string>> & {other: string};
export type Words = Record<WordKey, string | PluralWord>;
export type Values = Record<string, string | number>;
export type Say = (key: WordKey, values?: Values) => string;
type PageText = (key: string, values?: Values) => string;

const kLoaders: Record<string, () => Promise<Words>> = {
    en: async () => (await import('./words/en')).en,
    de: async () => (await import('./words/de')).de,
    fr: async () => (await import('./words/fr')).fr,
    es: async () => (await import('./words/es')).es,
    ar: async () => (await import('./words/ar')).ar,
};

// Words in the language of `tag` (BCP 47), English where there are none.
export async function loadSay(tag: string, page?: PageText): Promise<Say> {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    const known = kLoaders[base] ? base : 'en';
    const words = await (kLoaders[known] ?? kLoaders['en']!)();
    return sayBy(words, known === base ? tag : 'en', page);
}

export function sayBy(words: Words, tag: string, page?: PageText): Say {
    const rules = new Intl.PluralRules(tag);
    const digits = new Intl.NumberFormat(tag);
    return (key, values = {}) => {
        const own = page?.(key, values);
        if (own !== undefined && own !== key) return own;
        const word = words[key];
        const count = typeof values['n'] === 'number' ? values['n'] : null;
        const form = typeof word === 'string' ? word : (word[rules.select(count ?? 0)] ?? word.other);
        return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
            const value = values[name];
            if (value === undefined) return whole;
            return typeof value === 'number' ? digits.format(value) : value;
        });
    };
}
