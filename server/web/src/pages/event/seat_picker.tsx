// SPDX-License-Identifier: Apache-2.0
// Seats by section and row, for when the map's chunk did not arrive: all can still be chosen.
import {useSignal} from '@preact/signals';
import type {Row, Section} from '../../api/types';
import {money} from '../../i18n/format';
import {t} from '../../i18n/text';
import {seatName} from './seat_name';
import type {EventSession, Loaded} from './session';

function freeIn(section: Section, statuses: Uint8Array): number {
    let free = 0;
    for (const row of section.rows) {
        for (const seat of row.seats) if (statuses[seat.seatNo ?? 0] === 0) ++free;
    }
    return free;
}

function RowOfSeats({session, loaded, row}: {session: EventSession; loaded: Loaded; row: Row}) {
    return (
        <li class="picker-row">
            <span class="picker-label">{row.label ? t('place.row', {row: row.label}) : ''}</span>
            <ul class="picker-seats">
                {row.seats.map((seat) => {
                    const no = seat.seatNo ?? 0;
                    const chosen = session.chosen.value.has(no);
                    const free = loaded.map.statuses[no] === 0;
                    const facts = loaded.facts[no];
                    const band = session.bands.value.find(
                        (known) => known.categoryNo === (facts?.categoryNo ?? 0),
                    );
                    const kind =
                        facts?.kind === 'WHEELCHAIR'
                            ? `, ${t('picker.wheelchair')}`
                            : facts?.kind === 'COMPANION'
                              ? `, ${t('picker.companion')}`
                              : '';
                    const price = band ? `, ${money(band.full)}` : '';
                    return (
                        <li key={no}>
                            <button
                                type="button"
                                class="picker-seat"
                                aria-pressed={chosen}
                                disabled={!free && !chosen}
                                aria-label={`${seatName(facts)}${kind}${price}`}
                                onClick={() => session.pressSeat(no)}
                            >
                                {seat.label ?? no}
                            </button>
                        </li>
                    );
                })}
            </ul>
        </li>
    );
}

export function SeatPicker({session, loaded}: {session: EventSession; loaded: Loaded}) {
    const shown = useSignal(0);
    // Read for its change: statuses are counted anew with it.
    void session.left.value;
    const sections = loaded.layout.sections ?? [];
    const section = sections[shown.value];
    return (
        <div class="picker">
            <label class="field">
                <span>{t('picker.section')}</span>
                <select
                    value={shown.value}
                    onChange={(event) => (shown.value = Number(event.currentTarget.value))}
                >
                    {sections.map((known, index) => (
                        <option key={index} value={index}>
                            {known.name || index + 1} ·{' '}
                            {t('bands.left', {n: freeIn(known, loaded.map.statuses)})}
                        </option>
                    ))}
                </select>
            </label>
            {section && (
                <ol class="picker-rows" aria-label={section.name} tabIndex={0}>
                    {section.rows.map((row, index) => (
                        <RowOfSeats key={index} session={session} loaded={loaded} row={row} />
                    ))}
                </ol>
            )}
        </div>
    );
}
