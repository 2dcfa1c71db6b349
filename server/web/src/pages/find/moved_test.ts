// SPDX-License-Identifier: Apache-2.0
import {describe, expect, it} from 'vitest';
import type {Disruption, EventSummary} from '../../api/types_sale';
import {movedOf} from './moved';

const kBefore = '2027-02-03T19:30:00Z';
const kMoved: Disruption = {
    kind: 'MOVED',
    createTime: '2027-01-02T03:04:05Z',
    previousStartsAt: kBefore,
};

function summary(disruption?: Disruption, saleState: EventSummary['saleState'] = 'OPEN') {
    return {event: 'e', saleState, disruption} as EventSummary;
}

describe('an event in the list', () => {
    it('says that it was moved, and from when, also after its sale', () => {
        expect(movedOf(summary(kMoved))).toEqual({before: kBefore});
        expect(movedOf(summary(kMoved, 'CLOSED'))).toEqual({before: kBefore});
    });

    it('says that it was moved where the time before is not known', () => {
        const unknown = {...kMoved, previousStartsAt: undefined};
        expect(movedOf(summary(unknown))).toEqual({before: undefined});
    });

    it('says nothing where it takes place as it was sold, or not at all', () => {
        expect(movedOf(summary())).toBeNull();
        expect(movedOf(summary(kMoved, 'CANCELLED'))).toBeNull();
        expect(movedOf(summary({kind: 'CANCELLED', createTime: kMoved.createTime}))).toBeNull();
    });
});
