// SPDX-License-Identifier: Apache-2.0
// Tickets that somebody hands on: what is offered, and after the word the new holder's own tickets. The
// address with its fragment is the right to them: the link's at first, then the holder's.
import {useSignal} from '@preact/signals';
import {useEffect, useLayoutEffect, useMemo, useRef} from 'preact/hooks';
import {acceptTransfer, getEvent, listTickets, type Held} from '../../api/calls';
import {asProblem, Problem} from '../../api/problem';
import type {TesseraEvent, Ticket} from '../../api/types_sale';
import {t} from '../../i18n/text';
import {navigate, place} from '../../router';
import {factsOf, typeNamesOf} from '../../state/holding';
import {emailFault, nameFault} from '../checkout/buyer_form';
import {Mosaic} from '../../ui/mosaic';
import {Busy, Heading, Notice, useTitle} from '../../ui/parts';
import {placeName} from '../../ui/places';
import {problemText} from '../../ui/problem_text';
import {WhenWhere} from '../../ui/when_where';
import {untilAnswered} from '../order/follow';
import {ShareLink} from '../order/share_link';
import {Documents, Tickets} from '../order/tickets';
import {forgetWish, keptWish, keepWish} from './wish';

interface Names {
    held: Held;
    order: string;
    transfer: string;
}

interface Offered {
    event: TesseraEvent;
    tickets: Ticket[];
}

function Refused({problem}: {problem: Problem}) {
    const over = problem.reason === 'TRANSFER_NOT_OPEN';
    const foreign = !over && [400, 401, 403, 404].includes(problem.status);
    const title = over ? 'transfer.over' : foreign ? 'transfer.foreign' : 'order.failed';
    const more = over ? t('transfer.overMore') : foreign ? t('transfer.foreignMore') : undefined;
    return (
        <section class="wrap empty">
            <Mosaic seed="transfer" class="empty-picture" />
            <Heading>{t(title)}</Heading>
            <p>{more ?? problemText(problem)}</p>
        </section>
    );
}

interface InputProps {
    id: string;
    type: 'text' | 'email';
    label: string;
    fault: string;
    value: string;
    onInput(value: string): void;
}

function Input({id, type, label, fault, value, onInput}: InputProps) {
    const shared = {
        id,
        autocomplete: type === 'email' ? 'email' : 'name',
        value,
        required: type === 'text',
        'aria-invalid': fault !== '',
        'aria-describedby': fault ? `${id}-fault` : undefined,
        onInput: (event: {currentTarget: HTMLInputElement}) => onInput(event.currentTarget.value),
    };
    return (
        <div class={`field ${fault ? 'field-bad' : ''}`}>
            <label for={id}>{label}</label>
            {type === 'email' ? (
                <input type="email" {...shared} />
            ) : (
                <input type="text" {...shared} />
            )}
            {fault && (
                <p class="field-fault" id={`${id}-fault`}>
                    {fault}
                </p>
            )}
        </div>
    );
}

// One wish under one request id, which outlives a reload: the answer has the only way to the tickets.
function useAccept({held, order, transfer}: Names) {
    const busy = useSignal(false);
    const problem = useSignal<Problem | null>(null);
    const send = async (name: string, email: string) => {
        const wish = keepWish(transfer, name, email);
        busy.value = true;
        problem.value = null;
        try {
            const taken = await acceptTransfer(held, order, transfer, {name, email}, wish);
            forgetWish(transfer);
            const to = `/transfers/${held.event}/${order}/${transfer}#${taken.token ?? ''}`;
            navigate(to, {replace: true, quiet: true});
        } catch (error) {
            problem.value = asProblem(error);
            if (problem.value.refused) forgetWish(transfer);
        } finally {
            busy.value = false;
        }
    };
    return {busy: busy.value, problem: problem.value, send};
}

function AcceptForm({names, count}: {names: Names; count: number}) {
    const form = useRef<HTMLFormElement>(null);
    const name = useSignal('');
    const email = useSignal('');
    const tried = useSignal(false);
    const {busy, problem, send} = useAccept(names);
    const badEmail = email.value.trim() !== '' && emailFault(email.value);
    const submit = (event: Event) => {
        event.preventDefault();
        tried.value = true;
        const bad = nameFault(name.value) ? 'name' : badEmail ? 'email' : '';
        if (bad) return form.current?.querySelector<HTMLElement>(`#holder-${bad}`)?.focus();
        void send(name.value.trim(), email.value.trim());
    };
    return (
        <form ref={form} class="panel" noValidate onSubmit={submit}>
            <p>{t('transfer.more')}</p>
            <Input
                id="holder-name"
                type="text"
                label={t('transfer.name')}
                fault={tried.value && nameFault(name.value) ? t('checkout.nameFault') : ''}
                value={name.value}
                onInput={(value) => (name.value = value)}
            />
            <Input
                id="holder-email"
                type="email"
                label={t('transfer.email')}
                fault={tried.value && badEmail ? t('checkout.emailFault') : ''}
                value={email.value}
                onInput={(value) => (email.value = value)}
            />
            {problem && <Notice tone="bad" title={problemText(problem)} urgent />}
            <button type="submit" class="button button-first button-wide" disabled={busy}>
                {busy ? (
                    <Busy label={t('transfer.accepting')} />
                ) : (
                    t('transfer.accept', {n: count})
                )}
            </button>
        </form>
    );
}

function Places({tickets, event}: Offered) {
    const types = typeNamesOf(event);
    return (
        <ul class="places">
            {tickets.map(({ticket, label, ticketTypeNo}) => (
                <li key={ticket}>
                    <span class="place-name">{placeName(label)}</span>{' '}
                    <span class="dim small">{types[ticketTypeNo ?? 0]}</span>
                </li>
            ))}
        </ul>
    );
}

interface TakenProps extends Offered {
    names: Names;
    // They were taken on this page: what had the focus is gone.
    fresh: boolean;
}

function Taken({names, event, tickets, fresh}: TakenProps) {
    const {held, order, transfer} = names;
    const section = useRef<HTMLElement>(null);
    useLayoutEffect(() => {
        if (fresh) section.current?.focus();
    }, []);
    return (
        <>
            <section ref={section} tabIndex={-1} aria-label={t('transfer.yours')}>
                <Notice tone="good" title={t('transfer.yours')}>
                    <p>{t('transfer.yoursMore')}</p>
                </Notice>
            </section>
            <Documents {...{held, of: {order, transfer}}} outdated={false} />
            <Tickets {...{held, of: {order, transfer}, event, tickets}} />
            <ShareLink name={event.config.name} />
        </>
    );
}

// What is offered, or refused; an answer that was lost is asked for again first.
function useOffered({held, order, transfer}: Names) {
    const offered = useSignal<Offered | null>(null);
    const refused = useSignal<Problem | null>(null);
    const {busy, problem, send} = useAccept({held, order, transfer});
    useEffect(() => {
        const stop = new AbortController();
        const {signal} = stop;
        offered.value = null;
        refused.value = held.token === '' ? new Problem('HOLDER_TOKEN_MISSING', 401) : null;
        if (refused.value) return;
        const ask = async (): Promise<Offered | Problem> => {
            try {
                const [event, tickets] = await Promise.all([
                    getEvent(held.event, signal),
                    listTickets(held, order, signal, transfer),
                ]);
                return {event, tickets};
            } catch (error) {
                const found = asProblem(error);
                if (found.refused) return found;
                throw error;
            }
        };
        void untilAnswered(ask, {signal}).then((found) => {
            if (!found) return;
            if (!(found instanceof Problem)) return void (offered.value = found);
            const wish = keptWish(transfer);
            if (found.reason === 'TRANSFER_NOT_OPEN' && wish) void send(wish.name, wish.email);
            refused.value = found;
        });
        return () => stop.abort();
    }, [held, order, transfer]);
    return {offered: offered.value, refused: busy ? null : (problem ?? refused.value)};
}

export function TransferPage({params}: {params: Record<string, string>}) {
    const {event: eventId = '', order = '', transfer = ''} = params;
    const token = /^#([\w-]+)$/.exec(place.value.hash)?.[1] ?? '';
    const held = useMemo(() => ({event: eventId, token}), [eventId, token]);
    const opened = useRef(token);
    const names = {held, order, transfer};
    const {offered, refused} = useOffered(names);
    useTitle(offered ? `${t('transfer.title')} · ${offered.event.config.name}` : undefined);
    if (refused) return <Refused problem={refused} />;
    if (!offered) {
        return (
            <div class="wait-page">
                <Busy label={t('parts.loading')} />
            </div>
        );
    }
    const {event, tickets} = offered;
    const taken = tickets.every((ticket) => ticket.transfer === transfer);
    return (
        <section class="wrap order">
            <header class="order-head">
                <Heading>{event.config.name}</Heading>
                <WhenWhere {...factsOf(event)} />
            </header>
            {taken ? (
                <Taken {...{names, event, tickets}} fresh={opened.current !== token} />
            ) : (
                <>
                    <h2>{t('transfer.offered', {n: tickets.length})}</h2>
                    <Places {...{event, tickets}} />
                    <AcceptForm names={names} count={tickets.length} />
                </>
            )}
        </section>
    );
}
