// SPDX-License-Identifier: Apache-2.0
// The stack that run.sh started: its address, what its state folder holds, and a restart.
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

function given(name: string): string {
    const value = process.env[name];
    if (!value) throw new Error(`${name} is not set: start the tests with run.sh`);
    return value;
}

export const url = given('TESSERA_WEB_URL');
export const root = given('TESSERA_WEB_ROOT');
const state = given('TESSERA_STATE');

export function stateFile(name: string): string {
    return join(state, name);
}

export function secret(name: string): string {
    return readFileSync(stateFile(name), 'utf8').trim();
}

export function demo(): {event: string; layout: string} {
    return JSON.parse(readFileSync(stateFile('demo.json'), 'utf8')) as {
        event: string;
        layout: string;
    };
}

// What this file measured, for the report.
export function tellFigures(file: string, figures: Record<string, number>): void {
    writeFileSync(stateFile(`figures/${file}.json`), JSON.stringify(figures));
}

// Whether the server answers.
async function answers(): Promise<boolean> {
    try {
        return (await fetch(`${url}/v1/events?pageSize=1`)).ok;
    } catch {
        return false;
    }
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (!(await holds())) {
        if (Date.now() > deadline) throw new Error(`the server is not ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}

// The server dies as by a power cut.
export async function killServer(): Promise<void> {
    process.kill(Number(secret('server.pid')), 'SIGKILL');
    await until('gone', async () => !(await answers()));
}

// After a test that stopped it, however that ended.
export async function ensureServer(): Promise<void> {
    if (!(await answers())) await startServer();
}

// The same configuration on the same port.
export async function startServer(): Promise<void> {
    execFileSync('bash', ['-c', given('TESSERA_WEB_RESTART')], {stdio: 'ignore'});
    await until('back', answers);
}
