// SPDX-License-Identifier: Apache-2.0
// When an event begins, in its own zone, and where it is.
import {dayAndTime, listed} from '../i18n/format';
import type {EventFacts} from '../state/cart';

export function WhenWhere({startsAt, timeZone, venueName, city}: EventFacts) {
    return (
        <p class="dim">
            {dayAndTime(startsAt, timeZone)}
            <br />
            {listed([venueName, city])}
        </p>
    );
}
