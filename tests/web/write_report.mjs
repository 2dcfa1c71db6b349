// SPDX-License-Identifier: Apache-2.0
// One report of what the test files measured: node write_report.mjs FIGURES-FOLDER REPORT
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

// What several files count; the others are one file's own.
const kCounts = ['journeys', 'axe_violations', 'pages_checked'];

const [folder, report] = process.argv.slice(2);
const figures = {};
for (const name of readdirSync(folder).sort()) {
    const found = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    for (const [key, value] of Object.entries(found)) {
        figures[key] = kCounts.includes(key) ? (figures[key] ?? 0) + value : value;
    }
}
const when = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
writeFileSync(report, JSON.stringify({name: 'web', when, figures}, null, 2) + '\n');
console.log(JSON.stringify(figures));
