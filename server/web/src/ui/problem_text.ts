// SPDX-License-Identifier: Apache-2.0
// What a person can do about a refusal. Every reason has its own words where there is something to
// do; the others are told by their kind.
import type {Problem} from '../api/problem';
import {hasText, t, type Values} from '../i18n/text';

// Reasons that a person can do nothing else about share words.
const kShared: Record<string, string> = {
    RATE_LIMITED: 'OVERLOADED',
    SHUTTING_DOWN: 'OWNER_UNAVAILABLE',
    DEADLINE_PASSED: 'OWNER_UNAVAILABLE',
    NO_ANSWER: 'OWNER_UNAVAILABLE',
    HOLDER_TOKEN_MISSING: 'HOLDER_TOKEN_INVALID',
    RESERVATION_NOT_FOUND: 'HOLDER_TOKEN_INVALID',
    ORDER_NOT_FOUND: 'HOLDER_TOKEN_INVALID',
    TICKET_TYPE_UNKNOWN: 'TICKET_TYPE_NOT_SOLD',
    CATEGORY_UNKNOWN: 'TICKET_TYPE_NOT_SOLD',
    SEAT_UNKNOWN: 'SEAT_UNAVAILABLE',
    AREA_UNKNOWN: 'AREA_FULL',
    TOO_MANY_PLACES: 'ORDER_LIMIT',
    RESERVATION_RELEASED: 'RESERVATION_EXPIRED',
};

function kindOf(status: number): string {
    if (status === 401 || status === 403) return 'HOLDER_TOKEN_INVALID';
    if (status === 404) return 'EVENT_NOT_FOUND';
    if (status === 429) return 'OVERLOADED';
    if (status === 502 || status === 503 || status === 504) return 'OWNER_UNAVAILABLE';
    return 'OTHER';
}

export function problemKey(reason: string, status: number): string {
    const shared = kShared[reason] ?? reason;
    return hasText(`problem.${shared}`) ? shared : kindOf(status);
}

export function problemText(problem: Problem): string {
    const key = `problem.${problemKey(problem.reason, problem.status)}`;
    const values: Values = {...problem.metadata, n: problem.seatNos().length};
    return hasText(key) ? t(key, values) : problem.reason;
}
