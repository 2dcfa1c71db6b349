// SPDX-License-Identifier: Apache-2.0
// How the storefront is built: hashed files and their manifest in build/web, or in WEB_OUT_DIR, and
// a development server whose API is the one that TESSERA_API names.
import preact from '@preact/preset-vite';
import {defineConfig} from 'vitest/config';

const environment =
    (globalThis as {process?: {env: Record<string, string | undefined>}}).process?.env ?? {};
const api = environment.TESSERA_API ?? 'http://127.0.0.1:8080';
const proxy = {'/v1': {target: api, changeOrigin: false}};

export default defineConfig({
    plugins: [preact()],
    server: {host: '127.0.0.1', proxy},
    preview: {host: '127.0.0.1', proxy},
    build: {
        outDir: environment.WEB_OUT_DIR ?? '../../build/web',
        emptyOutDir: true,
        manifest: true,
        target: 'es2022',
        assetsInlineLimit: 0,
    },
    test: {environment: 'node', include: ['src/**/*_test.ts'], isolate: false},
});
