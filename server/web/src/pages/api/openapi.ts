// SPDX-License-Identifier: Apache-2.0
// The OpenAPI document as a reader wants it: services with their methods, and types by name. Pure.
//
// Only what the server's document uses is understood; the reasons of refusals are read out of the
// comments, where the contract has them.

export interface Schema {
    $ref?: string;
    type?: string;
    format?: string;
    description?: string;
    enum?: string[];
    required?: string[];
    properties?: Record<string, Schema>;
    items?: Schema;
    additionalProperties?: Schema;
}

interface Parameter {
    name: string;
    in: 'path' | 'query' | 'header';
    required?: boolean;
    description?: string;
    schema: Schema;
}

type Content = Record<string, {schema: Schema}>;

interface Operation {
    operationId: string;
    tags: string[];
    description?: string;
    parameters?: Parameter[];
    requestBody?: {content: Content};
    responses: Record<string, {description: string; content?: Content}>;
    security?: Record<string, string[]>[];
}

export interface OpenApi {
    info: {title: string; version: string};
    tags: {name: string; description?: string}[];
    paths: Record<string, Record<string, Operation>>;
    components: {schemas: Record<string, Schema>};
}

export interface Reason {
    reason: string;
    // When it applies, where the contract says so.
    note: string;
}

// A text without the list of refusals at its end, and that list.
export interface Told {
    text: string;
    reasons: Reason[];
}

// Stream: server-sent events, each of the schema. File: a document as it is.
export type AnswerKind = 'json' | 'stream' | 'file';

export interface Method {
    service: string;
    name: string;
    verb: string;
    path: string;
    told: Told;
    parameters: Parameter[];
    body: Schema | null;
    answer: {kind: AnswerKind; schema: Schema; text: string};
    // The scope that an API key needs; empty: none is needed.
    scope: string;
}

export interface Service {
    name: string;
    told: Told;
    methods: Method[];
}

export interface NamedType {
    name: string;
    schema: Schema;
}

export interface ApiModel {
    version: string;
    services: Service[];
    types: NamedType[];
}

const kRefusals =
    /\s*(?:Errors(?:, the first that applies)?:|Also|Every call may answer)\s([^.]*)\.\s*$/;
const kReason = /^([A-Z][A-Z_]+)(?: \((.+)\))?$/;

export function toldOf(description: string): Told {
    const found = kRefusals.exec(description);
    const items = found?.[1]?.split(', ').map((item) => kReason.exec(item)) ?? [];
    const reasons: Reason[] = [];
    for (const item of items) {
        if (!item?.[1]) return {text: description, reasons: []};
        reasons.push({reason: item[1], note: item[2] ?? ''});
    }
    return {text: description.slice(0, found?.index ?? description.length), reasons};
}

function answerOf(operation: Operation): Method['answer'] {
    const {description: text = '', content = {}} = operation.responses['200'] ?? {};
    const [type = 'application/json', {schema} = {schema: {}}] = Object.entries(content)[0] ?? [];
    const kind =
        type === 'text/event-stream' ? 'stream' : type === 'application/json' ? 'json' : 'file';
    return {kind, schema, text};
}

function methodOf(path: string, verb: string, operation: Operation): Method {
    const [service = '', name = ''] = operation.operationId.split('_');
    const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema ?? null;
    const scopes = operation.security?.flatMap((way) => Object.values(way).flat()) ?? [];
    return {
        service,
        name,
        verb: verb.toUpperCase(),
        path,
        told: toldOf(operation.description ?? ''),
        parameters: operation.parameters ?? [],
        body,
        answer: answerOf(operation),
        scope: scopes.join(' '),
    };
}

export function apiModelOf(document: OpenApi): ApiModel {
    const methods = Object.entries(document.paths).flatMap(([path, verbs]) =>
        Object.entries(verbs).map(([verb, operation]) => methodOf(path, verb, operation)),
    );
    return {
        version: document.info.version,
        services: document.tags.map(({name, description}) => ({
            name,
            told: toldOf(description ?? ''),
            methods: methods.filter((method) => method.service === name),
        })),
        types: Object.entries(document.components.schemas)
            .map(([name, schema]) => ({name, schema}))
            .sort((one, other) => (one.name < other.name ? -1 : 1)),
    };
}

// What a schema is in a few words, and the named type that it leads to.
export interface TypeWord {
    before: string;
    named: string;
    after: string;
}

export function typeWordOf(schema: Schema): TypeWord {
    if (schema.$ref !== undefined) {
        return {before: '', named: schema.$ref.split('/').pop() ?? '', after: ''};
    }
    const inner = schema.items ?? schema.additionalProperties;
    if (inner === undefined) {
        const format = schema.format === undefined ? '' : ` (${schema.format})`;
        return {before: `${schema.type ?? 'any'}${format}`, named: '', after: ''};
    }
    const word = typeWordOf(inner);
    if (schema.items) return {...word, after: `${word.after}[]`};
    return {before: `map<string, ${word.before}`, named: word.named, after: `${word.after}>`};
}
