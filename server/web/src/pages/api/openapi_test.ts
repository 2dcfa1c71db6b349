// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import {apiModelOf, toldOf, typeWordOf, type OpenApi} from './openapi';

describe('toldOf', () => {
    it('takes the refusals out of the text, in their order and with their notes', () => {
        expect(toldOf('Opens it. Errors: INVALID_ID, SALE_STATE_CONFLICT (no price).')).toEqual({
            text: 'Opens it.',
            reasons: [
                {reason: 'INVALID_ID', note: ''},
                {reason: 'SALE_STATE_CONFLICT', note: 'no price'},
            ],
        });
        const first = toldOf('Takes. Errors, the first that applies: NO_PLACES, AREA_FULL.');
        expect(first.reasons.map(({reason}) => reason)).toEqual(['NO_PLACES', 'AREA_FULL']);
        expect(toldOf('A page each. Also TICKETS_NOT_READY.').text).toBe('A page each.');
        const every = toldOf('Orders. Every call may answer INVALID_ID, DEADLINE_PASSED.');
        expect(every).toMatchObject({text: 'Orders.', reasons: [{}, {}]});
    });

    it('leaves a text alone that only looks like it', () => {
        const text = 'Ends after PAID. Also a second thing.';
        expect(toldOf(text)).toEqual({text, reasons: []});
        expect(toldOf('One order.')).toEqual({text: 'One order.', reasons: []});
    });
});

describe('typeWordOf', () => {
    it('says what a schema is and which type it leads to', () => {
        const ref = {$ref: '#/components/schemas/Money'};
        expect(typeWordOf(ref)).toEqual({before: '', named: 'Money', after: ''});
        const list = typeWordOf({type: 'array', items: ref});
        expect(list).toMatchObject({named: 'Money', after: '[]'});
        expect(typeWordOf({type: 'string', format: 'int64'}).before).toBe('string (int64)');
        const map = typeWordOf({type: 'object', additionalProperties: {type: 'string'}});
        expect(map.before + map.after).toBe('map<string, string>');
    });
});

describe('apiModelOf', () => {
    const document: OpenApi = {
        info: {title: 'Tessera', version: '0.1.0'},
        tags: [{name: 'A', description: 'First.'}, {name: 'B'}],
        paths: {
            '/v1/b': {
                post: {
                    operationId: 'B_Make',
                    tags: ['B'],
                    description: 'Makes.',
                    requestBody: {content: {'application/json': {schema: {type: 'object'}}}},
                    responses: {200: {description: 'Made.', content: {'*/*': {schema: {}}}}},
                    security: [{apiKey: ['admin:events']}],
                },
            },
            '/v1/a': {
                get: {
                    operationId: 'A_Watch',
                    tags: ['A'],
                    responses: {
                        200: {
                            description: 'One.',
                            content: {'text/event-stream': {schema: {$ref: '#/x/T'}}},
                        },
                    },
                },
            },
        },
        components: {schemas: {Z: {}, T: {type: 'string'}}},
    };

    it('groups methods by service in the order of the services', () => {
        const model = apiModelOf(document);
        expect(model.services.map(({name}) => name)).toEqual(['A', 'B']);
        const [watch] = model.services[0]?.methods ?? [];
        expect(watch).toMatchObject({name: 'Watch', verb: 'GET', body: null, scope: ''});
        expect(watch?.answer).toMatchObject({kind: 'stream', schema: {$ref: '#/x/T'}});
        const [make] = model.services[1]?.methods ?? [];
        expect(make).toMatchObject({scope: 'admin:events', body: {type: 'object'}});
        expect(make?.answer.kind).toBe('file');
        expect(model.types.map(({name}) => name)).toEqual(['T', 'Z']);
    });
});
