// SPDX-License-Identifier: Apache-2.0
// One worker, one file after another: they share a stack, and times are measured.
import {defineConfig} from 'vitest/config';

export default defineConfig({
    test: {
        environment: 'node',
        include: ['*_test.ts'],
        fileParallelism: false,
        maxWorkers: 1,
        sequence: {concurrent: false},
        testTimeout: 120_000,
        hookTimeout: 60_000,
        // As long as a person would wait on a busy machine.
        expect: {poll: {timeout: 10_000}},
    },
});
