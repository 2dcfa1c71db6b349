// SPDX-License-Identifier: Apache-2.0
// A hold's time: what is left of it, and when it has come, that the server is being asked.
import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {t} from '../i18n/text';
import type {CartItem} from '../state/cart';
import {isDue} from '../state/holding';
import {Busy, Countdown} from './parts';

// Whether a hold's time has come, renewed as it does.
export function useDue(item: CartItem): boolean {
    const due = useSignal(isDue(item));
    useEffect(() => {
        const look = () => {
            due.value = isDue(item);
        };
        look();
        const timer = setInterval(look, 250);
        return () => clearInterval(timer);
    }, [item]);
    return due.value;
}

export function HoldTime({item}: {item: CartItem}) {
    const due = useDue(item);
    const {state, expireTime} = item.reservation;
    if (state !== 'HELD' || !expireTime) return null;
    if (due) return <Busy label={t('hold.checking')} />;
    return <Countdown deadline={expireTime} label={t('hold.left')} />;
}
