// SPDX-License-Identifier: Apache-2.0
// A seat as people call it: section, row, number.
import {listed} from '../../i18n/format';
import {t} from '../../i18n/text';
import type {SeatFacts} from './sale';

export function seatName(facts: SeatFacts | undefined): string {
    if (!facts) return '';
    return listed([
        facts.section,
        facts.row === '' ? '' : t('place.row', {row: facts.row}),
        facts.label === '' ? '' : t('place.seat', {seat: facts.label}),
    ]);
}
