// SPDX-License-Identifier: Apache-2.0
import {beforeEach, expect, it} from 'vitest';
import {writeText} from '../../state/storage';
import {forgetWish, keepTaken, keepWish, keptWish, takenToken} from './wish';

beforeEach(() => writeText('tessera.transfers.1', null));

it('asks again with the words that have no answer, whatever was typed since', () => {
    const first = keepWish('t', 'Grace', '');
    expect(keepWish('t', 'Grace Hopper', 'grace@example.org')).toEqual(first);
    expect(keptWish('t')).toEqual(first);
});

it('asks anew, under another request id, once that was refused', () => {
    const first = keepWish('t', 'Grace', '');
    forgetWish('t');
    const second = keepWish('t', 'Grace Hopper', '');
    expect(second.name).toBe('Grace Hopper');
    expect(second.requestId).not.toBe(first.requestId);
});

it('knows the token of what was taken here, and asks nothing of it any more', () => {
    keepWish('t', 'Grace', '');
    keepTaken('t', 'secret');
    expect(takenToken('t')).toBe('secret');
    expect(keptWish('t')).toBeNull();
    expect(takenToken('another')).toBeNull();
});

it('keeps the latest fifty, and reads nothing of what it did not write', () => {
    for (let n = 0; n < 60; ++n) keepTaken(`t${n}`, `token${n}`);
    expect(takenToken('t9')).toBeNull();
    expect(takenToken('t10')).toBe('token10');
    expect(takenToken('t59')).toBe('token59');
    writeText('tessera.transfers.1', '[null,7,{"transfer":"t","token":"x"}]');
    expect(takenToken('t')).toBe('x');
    writeText('tessera.transfers.1', '{');
    expect(takenToken('t')).toBeNull();
});
