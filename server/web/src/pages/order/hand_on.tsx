// SPDX-License-Identifier: Apache-2.0
// Handing tickets on: which, a link that is good once, and what is offered already. The link is told
// when it is made and kept nowhere: who has lost it makes another, and the first is good for nothing.
import {useSignal, type Signal} from '@preact/signals';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {cancelTransfer, offerTransfer, type Held} from '../../api/calls';
import {client} from '../../api/client';
import {asProblem, type Problem} from '../../api/problem';
import type {Order, TesseraEvent, Ticket, Transfer} from '../../api/types_sale';
import {dayAndTime} from '../../i18n/format';
import {t} from '../../i18n/text';
import {Busy, Notice, useServerNow} from '../../ui/parts';
import {placeName} from '../../ui/places';
import {problemText} from '../../ui/problem_text';
import {isLost, type Fate} from './fate';
import {handingRulesOf, offersOf, transferLink, type HandingRules} from './handing';
import {isBuyers} from './returning';
import {TicketChoice} from './ticket_choice';

function rulesText({state, until}: HandingRules, zone: string): string {
    if (state === 'never') return t('hand.never');
    return t(state === 'over' ? 'hand.over' : 'hand.rules', {until: dayAndTime(until, zone)});
}

interface MadeProps {
    link: string;
    event: TesseraEvent;
}

// The link, to copy or to hand to another app of the person's.
function Made({link, event}: MadeProps) {
    const field = useRef<HTMLInputElement>(null);
    const said = useSignal<'' | 'copied' | 'failed'>('');
    useLayoutEffect(() => field.current?.focus(), []);
    const copy = async () => {
        try {
            await navigator.clipboard.writeText(link);
            said.value = 'copied';
        } catch {
            said.value = 'failed';
            field.current?.select();
        }
    };
    const share = async () => {
        try {
            await navigator.share({title: event.config.name, url: link});
        } catch {
            // Closing the sheet is no fault.
        }
    };
    return (
        <div class="hand-link">
            <label class="field">
                <span>{t('hand.link')}</span>
                <input ref={field} type="text" readOnly dir="ltr" value={link} />
            </label>
            <p class="dim small">{t('hand.linkMore')}</p>
            <div class="row-keys">
                <button type="button" class="button button-second" onClick={() => void copy()}>
                    {t('share.copy')}
                </button>
                {typeof navigator.share === 'function' && (
                    <button type="button" class="button" onClick={() => void share()}>
                        {t('hand.share')}
                    </button>
                )}
                <span role="status" class="small">
                    {said.value === 'copied' && t('share.copied')}
                    {said.value === 'failed' && t('hand.copyFailed')}
                </span>
            </div>
        </div>
    );
}

interface OfferProps {
    held: Held;
    order: Order;
    transfer: string;
    tickets: Ticket[];
    onEnded(): void;
    // It may have been taken meanwhile.
    onRefused(): void;
}

function Offer({held, order, transfer, tickets, onEnded, onRefused}: OfferProps) {
    const busy = useSignal(false);
    const problem = useSignal<Problem | null>(null);
    const end = async () => {
        busy.value = true;
        problem.value = null;
        try {
            await cancelTransfer(held, order.order, transfer);
            onEnded();
        } catch (error) {
            problem.value = asProblem(error);
            if (problem.value.refused) onRefused();
        } finally {
            busy.value = false;
        }
    };
    const places = tickets.map(({label}) => placeName(label)).join(' · ');
    return (
        <Notice tone="info" title={t('hand.offered', {n: tickets.length})} quiet>
            <p>
                <bdi>{places}</bdi>
            </p>
            {problem.value && <p>{problemText(problem.value)}</p>}
            <button
                type="button"
                class="button"
                disabled={busy.value}
                aria-label={`${t('hand.takeBack')}: ${places}`}
                onClick={() => void end()}
            >
                {busy.value ? <Busy label={t('hand.takingBack')} /> : t('hand.takeBack')}
            </button>
        </Notice>
    );
}

interface FormProps {
    held: Held;
    order: Order;
    event: TesseraEvent;
    tickets: Ticket[];
    onMade(made: Transfer): void;
    onRefused(): void;
    onLeave(): void;
}

// One request id for one wish: asked again after an answer was lost, one link is made.
function useOffer({held, order, onMade, onRefused}: FormProps, chosen: Signal<ReadonlySet<string>>) {
    const busy = useSignal(false);
    const problem = useSignal<Problem | null>(null);
    const sent = useRef({wish: '', requestId: ''});
    const send = async () => {
        const tickets = [...chosen.value].sort();
        const wish = tickets.join(' ');
        if (sent.current.wish !== wish) sent.current = {wish, requestId: client.newRequestId()};
        busy.value = true;
        problem.value = null;
        try {
            const {requestId} = sent.current;
            onMade(await offerTransfer(held, order.order, tickets, requestId));
        } catch (error) {
            problem.value = asProblem(error);
            if (!problem.value.refused) return;
            sent.current = {wish: '', requestId: ''};
            onRefused();
        } finally {
            busy.value = false;
        }
    };
    return {busy, problem, send};
}

function HandForm(props: FormProps) {
    const {event, tickets, onLeave} = props;
    const chosen = useSignal<ReadonlySet<string>>(new Set());
    const {busy, problem, send} = useOffer(props, chosen);
    const count = tickets.filter(({ticket}) => chosen.value.has(ticket)).length;
    return (
        <div class="return-form">
            <TicketChoice
                {...{tickets, event, chosen}}
                question={t('hand.which')}
                disabled={busy.value}
            />
            {problem.value && <Notice tone="bad" title={problemText(problem.value)} urgent />}
            <div class="row-keys">
                {count === 0 ? (
                    <p class="dim">{t('returns.none')}</p>
                ) : (
                    <button
                        type="button"
                        class="button button-second"
                        disabled={busy.value}
                        onClick={() => void send()}
                    >
                        {busy.value ? (
                            <Busy label={t('hand.making')} />
                        ) : (
                            t('hand.make', {n: count})
                        )}
                    </button>
                )}
                <button type="button" class="button" disabled={busy.value} onClick={onLeave}>
                    {t('hand.leave')}
                </button>
            </div>
        </div>
    );
}

export interface HandOnProps {
    held: Held;
    order: Order;
    event: TesseraEvent;
    tickets: Ticket[];
    fate: Fate;
    onChanged(order?: Order): void;
}

export function HandOn({held, order, event, tickets, fate, onChanged}: HandOnProps) {
    const open = useSignal(false);
    const made = useSignal<Transfer | null>(null);
    const heading = useRef<HTMLHeadingElement>(null);
    const rules = handingRulesOf(event.config.afterSale, useServerNow());
    const left = tickets.filter(isBuyers);
    const offers = [...offersOf(tickets)];
    const changed = () => onChanged();
    // What had the focus is gone.
    const close = () => {
        open.value = false;
        heading.current?.focus();
    };
    if (isLost(fate) || left.length === 0) return null;
    if (rules.state === 'never' && offers.length === 0) return null;
    return (
        <section class="panel returns" aria-labelledby="hand-title">
            <h2 id="hand-title" ref={heading} tabIndex={-1}>
                {t('hand.title')}
            </h2>
            <p>{rulesText(rules, event.venue.timeZone)}</p>
            {made.value && (
                <Made
                    key={made.value.transfer}
                    link={transferLink(location.origin, made.value)}
                    event={event}
                />
            )}
            {offers.map(([transfer, those]) => (
                <Offer
                    key={transfer}
                    {...{held, order, transfer}}
                    tickets={those}
                    onEnded={() => {
                        if (made.value?.transfer === transfer) made.value = null;
                        heading.current?.focus();
                        changed();
                    }}
                    onRefused={changed}
                />
            ))}
            {rules.state === 'open' && !open.value && (
                <button
                    type="button"
                    class="button button-second"
                    onClick={() => {
                        open.value = true;
                        made.value = null;
                    }}
                >
                    {t('hand.begin')}
                </button>
            )}
            {open.value && rules.state === 'open' && (
                <HandForm
                    {...{held, order, event}}
                    tickets={left}
                    onMade={(transfer) => {
                        made.value = transfer;
                        open.value = false;
                        changed();
                    }}
                    onRefused={changed}
                    onLeave={close}
                />
            )}
        </section>
    );
}
