// SPDX-License-Identifier: Apache-2.0
// What is worth saying of a busy sale: that a price band has few places left, and that it has none.
// Each is said once, however often places come and go. Pure.

export const kFew = 20;

export interface News {
    categoryNo: number;
    // At most kFew.
    left: number;
}

type Level = 0 | 1 | 2;

function levelOf(left: number): Level {
    return left === 0 ? 0 : left <= kFew ? 1 : 2;
}

export class BandNews {
    private readonly said = new Map<number, Level>();

    // What came down since; a band that is first seen is news to nobody, for the page shows it.
    take(byCategory: ReadonlyMap<number, number>): News[] {
        const news: News[] = [];
        for (const [categoryNo, left] of byCategory) {
            const level = levelOf(left);
            const before = this.said.get(categoryNo);
            if (before !== undefined && level >= before) continue;
            this.said.set(categoryNo, level);
            if (before !== undefined) news.push({categoryNo, left});
        }
        return news;
    }
}
