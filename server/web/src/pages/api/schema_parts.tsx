// SPDX-License-Identifier: Apache-2.0
// The contract's words on the page: texts with code in them, types that lead to types, fields,
// reasons. They are English whatever the page's language is.
import type {ComponentChildren} from 'preact';
import {typeWordOf, type Reason, type Schema} from './openapi';

export function English({children, class: name}: {children: ComponentChildren; class?: string}) {
    return (
        <div lang="en" dir="ltr" class={name}>
            {children}
        </div>
    );
}

// `code` between backticks.
export function Prose({text}: {text: string}) {
    if (text === '') return null;
    return (
        <p>
            {text
                .split('`')
                .map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))}
        </p>
    );
}

export function TypeWord({schema}: {schema: Schema}) {
    const {before, named, after} = typeWordOf(schema);
    return (
        <span class="api-type">
            {before}
            {named !== '' && <a href={`#type-${named}`}>{named}</a>}
            {after}
        </span>
    );
}

export interface Field {
    name: string;
    schema: Schema;
    text: string;
    // Where it stands, whether it must be: in the page's language.
    notes: readonly string[];
}

export function fieldsOf(schema: Schema): Field[] {
    return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
        name,
        schema: field,
        text: field.description ?? '',
        notes: [],
    }));
}

export function Fields({fields}: {fields: readonly Field[]}) {
    return (
        <dl class="api-fields" dir="ltr">
            {fields.map(({name, schema, text, notes}) => (
                <div key={name}>
                    <dt lang="en">
                        <code>{name}</code> <TypeWord schema={schema} />
                    </dt>
                    <dd>
                        {notes.length > 0 && (
                            <p class="api-notes" dir="auto">
                                {notes.join(' · ')}
                            </p>
                        )}
                        <div lang="en">
                            <Prose text={text} />
                        </div>
                    </dd>
                </div>
            ))}
        </dl>
    );
}

export function Reasons({reasons}: {reasons: readonly Reason[]}) {
    return (
        <ul class="api-reasons" lang="en" dir="ltr">
            {reasons.map(({reason, note}) => (
                <li key={reason}>
                    <code>{reason}</code>
                    {note !== '' && ` (${note})`}
                </li>
            ))}
        </ul>
    );
}
