// SPDX-License-Identifier: Apache-2.0
// A promotion or access code; it goes with whatever is held next.
import {t} from '../../i18n/text';
import type {EventSession} from './session';

export function CodeField({session}: {session: EventSession}) {
    return (
        <details class="panel code" open={session.code.value !== ''}>
            <summary>{t('code.have')}</summary>
            <label class="field">
                <span>{t('code.label')}</span>
                <input
                    class="code-input"
                    maxLength={32}
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck={false}
                    value={session.code.value}
                    onInput={(event) => (session.code.value = event.currentTarget.value)}
                />
            </label>
            <p class="dim small">{t('code.more')}</p>
        </details>
    );
}
