// SPDX-License-Identifier: Apache-2.0
// Builds the bench page to BENCH_OUT; layouts are put beside it.
import preact from '@preact/preset-vite';
import {defineConfig} from 'vite';

const environment =
    (globalThis as {process?: {env: Record<string, string | undefined>}}).process?.env ?? {};

export default defineConfig({
    root: new URL('.', import.meta.url).pathname,
    base: './',
    plugins: [preact()],
    build: {
        outDir: environment['BENCH_OUT'] ?? '../../../../../build/mapbench',
        emptyOutDir: true,
        target: 'es2022',
    },
});
