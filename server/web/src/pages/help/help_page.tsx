// SPDX-License-Identifier: Apache-2.0
// How buying works, and the terms that a ticket is sold under.
import {useEffect} from 'preact/hooks';
import {t, type TextKey} from '../../i18n/text';
import {Heading, useTitle} from '../../ui/parts';

const kTopics = ['hold', 'pay', 'tickets', 'link', 'access', 'privacy', 'terms'] as const;

export function HelpPage() {
    useTitle(t('help.title'));
    // The part that the address names comes later than the address.
    useEffect(() => {
        if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
    }, []);
    return (
        <article class="wrap prose">
            <Heading>{t('help.title')}</Heading>
            <p class="lead">{t('help.lead')}</p>
            <nav class="topics" aria-label={t('help.topics')}>
                <ul>
                    {kTopics.map((topic) => (
                        <li key={topic}>
                            <a href={`#${topic}`}>{t(`help.${topic}Title` as TextKey)}</a>
                        </li>
                    ))}
                </ul>
            </nav>
            {kTopics.map((topic) => (
                <section key={topic} id={topic}>
                    <h2>{t(`help.${topic}Title` as TextKey)}</h2>
                    <p>{t(`help.${topic}Body` as TextKey)}</p>
                </section>
            ))}
        </article>
    );
}
