// SPDX-License-Identifier: Apache-2.0
// The sandbox as a process, a recorder before it that keeps every answer, and a receiver of its
// webhooks. All on ports of the system's choice; close() ends what was started.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

const kBuild = process.env.TESSERA_BUILD;

export function program(name) {
    return path.join(kBuild, name);
}

async function listen(handler) {
    const server = http.createServer(handler);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
}

async function textOf(stream) {
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}

export class Receiver {
    static async start() {
        const receiver = new Receiver();
        receiver.hooks = [];
        receiver.waiting = [];
        receiver.server = await listen(async (request, response) => {
            const body = await textOf(request);
            receiver.hooks.push({ body, header: request.headers['stripe-signature'] });
            response.writeHead(204).end();
            receiver.waiting = receiver.waiting.filter((check) => !check());
        });
        return receiver;
    }
    get url() {
        return `http://127.0.0.1:${this.server.address().port}/hook`;
    }
    // The first `count` webhooks, once they are there.
    wait(count) {
        return new Promise((resolve) => {
            const check = () => this.hooks.length >= count && (resolve(this.hooks), true);
            if (!check()) this.waiting.push(check);
        });
    }
    close() {
        this.server.closeAllConnections();
        this.server.close();
    }
}

export class Sandbox {
    static async start({ webhookUrl, secret, flags = [] }) {
        const sandbox = new Sandbox();
        sandbox.folder = mkdtempSync(path.join(tmpdir(), 'tessera-providers-'));
        const secretFile = path.join(sandbox.folder, 'secret');
        writeFileSync(secretFile, `${secret}\n`);
        sandbox.child = spawn(
            program('bin/tessera-paysim'),
            ['--ledger', path.join(sandbox.folder, 'ledger'), '--webhook-url', webhookUrl,
                '--webhook-secret-file', secretFile, ...flags],
            { stdio: ['ignore', 'pipe', 'inherit'] });
        sandbox.target = await new Promise((resolve, reject) => {
            sandbox.child.stdout.on('data', (chunk) => {
                const port = /listening on port (\d+)/.exec(String(chunk));
                if (port) resolve(Number(port[1]));
            });
            sandbox.child.on('exit', () => reject(new Error('tessera-paysim ended')));
        });
        sandbox.answers = [];
        sandbox.recorder = await listen((request, response) => sandbox.#pass(request, response));
        return sandbox;
    }
    get port() {
        return this.recorder.address().port;
    }
    async #pass(request, response) {
        const sent = await textOf(request);
        const onward = http.request({
            host: '127.0.0.1', port: this.target, method: request.method, path: request.url,
            headers: request.headers,
        });
        onward.on('error', () => request.socket.destroy());
        onward.on('response', async (answer) => {
            const body = await textOf(answer);
            const { pathname } = new URL(request.url, 'http://sandbox');
            this.answers.push({ method: request.method, path: pathname,
                status: answer.statusCode, body: JSON.parse(body) });
            response.writeHead(answer.statusCode, answer.headers).end(body);
        });
        onward.end(sent);
    }
    // A call of the sandbox's own controls; not recorded.
    async control(method, url, body) {
        const answer = await fetch(`http://127.0.0.1:${this.target}${url}`, {
            method, body, headers: { Authorization: 'Bearer sk_test_control' },
        });
        return answer.json();
    }
    async close() {
        this.recorder.closeAllConnections();
        this.recorder.close();
        if (this.child.exitCode === null) {
            this.child.removeAllListeners('exit');
            this.child.kill('SIGTERM');
            await once(this.child, 'exit');
        }
        rmSync(this.folder, { recursive: true });
    }
}
