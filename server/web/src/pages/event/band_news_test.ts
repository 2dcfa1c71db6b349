// SPDX-License-Identifier: Apache-2.0
import {expect, it} from 'vitest';
import {BandNews, kFew} from './band_news';

it('says few and none once a band, and nothing of all other changes', () => {
    const news = new BandNews();
    const said: string[] = [];
    const left = (first: number, second: number) => {
        const now = new Map([
            [0, first],
            [1, second],
        ]);
        for (const {categoryNo, left} of news.take(now)) said.push(`${categoryNo}: ${left}`);
    };
    left(500, kFew);
    for (let free = 499; free > kFew; --free) left(free, kFew - (free % 2));
    expect(said).toEqual([]);
    left(kFew, kFew);
    left(kFew + 1, kFew);
    left(kFew - 1, kFew);
    expect(said).toEqual([`0: ${kFew}`]);
    left(0, 0);
    left(3, 0);
    left(0, 0);
    expect(said).toEqual([`0: ${kFew}`, '0: 0', '1: 0']);
});
