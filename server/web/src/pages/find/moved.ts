// SPDX-License-Identifier: Apache-2.0
// Whether an event of the list has another date than the one it was sold with. Pure.
import type {EventSummary} from '../../api/types_sale';

// `before`: when it was to begin, where that is known. Null: it takes place as it was sold, or not at
// all.
export function movedOf({saleState, disruption}: EventSummary): {before?: string} | null {
    if (saleState === 'CANCELLED' || disruption?.kind !== 'MOVED') return null;
    return {before: disruption.previousStartsAt};
}
