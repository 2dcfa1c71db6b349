// SPDX-License-Identifier: Apache-2.0
// Which Node the door takes for the storefront: those that its package.json allows.
import {execFileSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {expect, it} from 'vitest';

const door = fileURLToPath(new URL('../../tools/door/web.sh', import.meta.url));

function takes(version: string): boolean {
    const script = 'source "$1"; node_satisfies "$2" && echo yes || echo no';
    return execFileSync('bash', ['-c', script, 'bash', door, version]).toString().trim() === 'yes';
}

it('takes a Node of ^20.19 or >=22.12 and no other', () => {
    const known = ['v20.19.0', 'v20.20.1', 'v22.12.0', 'v22.23.1', 'v23.0.0', 'v24.1.0'];
    const others = ['', 'v18.20.4', 'v20.18.3', 'v21.7.3', 'v22.11.0', 'nonsense'];
    expect([...known, ...others].filter(takes)).toEqual(known);
});
