// SPDX-License-Identifier: Apache-2.0
// What failed, a line each, for whoever sees the end of a log: node list_failures.mjs VITEST-JSON LIST
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {basename} from 'node:path';

const kLineMost = 300;

// Colours and line ends out of what an assertion says.
const shorten = (text) =>
    text
        .replace(/\u001b\[[0-9;]*m/g, '')
        .replace(/\s+/g, ' ')
        .slice(0, kLineMost);

const [found, list] = process.argv.slice(2);
const files = existsSync(found) ? JSON.parse(readFileSync(found, 'utf8')).testResults : [];
const lines = files.flatMap(({name, message, status, assertionResults}) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${basename(name)}: ${shorten(message)}`];
    return failed.map(
        (test) => `${basename(name)}: ${test.fullName}: ${shorten(test.failureMessages[0] ?? '')}`,
    );
});
writeFileSync(list, lines.map((line) => `${line}\n`).join(''));
