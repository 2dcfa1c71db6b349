// SPDX-License-Identifier: Apache-2.0
// Stripe's command line tool, with a home of its own and nothing to report to anybody.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

// The program of npm's @stripe/cli is a package of its own for each kind of machine.
function find() {
    try {
        const manifest = createRequire(import.meta.url).resolve(
            `@stripe/cli-${process.platform}-${process.arch}/package.json`);
        return path.join(path.dirname(manifest), 'bin', 'stripe');
    } catch {
        return undefined;
    }
}

// Nothing on a kind of machine that the lock file has no program for.
export const commandLine = find();

// Runs `stripe trigger EVENT` against the sandbox at `port`.
export function trigger(event, port) {
    const home = mkdtempSync(path.join(tmpdir(), 'tessera-stripe-'));
    const child = spawn(
        commandLine,
        ['trigger', event, '--api-base', `http://127.0.0.1:${port}`,
            '--api-key', 'sk_test_providers0000000'],
        { env: {
            PATH: process.env.PATH, HOME: home, STRIPE_CLI_TELEMETRY_OPTOUT: '1',
            // It would ask the world for a newer version of itself; nobody listens there.
            HTTPS_PROXY: 'http://127.0.0.1:1',
        },
            stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk) => { output += chunk; });
    }
    return new Promise((resolve) => {
        child.on('close', (code) => {
            rmSync(home, { recursive: true, force: true });
            resolve({ code, output });
        });
    });
}
