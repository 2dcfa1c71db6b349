// SPDX-License-Identifier: Apache-2.0
// Whether a hold's time has come, renewed as it does.
import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import type {CartItem} from '../state/cart';
import {isOver} from '../state/holding';

export function useOver(item: CartItem): boolean {
    const over = useSignal(isOver(item));
    useEffect(() => {
        const look = () => {
            over.value = isOver(item);
        };
        look();
        const timer = setInterval(look, 250);
        return () => clearInterval(timer);
    }, [item]);
    return over.value;
}
