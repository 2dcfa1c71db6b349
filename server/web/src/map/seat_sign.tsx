// SPDX-License-Identifier: Apache-2.0
// The map's signs as small pictures, for a legend beside it: the same forms as pictures.ts paints.
import {kWheelchairSign} from './looks';

export type Sign = 'free' | 'held' | 'sold' | 'blocked' | 'chosen' | 'wheelchair' | 'companion';


const kInSquare = 'translate(2.8 2.6) scale(.76)';

function parts(sign: Sign) {
    switch (sign) {
        case 'free':
            return <circle cx="12" cy="12" r="9" fill="currentColor" stroke="none" />;
        case 'held':
            return (
                <>
                    <circle cx="12" cy="12" r="8" fill="none" stroke-width="2" />
                    <path d="M4 12a8 8 0 0 0 16 0z" fill="currentColor" stroke="none" />
                </>
            );
        case 'sold':
            return <circle cx="12" cy="12" r="3.8" fill="currentColor" stroke="none" />;
        case 'blocked':
            return <path d="M8 16 16 8" fill="none" stroke-width="2.2" />;
        case 'chosen':
            return (
                <>
                    <circle cx="12" cy="12" r="11" fill="var(--gold, #f2b84b)" stroke="none" />
                    <circle cx="12" cy="12" r="9" fill="var(--first, #12343b)" stroke="none" />
                    <path
                        d="m8 12.2 3 3 5.2-6.2"
                        fill="none"
                        stroke="var(--first-ink, #fff8ea)"
                        stroke-width="2.2"
                    />
                </>
            );
        case 'wheelchair':
            return (
                <>
                    <rect x="2" y="2" width="20" height="20" rx="3.5" fill="none" stroke-width="1.8" />
                    <path d={kWheelchairSign} fill="none" transform={kInSquare} />
                </>
            );
        default:
            return (
                <>
                    <circle cx="12" cy="12" r="8.6" fill="none" stroke-width="1.8" />
                    <circle cx="12" cy="12" r="5.6" fill="currentColor" stroke="none" />
                </>
            );
    }
}

export function SeatSign({sign}: {sign: Sign}) {
    return (
        <svg
            class="seat-sign"
            viewBox="0 0 24 24"
            width="22"
            height="22"
            stroke="currentColor"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
            focusable="false"
        >
            {parts(sign)}
        </svg>
    );
}
