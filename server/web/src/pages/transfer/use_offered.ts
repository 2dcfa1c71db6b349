// SPDX-License-Identifier: Apache-2.0
// What a link offers or has given, as it is now and then as it changes, and the word by which it is
// taken. An answer that was lost is asked for again first.
import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {acceptTransfer, getEvent, listTickets, type Held} from '../../api/calls';
import {asProblem, Problem} from '../../api/problem';
import type {TesseraEvent, Ticket} from '../../api/types_sale';
import {navigate} from '../../router';
import {followSlowly, untilAnswered} from '../order/follow';
import {forgetWish, keepTaken, keepWish, keptWish, takenToken} from './wish';

export interface Names {
    held: Held;
    order: string;
    transfer: string;
}

export interface Offered {
    event: TesseraEvent;
    tickets: Ticket[];
}

// The page of the new holder, in place of the link's.
function open({held, order, transfer}: Names, token: string): void {
    navigate(`/transfers/${held.event}/${order}/${transfer}#${token}`, {
        replace: true,
        quiet: true,
    });
}

// One wish under one request id, which outlives a reload: the answer has the only way to the tickets.
// `asked`: the wish that has no answer yet; it is the one that is asked again.
export function useAccept({held, order, transfer}: Names) {
    const busy = useSignal(false);
    const problem = useSignal<Problem | null>(null);
    const send = async (name: string, email: string) => {
        const wish = keepWish(transfer, name, email);
        busy.value = true;
        problem.value = null;
        try {
            const holder = {name: wish.name, email: wish.email};
            const taken = await acceptTransfer(held, order, transfer, holder, wish.requestId);
            keepTaken(transfer, taken.token ?? '');
            open({held, order, transfer}, taken.token ?? '');
        } catch (error) {
            problem.value = asProblem(error);
            if (problem.value.refused) forgetWish(transfer);
        } finally {
            busy.value = false;
        }
    };
    return {busy: busy.value, problem: problem.value, asked: keptWish(transfer), send};
}

async function askFor({held, order, transfer}: Names, signal: AbortSignal): Promise<Offered> {
    const [event, tickets] = await Promise.all([
        getEvent(held.event, signal),
        listTickets(held, order, signal, transfer),
    ]);
    return {event, tickets};
}

// A refusal is an answer too.
async function askOnce(names: Names, signal: AbortSignal): Promise<Offered | Problem> {
    try {
        return await askFor(names, signal);
    } catch (error) {
        const found = asProblem(error);
        if (found.refused) return found;
        throw error;
    }
}

// What is offered or taken; or refused; neither: not known yet.
export function useOffered(names: Names): {offered: Offered | null; refused: Problem | null} {
    const {held, order, transfer} = names;
    const offered = useSignal<Offered | null>(null);
    const refused = useSignal<Problem | null>(null);
    const {problem, send} = useAccept(names);
    // A link that is used up may have been used here.
    const openWhatIsOurs = ({reason}: Problem): boolean => {
        if (reason !== 'TRANSFER_NOT_OPEN') return false;
        const [wish, token] = [keptWish(transfer), takenToken(transfer)];
        if (wish) void send(wish.name, wish.email);
        else if (token && token !== held.token) open(names, token);
        else return false;
        return true;
    };
    useEffect(() => {
        const stop = new AbortController();
        const {signal} = stop;
        offered.value = null;
        refused.value = held.token === '' ? new Problem('HOLDER_TOKEN_MISSING', 401) : null;
        if (refused.value) return;
        void untilAnswered(() => askOnce(names, signal), {signal}).then((found) => {
            if (!found) return;
            if (!(found instanceof Problem)) offered.value = found;
            else if (!openWhatIsOurs(found)) refused.value = found;
        });
        // A refund, a void or a cancelled event takes the codes away from this page too.
        void followSlowly({
            signal,
            visible: () => document.visibilityState === 'visible',
            ask: () => askFor(names, signal),
            take: (found) => {
                offered.value = found;
                return false;
            },
        });
        return () => stop.abort();
    }, [held, order, transfer]);
    return {offered: offered.value, refused: problem ?? refused.value};
}
