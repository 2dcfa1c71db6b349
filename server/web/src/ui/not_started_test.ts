// SPDX-License-Identifier: Apache-2.0
import {expect, it} from 'vitest';
import {kLanguages} from '../i18n/text';
import {wordsFor} from './not_started';

it('has words in every language of the shop without its texts, else in English', () => {
    const titles = Object.keys(kLanguages).map((tag) => wordsFor([tag]).title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const tag of Object.keys(kLanguages)) expect(wordsFor([tag]).language).toBe(tag);
    expect(wordsFor(['nl', 'de-AT', 'en']).language).toBe('de');
    expect(wordsFor(['nl', 'constructor']).language).toBe('en');
    expect(wordsFor([]).language).toBe('en');
});
