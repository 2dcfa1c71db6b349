// SPDX-License-Identifier: Apache-2.0
// What a reservation or an order has: its places and its price with all parts.
import type {PriceBreakdown} from '../api/types';
import {Places, type PlacesProps} from './places';
import {PriceLines} from './price_lines';

export interface ReservedProps extends Omit<PlacesProps, 'seats' | 'areas'> {
    what: Pick<PlacesProps, 'seats' | 'areas'> & {price: PriceBreakdown};
}

export function Reserved({what, typeNames, categoryNames}: ReservedProps) {
    const {seats, areas, price} = what;
    return (
        <>
            <Places {...{seats, areas, typeNames, categoryNames}} />
            <PriceLines price={price} />
        </>
    );
}
