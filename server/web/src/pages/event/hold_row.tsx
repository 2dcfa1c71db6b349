// SPDX-License-Identifier: Apache-2.0
// What is asked for, its price with all in, and the key that asks the server to hold it.
import type {ComponentChildren} from 'preact';
import type {Money} from '../../api/types';
import {money} from '../../i18n/format';
import {t} from '../../i18n/text';
import {Busy} from '../../ui/parts';
import type {Asking, EventSession} from './session';

export interface HoldKeyProps {
    session: EventSession;
    // What this key asks for.
    asking: Asking;
    empty?: boolean;
    wide?: boolean;
    children: ComponentChildren;
    onHold(): void;
}

export function HoldKey({session, asking, empty, wide, children, onHold}: HoldKeyProps) {
    const now = session.asking.value;
    return (
        <button
            type="button"
            class={`button button-first ${wide ? 'button-wide' : ''}`}
            disabled={empty || now !== ''}
            onClick={onHold}
        >
            {now === asking ? (
                <Busy label={t(session.slow.value ? 'hold.slow' : 'hold.asking')} />
            ) : (
                children
            )}
        </button>
    );
}

export function HoldRow({sum, ...key}: Omit<HoldKeyProps, 'children' | 'wide'> & {sum: Money}) {
    return (
        <div class="choice-go">
            <span class="choice-sum">
                <b>{money(sum)}</b>
                <span class="dim small">{t('choice.allIn')}</span>
            </span>
            <HoldKey {...key}>{t('choice.reserve')}</HoldKey>
        </div>
    );
}
