// SPDX-License-Identifier: Apache-2.0
// Whether the server can be reached, as far as the last try knows.
import {signal} from '@preact/signals';
import {tellReachable} from '../api/client';
import {clock} from './clock';

export const online = signal(typeof navigator === 'undefined' || navigator.onLine !== false);

export function watchNetwork(): void {
    let lostAt = -Infinity;
    // An answer that was on its way when the network went says nothing of now.
    tellReachable((reachable, sent) => {
        if (!reachable || sent > lostAt) online.value = reachable;
    });
    addEventListener('offline', () => {
        lostAt = clock.steady();
        online.value = false;
    });
    addEventListener('online', () => (online.value = true));
}
