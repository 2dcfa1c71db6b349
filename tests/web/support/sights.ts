// SPDX-License-Identifier: Apache-2.0
// Pictures of the steps, one CSS pixel each: build/reports/storefront, or the folder that
// TESSERA_WEB_SIGHTS names (docs/storefront keeps those of a release).
import {mkdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import type {Person} from './browser';
import {root} from './stack';

const folder = resolve(root, process.env.TESSERA_WEB_SIGHTS ?? 'build/reports/storefront');
mkdirSync(folder, {recursive: true});

export function sightFile(name: string): string {
    return join(folder, `${name}.png`);
}

type Seen = Pick<Person, 'page' | 'device'>;

export async function sight({page, device}: Seen, name: string): Promise<void> {
    const path = sightFile(`${device}-${name}`);
    await page.screenshot({path, scale: 'css', animations: 'disabled', caret: 'hide'});
}
