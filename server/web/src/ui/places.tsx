// SPDX-License-Identifier: Apache-2.0
// The places of a reservation or an order, as people read them.
import type {PlaceLabel, ReservedArea, ReservedSeat} from '../api/types_sale';
import {listed, money, number} from '../i18n/format';
import {t} from '../i18n/text';

export function placeName(label: PlaceLabel | undefined): string {
    return listed([
        label?.section ?? '',
        label?.row ? t('place.row', {row: label.row}) : '',
        label?.seat ? t('place.seat', {seat: label.seat}) : '',
    ]);
}

export interface PlacesProps {
    seats?: ReservedSeat[];
    areas?: ReservedArea[];
    typeNames: readonly string[];
    categoryNames: readonly string[];
}

export function Places({seats, areas, typeNames, categoryNames}: PlacesProps) {
    return (
        <ul class="places">
            {(seats ?? []).map((seat) => (
                <li key={seat.seatNo ?? 0}>
                    <span class="place-name">{placeName(seat.label)}</span>
                    <span class="dim small">
                        {[typeNames[seat.ticketTypeNo ?? 0], categoryNames[seat.categoryNo ?? 0]]
                            .filter(Boolean)
                            .join(' · ')}
                    </span>
                    <span class="place-price">{money(seat.price)}</span>
                </li>
            ))}
            {(areas ?? []).map((area) => (
                <li key={`${area.areaNo ?? 0}-${area.ticketTypeNo ?? 0}`}>
                    <span class="place-name">
                        {number(area.quantity)} × {placeName(area.label)}
                    </span>
                    <span class="dim small">
                        {[typeNames[area.ticketTypeNo ?? 0], categoryNames[area.categoryNo ?? 0]]
                            .filter(Boolean)
                            .join(' · ')}
                    </span>
                    <span class="place-price">{money(area.price)}</span>
                </li>
            ))}
        </ul>
    );
}
