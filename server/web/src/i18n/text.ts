// SPDX-License-Identifier: Apache-2.0
// Texts by key in the person's language. A language is one lazily loaded file with every key.
import {signal} from '@preact/signals';
import {readText, writeText} from '../state/storage';
import type {en} from './en';

export type PluralText = Partial<Record<Intl.LDMLPluralRule, string>> & {other: string};
export type TextKey = keyof typeof en;
export type Texts = Record<TextKey, string | PluralText>;
export type Values = Record<string, string | number>;
export type Language = 'en' | 'de' | 'fr' | 'es' | 'ar';

export const kLanguages: Record<Language, string> = {
    en: 'English',
    de: 'Deutsch',
    fr: 'Français',
    es: 'Español',
    ar: 'العربية',
};

const kLoaders: Record<Language, () => Promise<Texts>> = {
    en: async () => (await import('./en')).en,
    de: async () => (await import('./de')).de,
    fr: async () => (await import('./fr')).fr,
    es: async () => (await import('./es')).es,
    ar: async () => (await import('./ar')).ar,
};
const kStored = 'tessera.language';

export const language = signal<Language>('en');
// The person's own regional tag where it is of the language shown: dates and money follow it.
export const locale = signal('en');
const texts = signal<Texts | null>(null);

function isLanguage(tag: string): tag is Language {
    return tag in kLanguages;
}

// The first of `wanted` (BCP 47) that there are texts for, and the tag it was asked by.
export function chooseLanguage(wanted: readonly string[]): {language: Language; tag: string} {
    for (const tag of wanted) {
        const base = tag.toLowerCase().split('-')[0] ?? '';
        if (isLanguage(base)) return {language: base, tag};
    }
    return {language: 'en', tag: 'en'};
}

export function fill(text: string, values: Values = {}): string {
    return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
        values[name] === undefined ? whole : String(values[name]),
    );
}

function lookUp(key: TextKey, count?: number): string {
    const found = texts.value?.[key];
    if (found === undefined) return '';
    if (typeof found === 'string') return found;
    const rule = new Intl.PluralRules(language.value).select(count ?? 0);
    return found[rule] ?? found.other;
}

// `values.n` chooses the plural form and is written by the locale's digits.
export function t(key: TextKey, values?: Values): string {
    const count = values?.n;
    const text = lookUp(key, typeof count === 'number' ? count : undefined);
    if (typeof count !== 'number') return fill(text, values);
    return fill(text, {...values, n: new Intl.NumberFormat(locale.value).format(count)});
}

export function hasText(key: string): key is TextKey {
    return texts.value !== null && key in texts.value;
}

async function show(chosen: Language, tag: string): Promise<void> {
    texts.value = await kLoaders[chosen]();
    language.value = chosen;
    locale.value = tag;
    document.documentElement.lang = chosen;
    document.documentElement.dir = chosen === 'ar' ? 'rtl' : 'ltr';
}

export async function setLanguage(chosen: Language): Promise<void> {
    const own = navigator.languages.find((tag) => tag.toLowerCase().startsWith(chosen));
    await show(chosen, own ?? chosen);
    writeText(kStored, chosen);
}

// What was chosen here, else what the browser wishes, else what the server wrote into the page.
export async function startLanguage(): Promise<void> {
    const kept = readText(kStored);
    const wished = [...navigator.languages, document.documentElement.lang];
    if (kept !== null && isLanguage(kept)) {
        const own = navigator.languages.find((tag) => tag.toLowerCase().startsWith(kept));
        await show(kept, own ?? kept);
        return;
    }
    const {language: chosen, tag} = chooseLanguage(wished);
    await show(chosen, tag);
}
