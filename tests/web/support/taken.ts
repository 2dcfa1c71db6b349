// SPDX-License-Identifier: Apache-2.0
// How long one browser takes to show what another did. Instants are the browser's own, in
// milliseconds since 1970: pages of one browser share its clock.
import type {Page} from 'playwright-core';

export interface LabelWatch {
    // When the frame with the words was on the screen.
    shown: Promise<number>;
}

// Waits in the page until the map's label says `words`; the instant is that of the next frame, so
// that the one with the words is painted.
export async function watchLabel(page: Page, words: string): Promise<LabelWatch> {
    const handle = await page.evaluateHandle((wanted) => {
        const tip = document.querySelector('.seat-map-tip')!;
        const shown = new Promise<number>((resolve) => {
            const look = () => {
                if (!tip.textContent?.includes(wanted)) return;
                seen.disconnect();
                requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
            };
            const seen = new MutationObserver(look);
            seen.observe(tip, {childList: true, subtree: true, characterData: true});
            look();
        });
        return {shown};
    }, words);
    return {shown: handle.evaluate(({shown}) => shown)};
}

// A browser keeps the times of 250 answers, and no later ones.
export function forgetAnswers(page: Page): Promise<void> {
    return page.evaluate(() => performance.clearResourceTimings());
}

// When the answer to the page's last request for a hold had arrived.
export function holdAnswered(page: Page): Promise<number> {
    return page.evaluate(() => {
        const asked = performance
            .getEntriesByType('resource')
            .filter(({name}) => name.endsWith('/reservations')) as PerformanceResourceTiming[];
        const last = asked.at(-1);
        if (!last) throw new Error('no hold was asked for');
        return performance.timeOrigin + last.responseEnd;
    });
}

// When the key of this name is pressed, as the browser stamped the event.
export async function watchPress(page: Page, name: string): Promise<() => Promise<number>> {
    const handle = await page.evaluateHandle((wanted) => {
        const press = {at: NaN};
        const look = (event: MouseEvent) => {
            const key = (event.target as Element).closest('button');
            if (!key?.textContent?.includes(wanted)) return;
            press.at = performance.timeOrigin + event.timeStamp;
        };
        document.addEventListener('click', look, {capture: true});
        return press;
    }, name);
    return () => handle.evaluate(({at}) => at);
}

// The smallest value that at least this share of all do not exceed.
export function percentile(values: readonly number[], share: number): number {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}
