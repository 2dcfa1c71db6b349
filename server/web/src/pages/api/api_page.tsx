// SPDX-License-Identifier: Apache-2.0
// The API as a page to read: the server's own OpenAPI document, with examples to try on it.
import {signal, useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {asProblem, type Problem} from '../../api/problem';
import {t} from '../../i18n/text';
import {Busy, Heading, Notice, useTitle} from '../../ui/parts';
import {problemText} from '../../ui/problem_text';
import '../../ui/styles/api.css';
import {findDemo, loadModel} from './demo';
import {MethodPart} from './method_part';
import type {ApiModel, NamedType, Service} from './openapi';
import {English, Fields, fieldsOf, Prose, Reasons} from './schema_parts';
import type {Demo} from './script';
import {word} from './words';

const kWide = '(min-width: 960px)';

function useApi() {
    const model = useSignal<ApiModel | null>(null);
    const demo = useSignal<Demo | null>(null);
    const failed = useSignal<Problem | null>(null);
    const tries = useSignal(0);
    useEffect(() => {
        const stop = new AbortController();
        failed.value = null;
        loadModel(stop.signal)
            .then((loaded) => (model.value = loaded))
            .catch((error: unknown) => {
                if (!stop.signal.aborted) failed.value = asProblem(error);
            });
        void findDemo(stop.signal).then((found) => {
            if (!stop.signal.aborted) demo.value = found;
        });
        return () => stop.abort();
    }, [tries.value]);
    const again = () => ++tries.value;
    return {model: model.value, demo: demo.value, failed: failed.value, again};
}

// The part that the address names comes later than the address.
function useNamedPart(ready: boolean): void {
    useEffect(() => {
        if (!ready || location.hash === '') return;
        document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    }, [ready]);
}

const contentsOpen = signal(typeof matchMedia !== 'undefined' && matchMedia(kWide).matches);

function Contents({services}: {services: readonly Service[]}) {
    return (
        <details
            class="api-contents panel"
            open={contentsOpen.value}
            onToggle={(event) => (contentsOpen.value = event.currentTarget.open)}
        >
            <summary>{word('contents')}</summary>
            <nav aria-label={word('contents')}>
                {services.map(({name, methods}) => (
                    <div key={name} lang="en" dir="ltr">
                        <a class="api-contents-service" href={`#${name}`}>
                            {name}
                        </a>
                        <ul>
                            {methods.map((method) => (
                                <li key={method.name}>
                                    <a href={`#${method.name}`}>{method.name}</a>
                                </li>
                            ))}
                        </ul>
                    </div>
                ))}
                <a class="api-contents-service" href="#types">
                    {word('types')}
                </a>
            </nav>
        </details>
    );
}

function ServicePart({service, demo}: {service: Service; demo: Demo | null}) {
    const {name, told, methods} = service;
    const title = `${name}-title`;
    return (
        <section class="api-service" id={name} aria-labelledby={title}>
            <h2 id={title} lang="en">
                <bdi>{name}</bdi>
            </h2>
            <English>
                <Prose text={told.text} />
            </English>
            {told.reasons.length > 0 && (
                <>
                    <p dir="auto">{word('reasonsOfAll')}</p>
                    <Reasons reasons={told.reasons} />
                </>
            )}
            {methods.map((method) => (
                <MethodPart key={method.name} method={method} demo={demo} />
            ))}
        </section>
    );
}

function TypePart({type}: {type: NamedType}) {
    const {name, schema} = type;
    const fields = fieldsOf(schema);
    const title = `type-${name}-title`;
    return (
        <section class="api-named" id={`type-${name}`} aria-labelledby={title}>
            <h3 id={title} lang="en">
                <bdi>{name}</bdi>
            </h3>
            <English>
                <Prose text={schema.description ?? ''} />
            </English>
            {fields.length > 0 && <Fields fields={fields} />}
            {schema.enum && <Reasons reasons={schema.enum.map((reason) => ({reason, note: ''}))} />}
        </section>
    );
}

function Intro({model, demo}: {model: ApiModel | null; demo: Demo | null}) {
    return (
        <header class="api-intro">
            <Heading>{word('title')}</Heading>
            <p class="lead">{word('lead')}</p>
            <p>
                {model && <>{word('version', {version: model.version})} · </>}
                <a href="/v1/openapi.json" target="_blank" rel="noreferrer">
                    {word('document')}
                </a>
            </p>
            {word('inEnglish') !== '' && <p class="dim">{word('inEnglish')}</p>}
            <Notice tone="info" title={word('examples')} quiet>
                <p>{word('examplesMore')}</p>
                {demo?.event === '' && <p>{word('noEvent')}</p>}
            </Notice>
        </header>
    );
}

export function ApiPage() {
    const {model, demo, failed, again} = useApi();
    useNamedPart(model !== null && demo !== null);
    useTitle(word('title'));
    return (
        <article class="wrap api">
            <Intro model={model} demo={demo} />
            {failed && (
                <Notice tone="bad" title={problemText(failed)} urgent>
                    <button type="button" class="button" onClick={again}>
                        {t('parts.again')}
                    </button>
                </Notice>
            )}
            {!model && !failed && <Busy label={t('parts.loading')} />}
            {model && (
                <div class="api-columns">
                    <Contents services={model.services} />
                    <div class="api-reference" dir="ltr">
                        {model.services.map((service) => (
                            <ServicePart key={service.name} service={service} demo={demo} />
                        ))}
                        <section id="types" class="api-service" aria-labelledby="types-title">
                            <h2 id="types-title">{word('types')}</h2>
                            {model.types.map((type) => (
                                <TypePart key={type.name} type={type} />
                            ))}
                        </section>
                    </div>
                </div>
            )}
        </article>
    );
}
