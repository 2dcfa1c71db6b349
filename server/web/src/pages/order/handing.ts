// SPDX-License-Identifier: Apache-2.0
// Tickets that are handed on by a link: until when, which, and what is offered already. Pure.
import type {AfterSale, Ticket, Transfer} from '../../api/types_sale';

export interface HandingRules {
    state: 'never' | 'over' | 'open';
    until: string;
}

// `now` in milliseconds since 1970, by the server's clock.
export function handingRulesOf(afterSale: AfterSale | undefined, now: number): HandingRules {
    const until = afterSale?.transfersUntil ?? '';
    if (until === '') return {state: 'never', until};
    return {state: now < Date.parse(until) ? 'open' : 'over', until};
}

// What is offered and nobody has taken yet, by the transfers' ids.
export function offersOf(tickets: readonly Ticket[]): Map<string, Ticket[]> {
    const offers = new Map<string, Ticket[]>();
    for (const ticket of tickets) {
        if (!ticket.offer || ticket.state === 'VOID') continue;
        offers.set(ticket.offer, [...(offers.get(ticket.offer) ?? []), ticket]);
    }
    return offers;
}

// Whoever has the address has what is offered, once.
export function transferLink(origin: string, {event, order, transfer, token}: Transfer): string {
    return `${origin}/transfers/${event}/${order}/${transfer}#${token ?? ''}`;
}

// Whether others have whatever of the tickets admits; not while the list is not known.
export function areAllHandedOn(tickets: readonly Ticket[]): boolean {
    const valid = tickets.filter(({state}) => state !== 'VOID');
    return valid.length > 0 && valid.every(({transfer}) => transfer);
}

function placeOf({seatNo, areaNo}: Ticket): string {
    return seatNo === undefined ? `area ${areaNo}` : `seat ${seatNo}`;
}

// Without the old tickets of places that somebody else has a ticket for now.
export function withoutReplaced(tickets: readonly Ticket[]): Ticket[] {
    const replaced = tickets.filter(({transfer}) => transfer).map(placeOf);
    return tickets.filter((ticket) => {
        if (ticket.state !== 'VOID' || ticket.transfer) return true;
        const at = replaced.indexOf(placeOf(ticket));
        if (at >= 0) replaced.splice(at, 1);
        return at < 0;
    });
}
