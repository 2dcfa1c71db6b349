// SPDX-License-Identifier: Apache-2.0
// An example to copy, printed for curl or for fetch. Both are in the page; one is shown.
import {signal, useSignal} from '@preact/signals';
import {curlOf, type Printed} from './curl';
import {fetchOf} from './fetch';
import type {Script} from './script';
import {word} from './words';

const kKinds = ['curl', 'fetch'] as const;
const shown = signal<(typeof kKinds)[number]>('curl');

const kSaidMs = 4000;

export function textOf({before, call}: Printed): string {
    return `${before}\n\n${call}`;
}

function KindKeys({of}: {of: string}) {
    return (
        <div class="api-kinds" role="group" aria-label={`${word('show')}: ${of}`}>
            {kKinds.map((kind) => (
                <button
                    key={kind}
                    type="button"
                    aria-pressed={shown.value === kind}
                    onClick={() => (shown.value = kind)}
                >
                    {kind}
                </button>
            ))}
        </div>
    );
}

function CopyKey({of, text}: {of: string; text: string}) {
    const said = useSignal<'copied' | 'notCopied' | null>(null);
    const copy = async () => {
        try {
            await navigator.clipboard.writeText(text);
            said.value = 'copied';
        } catch {
            said.value = 'notCopied';
        }
        setTimeout(() => (said.value = null), kSaidMs);
    };
    return (
        <>
            <span class="api-said" role="status">
                {said.value ? word(said.value) : ''}
            </span>
            <button
                type="button"
                class="api-copy"
                aria-label={`${word('copy')}: ${of}`}
                onClick={() => void copy()}
            >
                {word('copy')}
            </button>
        </>
    );
}

export function Example({of, script}: {of: string; script: Script}) {
    const printed = {curl: curlOf(script), fetch: fetchOf(script)};
    return (
        <div class="api-example">
            <div class="api-example-head">
                <KindKeys of={of} />
                <CopyKey of={of} text={textOf(printed[shown.value])} />
            </div>
            {kKinds.map((kind) => (
                <pre
                    key={kind}
                    dir="ltr"
                    lang="en"
                    tabIndex={0}
                    role="region"
                    aria-label={`${word('example')}: ${of}, ${kind}`}
                    hidden={shown.value !== kind}
                    data-example={kind}
                    data-method={of}
                    data-needs={script.needsKey ? 'TESSERA_API_KEY' : undefined}
                    data-refused={script.refused || undefined}
                >
                    <code>
                        <span class="api-before">{printed[kind].before}</span>
                        {'\n\n'}
                        {printed[kind].call}
                    </code>
                </pre>
            ))}
        </div>
    );
}
