// SPDX-License-Identifier: Apache-2.0
// axe-core in a page: every violation as one line. What it cannot decide is not counted.
import {createRequire} from 'node:module';
import type {Page} from 'playwright-core';

interface AxeResults {
    violations: {id: string; nodes: {target: unknown[]; failureSummary?: string}[]}[];
}

const axe = createRequire(import.meta.url)('axe-core') as {source: string};

export async function violationsOf(page: Page): Promise<string[]> {
    await page.evaluate(`${axe.source};undefined`);
    const {violations} = (await page.evaluate(
        `axe.run(document, {resultTypes: ['violations']})`,
    )) as AxeResults;
    return violations.flatMap(({id, nodes}) =>
        nodes.map(({target, failureSummary}) => {
            const why = (failureSummary ?? '').split('\n')[1]?.trim() ?? '';
            return `${id} at ${JSON.stringify(target)}: ${why}`;
        }),
    );
}
