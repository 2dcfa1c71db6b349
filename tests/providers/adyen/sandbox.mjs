// SPDX-License-Identifier: Apache-2.0
// A tessera-paysim with an Adyen side, a receiver of its notifications, and a TLS front to it.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import path from "node:path";

export const MERCHANT = "TesseraTest";
export const HMAC_KEY = "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056";
const PATIENCE_MS = 20_000;

function listen(server) {
    return new Promise((resolve) => {
        server.listen(0, "127.0.0.1", () => resolve(server.address().port));
    });
}

function bodyOf(stream) {
    return new Promise((resolve, reject) => {
        const parts = [];
        stream.on("data", (part) => parts.push(part));
        stream.on("end", () => resolve(Buffer.concat(parts)));
        stream.on("error", reject);
    });
}

// Keeps every item; `waitFor` resolves with the first that fits, past or future.
function receiver() {
    const items = [];
    const waiting = [];
    const server = http.createServer(async (request, response) => {
        const posted = JSON.parse((await bodyOf(request)).toString());
        for (const { NotificationRequestItem: item } of posted.notificationItems) {
            items.push(item);
            for (const each of waiting) if (each.fits(item)) each.resolve(item);
        }
        response.writeHead(200).end("[accepted]");
    });
    const waitFor = (fits) => {
        const known = items.find(fits);
        if (known) return Promise.resolve(known);
        return new Promise((resolve, reject) => {
            const timer = setTimeout(
                () => reject(new Error(`of ${items.length} notifications none fits`)),
                PATIENCE_MS,
            );
            waiting.push({
                fits,
                resolve: (item) => {
                    clearTimeout(timer);
                    resolve(item);
                },
            });
        });
    };
    return { server, items, waitFor };
}

// Passes everything on; keeps what was answered.
function front(state, port, answers) {
    const options = {
        key: readFileSync(path.join(state, "key.pem")),
        cert: readFileSync(path.join(state, "cert.pem")),
    };
    return https.createServer(options, async (request, response) => {
        const body = await bodyOf(request);
        const headers = { ...request.headers, "content-length": body.length };
        delete headers["transfer-encoding"];
        const onward = http.request(
            { host: "127.0.0.1", port, path: request.url, method: request.method, headers },
            async (answer) => {
                const text = await bodyOf(answer);
                answers.push({ path: request.url, status: answer.statusCode });
                response.writeHead(answer.statusCode, answer.headers).end(text);
            },
        );
        onward.on("error", () => request.destroy());
        onward.end(body);
    });
}

async function portOf(file, process) {
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until && process.exitCode === null) {
        try {
            const port = Number(readFileSync(file, "utf8"));
            if (port > 0) return port;
        } catch {
            // Not written yet.
        }
        await new Promise((resolve) => setImmediate(resolve));
    }
    throw new Error("tessera-paysim does not listen");
}

export async function startSandbox() {
    const state = mkdtempSync(path.join(process.env.TESSERA_STATE, "run-"));
    const hooks = receiver();
    const hookPort = await listen(hooks.server);
    writeFileSync(path.join(state, "hmac"), `${HMAC_KEY}\n`);
    const child = spawn(
        path.join(process.env.TESSERA_BIN, "tessera-paysim"),
        [
            ["--ledger", path.join(state, "ledger")],
            ["--port-file", path.join(state, "port")],
            ["--adyen-merchant", MERCHANT],
            ["--adyen-hmac-key-file", path.join(state, "hmac")],
            ["--adyen-webhook-url", `http://127.0.0.1:${hookPort}/`],
            ["--adyen-delay-ms", "0-5"],
        ].flat(),
        { stdio: ["ignore", "ignore", "inherit"] },
    );
    const port = await portOf(path.join(state, "port"), child);
    const answers = [];
    const tls = front(process.env.TESSERA_STATE, port, answers);
    const tlsPort = await listen(tls);
    return {
        url: `https://localhost:${tlsPort}`,
        plainUrl: `http://127.0.0.1:${port}`,
        answers,
        items: hooks.items,
        waitFor: hooks.waitFor,
        stop: async () => {
            const ended = new Promise((resolve) => child.once("exit", resolve));
            child.kill("SIGTERM");
            await ended;
            tls.closeAllConnections();
            tls.close();
            hooks.server.closeAllConnections();
            hooks.server.close();
        },
    };
}
