// SPDX-License-Identifier: Apache-2.0
// An address that leads nowhere, and a page whose files could not be had.
import {t} from '../../i18n/text';
import {Mosaic} from '../../ui/mosaic';
import {Heading, useTitle} from '../../ui/parts';

export function LostPage() {
    useTitle(t('lost.title'));
    return (
        <section class="wrap empty">
            <Mosaic seed="lost" class="empty-picture" />
            <Heading>{t('lost.title')}</Heading>
            <p>{t('lost.body')}</p>
            <a class="button button-first" href="/">
                {t('lost.home')}
            </a>
        </section>
    );
}

export function NotLoadedPage() {
    useTitle(t('lost.notLoaded'));
    return (
        <section class="wrap empty">
            <Mosaic seed="lost" class="empty-picture" />
            <Heading>{t('lost.notLoaded')}</Heading>
            <p>{t('problem.NETWORK_FAILED')}</p>
            <button
                type="button"
                class="button button-first"
                onClick={() => location.reload()}
            >
                {t('parts.again')}
            </button>
        </section>
    );
}
