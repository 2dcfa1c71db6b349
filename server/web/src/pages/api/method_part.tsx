// SPDX-License-Identifier: Apache-2.0
// One method: what it does, what it takes, what it answers, why it refuses, and an example.
import {Example} from './example';
import type {Method, Schema} from './openapi';
import {English, Fields, fieldsOf, Prose, Reasons, TypeWord, type Field} from './schema_parts';
import {scriptOf, usesPayment, type Demo} from './script';
import {word} from './words';

// A path may break after each of its parts.
function Path({path}: {path: string}) {
    return (
        <code>
            {path.split(/(?=[/:])/).map((part, at) => (
                <span key={at}>
                    {part}
                    <wbr />
                </span>
            ))}
        </code>
    );
}

function Hint({text}: {text: string}) {
    return (
        <p class="api-hint" dir="auto">
            {text}
        </p>
    );
}

// A word of another direction within a sentence.
function apart(word: string): string {
    return `\u2068${word}\u2069`;
}

function parametersOf(method: Method): Field[] {
    return method.parameters.map(({name, in: where, required, description, schema}) => ({
        name,
        schema,
        text: description ?? '',
        notes: required && where !== 'path' ? [word(where), word('required')] : [word(where)],
    }));
}

function Body({schema}: {schema: Schema}) {
    const fields = fieldsOf(schema);
    if (fields.length > 0) return <Fields fields={fields} />;
    return (
        <English>
            <TypeWord schema={schema} />
        </English>
    );
}

function Answer({answer}: {answer: Method['answer']}) {
    return (
        <>
            <h4>{word('answer')}</h4>
            {answer.kind === 'stream' && <p dir="auto">{word('stream')}</p>}
            {answer.kind === 'file' && <p dir="auto">{word('file')}</p>}
            <English class="api-answer">
                {answer.kind !== 'file' && <TypeWord schema={answer.schema} />}
                <Prose text={answer.text} />
            </English>
        </>
    );
}

export function MethodPart({method, demo}: {method: Method; demo: Demo | null}) {
    const {name, verb, path, told, scope} = method;
    const script = demo && scriptOf(demo, method);
    const title = `${name}-title`;
    return (
        <section class="api-method" id={name} aria-labelledby={title}>
            <h3 id={title} lang="en">
                <bdi>{name}</bdi>
            </h3>
            <p class="api-route" dir="ltr">
                <span class={`api-verb api-verb-${verb.toLowerCase()}`}>{verb}</span>
                <Path path={path} />
            </p>
            <English>
                <Prose text={told.text} />
            </English>
            {scope !== '' && <Hint text={word('needsKey', {scope: apart(scope)})} />}
            {method.parameters.length > 0 && (
                <>
                    <h4>{word('parameters')}</h4>
                    <Fields fields={parametersOf(method)} />
                </>
            )}
            {method.body && (
                <>
                    <h4>{word('body')}</h4>
                    <Body schema={method.body} />
                </>
            )}
            <Answer answer={method.answer} />
            {told.reasons.length > 0 && (
                <>
                    <h4>{word('reasons')}</h4>
                    <Reasons reasons={told.reasons} />
                </>
            )}
            {script && (
                <>
                    <h4>{word('example')}</h4>
                    {usesPayment(script) && <Hint text={word('paysBySandbox')} />}
                    {script.refused !== '' && (
                        <Hint text={word('refused', {reason: apart(script.refused)})} />
                    )}
                    <Example of={name} script={script} />
                </>
            )}
        </section>
    );
}
