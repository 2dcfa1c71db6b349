// SPDX-License-Identifier: Apache-2.0
// A seat as people call it: section, row, number.
import {placeName} from '../../ui/places';
import type {SeatFacts} from './sale';

export function seatName(facts: SeatFacts | undefined): string {
    return facts ? placeName({section: facts.section, row: facts.row, seat: facts.label}) : '';
}
