// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import {secondsUntil, ServerClock} from './clock';

function clockAt(wall: number) {
    const local = {steadyNow: 0, wall: () => wall, steady: () => local.steadyNow};
    return {local, clock: new ServerClock(local)};
}

describe('the server’s clock', () => {
    it('is the local one until the server has said something', () => {
        expect(clockAt(5000).clock.now()).toBe(5000);
    });

    it('is the server’s whatever the local clock says', () => {
        const {local, clock} = clockAt(5000);
        clock.learn(1_000_000, 0, 0);
        local.steadyNow = 2500;
        expect(clock.now()).toBe(1_002_500);
    });

    it('keeps the more exact of two readings that agree', () => {
        const {local, clock} = clockAt(0);
        clock.learn(1_000_000, 0, 10);
        const exact = clock.now();
        local.steadyNow = 100;
        clock.learn(1_000_000, 50, 100, 1000);
        expect(clock.now()).toBe(exact + 100);
    });

    it('takes a reading that contradicts what it knew: the device may have slept', () => {
        const {local, clock} = clockAt(0);
        clock.learn(1_000_000, 0, 10);
        local.steadyNow = 20;
        clock.learn(1_600_000, 20, 20, 1000);
        expect(clock.now()).toBe(1_600_500);
    });

    it('takes a correction at once and no nonsense', () => {
        const {clock} = clockAt(0);
        clock.correct(7_000);
        clock.correct(Number.NaN);
        clock.learn(Number.NaN, 0, 0);
        expect(clock.now()).toBe(7_000);
    });

    it('counts whole seconds and is at zero at the deadline, not before', () => {
        expect(secondsUntil(10_000, 9_999)).toBe(1);
        expect(secondsUntil(10_000, 10_000)).toBe(0);
        expect(secondsUntil(10_000, 99_000)).toBe(0);
    });
});
