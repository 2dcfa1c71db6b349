// SPDX-License-Identifier: Apache-2.0
// A PDF of tickets as a door sees it: each page painted by poppler, its code read by jsQR.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import jsQR from 'jsqr';
import {PNG} from 'pngjs';

// jsQR is CommonJS: its function is the module, or the module's default.
type Reader = typeof jsQR;
const loaded = jsQR as Reader | {default: Reader};
const readQr = typeof loaded === 'function' ? loaded : loaded.default;

// One text per page, in order.
export function codesOf(pdf: string): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-tickets-'));
    try {
        execFileSync('pdftoppm', ['-png', '-r', '150', pdf, join(folder, 'page')]);
        const pages = readdirSync(folder).sort();
        return pages.map((page) => {
            const {data, width, height} = PNG.sync.read(readFileSync(join(folder, page)));
            const code = readQr(new Uint8ClampedArray(data), width, height);
            if (!code) throw new Error(`${page} has no code that can be read`);
            return code.data;
        });
    } finally {
        rmSync(folder, {recursive: true});
    }
}

// The first page as a picture.
export function paint(pdf: string, file: string): void {
    const stem = file.replace(/\.png$/, '');
    execFileSync('pdftoppm', ['-png', '-r', '72', '-l', '1', '-singlefile', pdf, stem]);
}

export function textOf(pdf: string): string {
    return execFileSync('pdftotext', ['-layout', pdf, '-'], {encoding: 'utf8'});
}
