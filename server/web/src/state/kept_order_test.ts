// SPDX-License-Identifier: Apache-2.0
import {expect, it} from 'vitest';
import {keepBeforePaying, keptOrder, nameKeptOrder} from './kept_order';

const facts = {
    event: 'E1',
    name: 'Lights',
    venueName: 'Arena',
    city: 'Hamburg',
    timeZone: 'Europe/Berlin',
    startsAt: '2027-02-23T18:00:00Z',
};

it('keeps an order’s token before its event is known, and names it afterwards', () => {
    keepBeforePaying({order: 'O1', event: 'E1', reservation: 'R1'}, 'secret', null);
    expect(keptOrder('O1')).toMatchObject({token: 'secret', facts: {event: 'E1', name: ''}});
    nameKeptOrder('O1', facts);
    nameKeptOrder('O9', facts);
    expect(keptOrder('O1')).toMatchObject({token: 'secret', facts});
    nameKeptOrder('O1', {...facts, name: 'Another'});
    expect(keptOrder('O1')?.facts.name).toBe('Lights');
    expect(keptOrder('O9')).toBeUndefined();
});
