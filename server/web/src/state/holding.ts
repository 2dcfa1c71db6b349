// SPDX-License-Identifier: Apache-2.0
// Taking a hold, so that it is never lost: what is asked is written down with its request id before
// it is sent, and an answer that nobody saw is asked for again when the shop opens.
import {createReservation, getEvent, getReservation} from '../api/calls';
import {asProblem} from '../api/problem';
import {client, waitFor} from '../api/client';
import type {Selection, TesseraEvent} from '../api/types_sale';
import type {Layout} from '../api/types';
import {
    cart,
    pendingHold,
    putInCart,
    setPending,
    unansweredHold,
    updateInCart,
    type CartItem,
    type EventFacts,
    type PendingHold,
} from './cart';
import {clock} from './clock';

const kAskAgainMs = 5_000;

export function factsOf(event: TesseraEvent): EventFacts {
    return {
        event: event.event,
        name: event.config.name,
        venueName: event.venue.name,
        hasTerms: Boolean(event.config.terms),
        city: event.venue.city,
        timeZone: event.venue.timeZone,
        startsAt: event.config.startsAt,
    };
}

export function typeNamesOf(event: TesseraEvent): string[] {
    const names: string[] = [];
    for (const type of event.config.ticketTypes) names[type.ticketTypeNo ?? 0] = type.name;
    return names;
}

export function categoryNamesOf(layout: Layout): string[] {
    const names: string[] = [];
    for (const category of layout.categories) names[category.categoryNo ?? 0] = category.name;
    return names;
}

// Of a duration as the API writes it: "300s".
function lengthOf(duration: string | undefined): number | undefined {
    const seconds = Number.parseFloat(duration ?? '');
    return seconds > 0 ? seconds * 1000 : undefined;
}

type Pending = PendingHold & {typeNames: string[]; categoryNames: string[]};

async function ask(pending: Pending, onRetry?: () => void): Promise<CartItem> {
    const {facts, selection, code, requestId} = pending;
    const reservation = await createReservation(facts.event, selection, code, requestId, onRetry);
    const item: CartItem = {
        facts,
        token: reservation.holderToken ?? '',
        reservation,
        typeNames: pending.typeNames,
        categoryNames: pending.categoryNames,
    };
    putInCart(item);
    setPending(null);
    return item;
}

type Wish = Pick<PendingHold, 'facts' | 'selection' | 'code'>;

function sameWish(one: Wish, other: Wish): boolean {
    const text = ({facts, selection, code}: Wish) => JSON.stringify([facts.event, selection, code]);
    return text(one) === text(other);
}

// Takes what is selected, all or none; the same wish again, after no answer came, is asked with the
// same request id, for it may have been granted. A refusal is thrown as a Problem and leaves
// nothing behind.
export async function takeHold(
    event: TesseraEvent,
    layout: Layout,
    selection: Selection,
    code: string,
    onRetry?: () => void,
): Promise<CartItem> {
    const facts = factsOf(event);
    const before = pendingHold(clock.now());
    const same = before !== null && sameWish(before, {facts, selection, code});
    const pending: Pending = {
        facts,
        selection,
        code,
        requestId: same ? before.requestId : client.newRequestId(),
        askedAt: same ? before.askedAt : clock.now(),
        holdMs: lengthOf(event.config.holdDuration),
        typeNames: typeNamesOf(event),
        categoryNames: categoryNamesOf(layout),
    };
    setPending(pending);
    try {
        return await ask(pending, onRetry);
    } catch (error) {
        const problem = asProblem(error);
        if (problem.refused) setPending(null);
        throw problem;
    }
}

// Whether a wish is recent enough the server's time says, never the device's own clock: where no
// answer has told it yet, the event is asked for first.
export async function resumePendingHold(): Promise<void> {
    const unanswered = unansweredHold();
    if (unanswered === null) return;
    while (!clock.learnt) {
        await getEvent(unanswered.facts.event).catch(() => {});
        if (!clock.learnt) await waitFor(kAskAgainMs);
    }
    const pending = pendingHold(clock.now()) as Pending | null;
    if (pending === null) return;
    try {
        await ask(pending);
    } catch (error) {
        if (asProblem(error).refused) setPending(null);
    }
}

// Asks how each hold stands: another tab, the deadline or an outage may have changed it. Holds that
// are gone, or that the server does not know any more, stay in the cart as RELEASED until the person
// has seen it.
export async function refreshCart(signal?: AbortSignal): Promise<void> {
    await Promise.all(
        cart.value.map(async ({facts, token, reservation}) => {
            const held = {event: facts.event, token};
            try {
                updateInCart(await getReservation(held, reservation.reservation, signal));
            } catch (error) {
                if (asProblem(error).status !== 404) return;
                updateInCart({...reservation, state: 'RELEASED'});
            }
        }),
    );
}

// Past its deadline by the server's clock, and the server has not said yet what became of it: it may
// have given time after an outage, so the hold is neither lost nor to be counted on.
export function isDue({reservation: {state, expireTime}}: CartItem): boolean {
    if (state !== 'HELD' || expireTime === undefined || !clock.learnt) return false;
    return Date.parse(expireTime) <= clock.now();
}

// Asks about holds whose time has come, on whichever page the person is, about all of them as long
// as the time is not known, and when the person comes back to the page.
export function watchCart(): void {
    let asked = -Infinity;
    const look = () => {
        asked = clock.steady();
        void refreshCart();
    };
    setInterval(() => {
        const open = (item: CartItem) => item.reservation.state === 'HELD' && !clock.learnt;
        const due = cart.value.some((item) => isDue(item) || open(item));
        if (due && clock.steady() - asked >= kAskAgainMs) look();
    }, 500);
    document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') look();
    });
}
