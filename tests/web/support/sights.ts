// SPDX-License-Identifier: Apache-2.0
// Pictures of the steps, one CSS pixel each, where TESSERA_WEB_SIGHTS names a folder for them
// (docs/storefront keeps those of a release). Without one they are not taken: they cost time.
import {mkdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import type {Person} from './browser';
import {root} from './stack';

const asked = process.env.TESSERA_WEB_SIGHTS;
const folder = resolve(root, asked ?? 'build/reports/storefront');
mkdirSync(folder, {recursive: true});

export function sightFile(name: string): string {
    return join(folder, `${name}.png`);
}

type Seen = Pick<Person, 'page' | 'device'>;

export async function sight({page, device}: Seen, name: string): Promise<void> {
    if (!asked) return;
    const path = sightFile(`${device}-${name}`);
    await page.screenshot({path, scale: 'css', animations: 'disabled', caret: 'hide'});
}
