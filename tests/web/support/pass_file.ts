// SPDX-License-Identifier: Apache-2.0
// A pass of a telephone's wallet, as Apple describes it: an archive whose manifest has every other
// file's SHA-1, and whose signature is of the manifest, by the certificate of the state folder.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {stateFile} from './stack';

export interface Pass {
    passTypeIdentifier: string;
    serialNumber: string;
    relevantDate: string;
    barcodes: {format: string; message: string}[];
}

function sha1(bytes: Buffer): string {
    return createHash('sha1').update(bytes).digest('hex');
}

// As `openssl` verifies a detached signature; throws where it does not.
function verifySignature(folder: string): void {
    const command = ['cms', '-verify', '-binary', '-inform', 'DER', '-purpose', 'any'];
    const files = ['-in', 'signature', '-content', 'manifest.json'];
    const trusted = ['-CAfile', stateFile('pass.crt'), '-out', '/dev/null'];
    execFileSync('openssl', [...command, ...files, ...trusted], {cwd: folder, stdio: 'pipe'});
}

// What is wrong with the files of an unpacked pass, in words; empty where nothing is.
export function faultsOf(folder: string): string[] {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<
        string,
        string
    >;
    const others = readdirSync(folder).filter((name) => !/^(manifest\.json|signature)$/.test(name));
    const faults = others
        .filter((name) => manifest[name] !== sha1(readFileSync(join(folder, name))))
        .map((name) => `${name} is not what the manifest says`);
    for (const name of ['pass.json', 'icon.png', ...Object.keys(manifest)]) {
        if (!others.includes(name)) faults.push(`${name} is missing`);
    }
    try {
        verifySignature(folder);
    } catch {
        faults.push('the signature is not of this manifest');
    }
    return faults;
}

// Unpacks the file, lets `look` see the folder, and removes it.
export function withPass<Found>(file: string, look: (folder: string) => Found): Found {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-pass-'));
    try {
        execFileSync('unzip', ['-q', file, '-d', folder]);
        return look(folder);
    } finally {
        rmSync(folder, {recursive: true});
    }
}

export function readPass(folder: string): Pass {
    return JSON.parse(readFileSync(join(folder, 'pass.json'), 'utf8')) as Pass;
}
