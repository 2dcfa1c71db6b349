// SPDX-License-Identifier: Apache-2.0
// Whether a PDF lets exactly these places of this event in: its codes, read from its picture, are
// signed by the door's key and name them; its words name the buyer.
import {expect} from 'vitest';
import type {Place} from './house';
import {buyer} from './steps';
import {doorKey, idOf, readCode} from './ticket_code';
import {codesOf, textOf} from './ticket_paper';

function sorted(places: readonly (number | null | undefined)[]): number[] {
    return places.map(Number).sort((a, b) => a - b);
}

// Its codes, one for each place.
export function proveTickets(pdf: string, event: string, places: readonly Place[]): string[] {
    const codes = codesOf(pdf);
    const facts = codes.map((code) => readCode(code, doorKey()));
    expect(facts.map((fact) => fact?.event)).toEqual(places.map(() => idOf(event)));
    expect(sorted(facts.map((fact) => fact?.seatNo))).toEqual(
        sorted(places.map(({seatNo}) => seatNo)),
    );
    expect(new Set(facts.map((fact) => fact?.ticket)).size).toBe(places.length);
    expect(textOf(pdf)).toContain(buyer.name);
    return codes;
}
