// SPDX-License-Identifier: Apache-2.0
// One stack for all. Three workers share what looks and presses, which waits a lot; what measures
// time runs after that, one file after another, and what kills the server last.
import {configDefaults, defineConfig} from 'vitest/config';

const kMeasuring = ['speed_test.ts', 'taken_test.ts'];
const kStopping = ['restart_test.ts'];

const each = {
    environment: 'node' as const,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // A file more costs no process more: they share no state but the stack's addresses.
    isolate: false,
    // As long as a person would wait on a busy machine.
    expect: {poll: {timeout: 10_000}},
};

export default defineConfig({
    test: {
        projects: [
            {
                test: {
                    ...each,
                    name: 'together',
                    include: ['*_test.ts'],
                    exclude: [...configDefaults.exclude, ...kMeasuring, ...kStopping],
                    maxWorkers: 3,
                    sequence: {groupOrder: 0},
                },
            },
            {
                test: {
                    ...each,
                    name: 'alone',
                    include: kMeasuring,
                    fileParallelism: false,
                    sequence: {groupOrder: 1},
                },
            },
            {
                test: {...each, name: 'last', include: kStopping, sequence: {groupOrder: 2}},
            },
        ],
    },
});
