// SPDX-License-Identifier: Apache-2.0
import {beforeAll, describe, expect, it, vi} from 'vitest';
import {Problem} from '../api/problem';
import {startLanguage} from '../i18n/text';
import {problemKey, problemText} from './problem_text';

beforeAll(async () => {
    vi.stubGlobal('document', {documentElement: {lang: 'en', dir: 'ltr'}});
    vi.stubGlobal('navigator', {languages: ['en']});
    await startLanguage();
});

describe('problem texts', () => {
    it('say what to do, with the server’s numbers filled in', () => {
        const limit = new Problem('ORDER_LIMIT', 409, {places_max: '8'});
        expect(problemText(limit)).toContain('8');
        const taken = new Problem('SEAT_UNAVAILABLE', 409, {seat_nos: '1,2'});
        expect(problemText(taken)).toContain('2 seats');
    });

    it('treat a reason that is not known by its status', () => {
        expect(problemKey('NEVER_HEARD_OF', 503)).toBe('OWNER_UNAVAILABLE');
        expect(problemKey('NEVER_HEARD_OF', 403)).toBe('HOLDER_TOKEN_INVALID');
        expect(problemKey('NEVER_HEARD_OF', 500)).toBe('OTHER');
    });

    it('never show a reason’s own name', () => {
        const reasons = ['INTERNAL_FAULT', 'MALFORMED_REQUEST', 'DEADLINE_PASSED', 'HTTP_502'];
        for (const reason of reasons) {
            expect(problemText(new Problem(reason, 500))).not.toContain('_');
        }
    });
});
