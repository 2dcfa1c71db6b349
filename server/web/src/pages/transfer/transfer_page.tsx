// SPDX-License-Identifier: Apache-2.0
// Tickets that somebody hands on: what is offered, and after the word the new holder's own tickets. The
// address with its fragment is the right to them: the link's at first, then the holder's.
import {useSignal} from '@preact/signals';
import {useLayoutEffect, useMemo, useRef} from 'preact/hooks';
import type {Problem} from '../../api/problem';
import {t} from '../../i18n/text';
import {place} from '../../router';
import {factsOf, typeNamesOf} from '../../state/holding';
import {emailFault, nameFault} from '../checkout/buyer_form';
import {CancelledNotice, MovedNotice} from '../../ui/disruption';
import {Mosaic} from '../../ui/mosaic';
import {Busy, Heading, Notice, useTitle} from '../../ui/parts';
import {placeName} from '../../ui/places';
import {problemText} from '../../ui/problem_text';
import {WhenWhere} from '../../ui/when_where';
import {ShareLink} from '../order/share_link';
import {Documents, Tickets} from '../order/tickets';
import {useAccept, useOffered, type Names, type Offered} from './use_offered';

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
            {!over && !foreign && (
                <button
                    type="button"
                    class="button button-first"
                    onClick={() => location.reload()}
                >
                    {t('parts.again')}
                </button>
            )}
        </section>
    );
}

interface InputProps {
    id: string;
    type: 'text' | 'email';
    label: string;
    fault: string;
    value: string;
    fixed: boolean;
    onInput(value: string): void;
}

function Input({id, type, label, fault, value, fixed, onInput}: InputProps) {
    const shared = {
        id,
        autocomplete: type === 'email' ? 'email' : 'name',
        value,
        readOnly: fixed,
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

function AcceptForm({names, count}: {names: Names; count: number}) {
    const form = useRef<HTMLFormElement>(null);
    const {busy, problem, asked, send} = useAccept(names);
    const name = useSignal(asked?.name ?? '');
    const email = useSignal(asked?.email ?? '');
    const tried = useSignal(false);
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
            <p>{t('transfer.more', {n: count})}</p>
            <Input
                id="holder-name"
                type="text"
                label={t('transfer.name')}
                fault={tried.value && nameFault(name.value) ? t('checkout.nameFault') : ''}
                value={name.value}
                fixed={asked !== null}
                onInput={(value) => (name.value = value)}
            />
            <Input
                id="holder-email"
                type="email"
                label={t('transfer.email')}
                fault={tried.value && badEmail ? t('checkout.emailFault') : ''}
                value={email.value}
                fixed={asked !== null}
                onInput={(value) => (email.value = value)}
            />
            {problem && <Notice tone="bad" title={problemText(problem)} urgent />}
            {asked && !busy && <p>{t('transfer.unanswered')}</p>}
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

// Nothing of them admits any more: their buyer or staff gave them back, or the event is cancelled.
function Ended({event}: {event: Offered['event']}) {
    if (event.saleState === 'CANCELLED') return <CancelledNotice event={event} />;
    return (
        <Notice tone="warn" title={t('transfer.ended')}>
            <p>{t('transfer.endedMore')}</p>
        </Notice>
    );
}

function Taken({names, event, tickets, fresh}: TakenProps) {
    const {held, order, transfer} = names;
    const admits = event.saleState !== 'CANCELLED' && tickets.some(({state}) => state !== 'VOID');
    const section = useRef<HTMLElement>(null);
    useLayoutEffect(() => {
        if (fresh) section.current?.focus();
    }, []);
    return (
        <>
            <section ref={section} tabIndex={-1} aria-label={t('transfer.yours', {n: tickets.length})}>
                {admits ? (
                    <Notice tone="good" title={t('transfer.yours', {n: tickets.length})}>
                        <p>{t('transfer.yoursMore')}</p>
                    </Notice>
                ) : (
                    <Ended event={event} />
                )}
                <MovedNotice event={event} />
            </section>
            {admits && (
                <Documents
                    {...{held, of: {order, transfer}}}
                    outdated={event.disruption?.kind === 'MOVED'}
                />
            )}
            <Tickets {...{held, of: {order, transfer}, event, tickets}} />
            <ShareLink name={event.config.name} more="transfer.share" />
        </>
    );
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
            ) : event.saleState === 'CANCELLED' ? (
                <CancelledNotice event={event} />
            ) : (
                <>
                    <MovedNotice event={event} />
                    <h2>{t('transfer.offered', {n: tickets.length})}</h2>
                    <Places {...{event, tickets}} />
                    <AcceptForm names={names} count={tickets.length} />
                </>
            )}
        </section>
    );
}
