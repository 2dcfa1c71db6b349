// SPDX-License-Identifier: Apache-2.0
// The order's own link, to copy or to hand to another app of the person's.
import {useSignal} from '@preact/signals';
import {t, type TextKey} from '../../i18n/text';

export interface ShareLinkProps {
    name: string;
    // What the address opens, in words.
    more?: TextKey;
}

export function ShareLink({name, more = 'share.more'}: ShareLinkProps) {
    const said = useSignal<'' | 'copied' | 'failed'>('');
    const copy = async () => {
        try {
            await navigator.clipboard.writeText(location.href);
            said.value = 'copied';
        } catch {
            said.value = 'failed';
        }
    };
    const share = async () => {
        try {
            await navigator.share({title: name, url: location.href});
        } catch {
            // Closing the sheet is no fault.
        }
    };
    const canShare = typeof navigator.share === 'function';
    return (
        <section class="panel share" aria-labelledby="share-title">
            <h2 id="share-title">{t('share.title')}</h2>
            <p class="dim">{t(more)}</p>
            <div class="row-keys">
                <button type="button" class="button" onClick={() => void copy()}>
                    {t('share.copy')}
                </button>
                {canShare && (
                    <button type="button" class="button" onClick={() => void share()}>
                        {t('share.share')}
                    </button>
                )}
                <span role="status" class="small">
                    {said.value === 'copied' && t('share.copied')}
                    {said.value === 'failed' && t('share.failed')}
                </span>
            </div>
        </section>
    );
}
