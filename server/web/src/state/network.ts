// SPDX-License-Identifier: Apache-2.0
// Whether the server can be reached, as far as the last try knows.
import {signal} from '@preact/signals';
import {tellReachable} from '../api/client';

export const online = signal(typeof navigator === 'undefined' || navigator.onLine !== false);

export function watchNetwork(): void {
    tellReachable((reachable) => (online.value = reachable));
    addEventListener('offline', () => (online.value = false));
    addEventListener('online', () => (online.value = true));
}
