// SPDX-License-Identifier: Apache-2.0
// The API page: each example runs as it is printed; a wrong one would be found.
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {Browser} from 'playwright-core';
import {launchPlain, newPerson} from './support/browser';
import {faultOf, readExamples, type Example} from './support/example';
import {tellFigures, url} from './support/stack';

let browser: Browser;
let examples: Example[] = [];
let ran = 0;

beforeAll(async () => {
    browser = await launchPlain();
});

afterAll(async () => {
    await browser.close();
    tellFigures('api_page', {api_examples: ran});
});

it('prints examples as a browser shows the page', async () => {
    const {page, context, faults} = await newPerson(browser, 'desktop');
    await page.goto('/api');
    await page.locator('pre[data-example]').first().waitFor();
    examples = await readExamples(page);
    expect(examples.length).toBeGreaterThan(0);
    expect(faults.seen).toEqual([]);
    await context.close();
});

it('prints an example by curl and one by fetch for every method of the document', async () => {
    const document = (await (await fetch(`${url}/v1/openapi.json`)).json()) as {
        paths: Record<string, Record<string, {operationId?: string}>>;
    };
    const methods = Object.values(document.paths).flatMap((verbs) => Object.keys(verbs)).length;
    expect(methods).toBeGreaterThan(0);
    for (const kind of ['curl', 'fetch']) {
        expect(examples.filter((example) => example.kind === kind)).toHaveLength(methods);
    }
});

it('prints examples that run as they are printed', {timeout: 600_000}, async () => {
    expect(examples.length).toBeGreaterThan(0);
    const faults: string[] = [];
    for (const example of examples) {
        const fault = await faultOf(example);
        if (fault !== null) faults.push(fault);
        ++ran;
    }
    console.log(`${ran} examples ran, ${faults.length} with a fault`);
    expect(faults).toEqual([]);
});

it.each(['curl', 'fetch'])('would find an example by %s with a wrong path', async (kind) => {
    const right = examples.find(({method, kind: its}) => method === 'GetEvent' && its === kind)!;
    expect(await faultOf(right)).toBeNull();
    const wrong = {...right, text: right.text.replaceAll('/v1/events/', '/v1/evens/')};
    expect(wrong.text).not.toBe(right.text);
    expect(await faultOf(wrong)).toContain('GetEvent');
    const refused = {...right, refused: 'WALLET_NOT_OFFERED'};
    expect(await faultOf(refused)).toContain('not refused by WALLET_NOT_OFFERED');
});

it('would find an example that ends well though it was refused, and a silent one', async () => {
    const of = {method: 'GetEvent', kind: 'curl', needs: '', refused: ''};
    const refused = {...of, text: `curl -s '${url}/v1/events/0000000000000'`};
    expect(await faultOf(refused)).toContain('refused by INVALID_ID');
    expect(await faultOf({...of, text: ': > nothing'})).toContain('gave nothing');
});
