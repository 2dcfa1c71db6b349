// SPDX-License-Identifier: Apache-2.0
// What map and list need of the page: words, prices, and what becomes of a press.
import {money} from '../../i18n/format';
import {fill, hasText, t} from '../../i18n/text';
import type {MapOptions} from '../../map/contract';
import {reducedMotion, theme} from '../../state/preferences';
import type {EventSession, Loaded} from './session';

export function optionsOf(session: EventSession, loaded: Loaded): MapOptions {
    return {
        layout: loaded.layout,
        priceOf: (categoryNo) => {
            const band = session.bands.value.find((known) => known.categoryNo === categoryNo);
            return band ? money(band.full) : '';
        },
        text: (key, values) => {
            const full = key.startsWith('map.') ? key : `map.${key}`;
            return hasText(full) ? t(full, values) : fill(key, values);
        },
        theme: theme.value,
        reducedMotion: reducedMotion(),
        wishes: {
            seat: (seatNo) => session.pressSeat(seatNo),
            area: (area) => (session.openArea.value = area),
        },
    };
}
