// SPDX-License-Identifier: Apache-2.0
// The server's verifier as a process: one question a line, one answer a line.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import readline from 'node:readline';
import { program } from './sandbox.mjs';

export class Verifier {
    constructor() {
        this.child = spawn(program('tests/webhook_verifier'), { stdio: ['pipe', 'pipe', 'inherit'] });
        this.lines = readline.createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
    }
    async ask(question) {
        this.child.stdin.write(`${JSON.stringify(question)}\n`);
        return (await this.lines.next()).value;
    }
    async close() {
        this.child.stdin.end();
        await once(this.child, 'exit');
    }
}
