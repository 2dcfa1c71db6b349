// SPDX-License-Identifier: Apache-2.0
// axe-core in a page: every violation as one line. What it cannot decide is not counted.
import {createRequire} from 'node:module';
import type {Page} from 'playwright-core';

interface AxeResults {
    violations: {id: string; nodes: {target: unknown[]; failureSummary?: string}[]}[];
}

const axe = createRequire(import.meta.url)('axe-core') as {source: string};

// The rules that look at colours.
const kOfColours = ['color-contrast', 'link-in-text-block'];

async function run(page: Page, options: object): Promise<string[]> {
    const told = JSON.stringify({resultTypes: ['violations'], ...options});
    const {violations} = (await page.evaluate(`axe.run(document, ${told})`)) as AxeResults;
    return violations.flatMap(({id, nodes}) =>
        nodes.map(({target, failureSummary}) => {
            const why = (failureSummary ?? '').split('\n')[1]?.trim() ?? '';
            return `${id} at ${JSON.stringify(target)}: ${why}`;
        }),
    );
}

export async function violationsOf(page: Page): Promise<string[]> {
    await page.evaluate(`${axe.source};undefined`);
    return run(page, {});
}

// After violationsOf, on the same page: what its colours are in the other theme.
export async function paleIn(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
    await page.emulateMedia({colorScheme: theme});
    return run(page, {runOnly: {type: 'rule', values: kOfColours}});
}
