// SPDX-License-Identifier: Apache-2.0
// An example of the API page as a reader would run it: bash or node, in an empty folder of its own,
// with nothing of this process's environment but PATH and the key that the example asks for.
import {spawn} from 'node:child_process';
import {mkdtemp, readdir, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {secret} from './stack';

// As the page tells it: `needs` is a variable or empty, `refused` a reason or empty.
export interface Example {
    method: string;
    kind: string;
    text: string;
    needs: string;
    refused: string;
}

const kSecondsMost = 60;
const kKeyName = 'TESSERA_API_KEY';
const kRunners: Record<string, readonly string[]> = {
    curl: ['bash', '-c'],
    fetch: [process.execPath, '--input-type=module', '-e'],
};

interface Run {
    code: number | null;
    said: string;
}

// Every example that the page prints now, those behind another tab too.
export function readExamples(page: Page): Promise<Example[]> {
    return page.locator('pre[data-example]').evaluateAll((blocks) =>
        (blocks as HTMLElement[]).map((block) => ({
            method: block.dataset.method ?? '',
            kind: block.dataset.example ?? '',
            text: block.textContent ?? '',
            needs: block.dataset.needs ?? '',
            refused: block.dataset.refused ?? '',
        })),
    );
}

function runIn(folder: string, {kind, text, needs}: Example): Promise<Run> {
    const [program, ...flags] = kRunners[kind] ?? [];
    if (!program) return Promise.resolve({code: null, said: `nothing runs "${kind}"`});
    if (needs !== '' && needs !== kKeyName) {
        return Promise.resolve({code: null, said: `nobody told what ${needs} is`});
    }
    const key = needs === '' ? {} : {[kKeyName]: secret('admin.key')};
    const child = spawn(program, [...flags, text], {
        cwd: folder,
        env: {PATH: process.env.PATH, ...key},
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: kSecondsMost * 1000,
    });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    return new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (code) => resolve({code, said}));
    });
}

// A problem's reason, wherever it stands in what was said.
function problemIn(said: string): string | null {
    if (!/"title"\s*:/.test(said) || !/"status"\s*:/.test(said)) return null;
    return /"reason"\s*:\s*"(\w+)"/.exec(said)?.[1] ?? null;
}

// An answer that is a file is kept, not said.
async function keptFile(folder: string): Promise<boolean> {
    const names = await readdir(folder);
    const files = await Promise.all(names.map((name) => stat(join(folder, name))));
    return files.some(({size}) => size > 0);
}

// What is wrong with an example, in one line; null where it does what the page says.
export async function faultOf(example: Example): Promise<string | null> {
    const folder = await mkdtemp(join(tmpdir(), 'tessera-example-'));
    try {
        const {code, said} = await runIn(folder, example);
        const reason = problemIn(said);
        const name = `${example.method}, ${example.kind}`;
        const told = said.trim().slice(0, 600);
        if (example.refused !== '') {
            const asSaid = code !== 0 && reason === example.refused;
            return asSaid ? null : `${name}: not refused by ${example.refused}, ${code}: ${told}`;
        }
        if (code !== 0) return `${name}: ended with ${code}: ${told}`;
        if (reason !== null) return `${name}: refused by ${reason}: ${told}`;
        return told === '' && !(await keptFile(folder)) ? `${name}: gave nothing` : null;
    } finally {
        await rm(folder, {recursive: true});
    }
}
