// SPDX-License-Identifier: Apache-2.0
// Giving tickets back: which, what the organiser keeps, what comes back, and only then the word. The
// server judges; what it refuses is told where it was asked.
import {useSignal, type Signal} from '@preact/signals';
import {useEffect, useLayoutEffect, useRef} from 'preact/hooks';
import {returnTickets, type Held} from '../../api/calls';
import {client} from '../../api/client';
import {asProblem, type Problem} from '../../api/problem';
import type {Order, TesseraEvent, Ticket} from '../../api/types_sale';
import {dayAndTime, money, percent} from '../../i18n/format';
import {t} from '../../i18n/text';
import {Busy, Notice, useServerNow} from '../../ui/parts';
import {problemText} from '../../ui/problem_text';
import {returnRulesOf, type Fate} from './fate';
import {refundLines, returnable, sumsOf, wantedOf, type ReturnRules} from './returning';
import {TicketChoice} from './ticket_choice';

function rulesText(rules: ReturnRules, zone: string): string {
    if (rules.state === 'never') return t('returns.never');
    const until = dayAndTime(rules.until, zone);
    if (rules.moved) return t('returns.rulesMoved', {until});
    if (rules.state === 'over') return t('returns.over', {until});
    if (rules.feePpm === 0) return t('returns.rulesFree', {until});
    return t('returns.rules', {until, fee: percent(rules.feePpm)});
}

interface AskingProps {
    held: Held;
    order: Order;
    tickets: Ticket[];
    // The person's wish, by the tickets' ids.
    chosen: Signal<ReadonlySet<string>>;
    onReturned(order: Order, count: number): void;
    // The list may be another one by now.
    onRefused(): void;
}

// One request id for one wish: asked again after an answer was lost, nothing is returned twice.
function useReturn({held, order, tickets: listed, chosen, onReturned, onRefused}: AskingProps) {
    const busy = useSignal(false);
    const problem = useSignal<Problem | null>(null);
    const sent = useRef({wish: '', requestId: ''});
    const send = async () => {
        const tickets = wantedOf(listed, chosen.value).map(({ticket}) => ticket).sort();
        const wish = tickets.join(' ');
        if (sent.current.wish !== wish) {
            sent.current = {wish, requestId: client.newRequestId()};
        }
        busy.value = true;
        problem.value = null;
        try {
            const {requestId} = sent.current;
            onReturned(await returnTickets(held, order.order, tickets, requestId), tickets.length);
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

interface SureProps {
    count: number;
    back: string;
    busy: boolean;
    onYes(): void;
    onNo(): void;
}

function Sure({count, back, busy, onYes, onNo}: SureProps) {
    const question = useRef<HTMLParagraphElement>(null);
    useLayoutEffect(() => question.current?.focus(), []);
    return (
        <div class="return-sure" role="group" aria-labelledby="return-sure">
            <p id="return-sure" ref={question} tabIndex={-1}>
                {t('returns.sure', {n: count, back})}
            </p>
            <div class="row-keys">
                <button
                    type="button"
                    class="button button-first"
                    disabled={busy}
                    onClick={() => onYes()}
                >
                    {busy ? <Busy label={t('returns.returning')} /> : t('returns.yes')}
                </button>
                <button type="button" class="button" disabled={busy} onClick={() => onNo()}>
                    {t('returns.no')}
                </button>
            </div>
        </div>
    );
}

interface FormProps extends AskingProps {
    event: TesseraEvent;
    feePpm: number;
    onLeave(): void;
}

function ReturnForm(props: FormProps) {
    const {event, tickets, chosen, feePpm, onLeave} = props;
    const sure = useSignal(false);
    const {busy, problem, send} = useReturn(props);
    const wanted = wantedOf(tickets, chosen.value);
    const sums = sumsOf(wanted, feePpm, event.config.currencyCode);
    const count = wanted.length;
    useEffect(() => {
        if (problem.value || count === 0) sure.value = false;
    }, [problem.value, count]);
    return (
        <div class="return-form">
            <TicketChoice
                {...{tickets, event, chosen}}
                question={t('returns.which')}
                disabled={sure.value}
            />
            <dl class="return-sums" aria-live="polite">
                <dt>{t('returns.price')}</dt>
                <dd>{money(sums.price)}</dd>
                <dt>{t('returns.kept')}</dt>
                <dd>{money(sums.kept)}</dd>
                <dt>{t('returns.back')}</dt>
                <dd>
                    <strong>{money(sums.back)}</strong>
                </dd>
            </dl>
            {problem.value && <Notice tone="bad" title={problemText(problem.value)} urgent />}
            {sure.value ? (
                <Sure
                    count={count}
                    back={money(sums.back)}
                    busy={busy.value}
                    onYes={() => void send()}
                    onNo={() => (sure.value = false)}
                />
            ) : (
                <div class="row-keys">
                    {count === 0 ? (
                        <p class="dim">{t('returns.none')}</p>
                    ) : (
                        <button
                            type="button"
                            class="button button-second"
                            onClick={() => (sure.value = true)}
                        >
                            {t('returns.ask', {n: count})}
                        </button>
                    )}
                    <button type="button" class="button" onClick={() => onLeave()}>
                        {t('returns.leave')}
                    </button>
                </div>
            )}
        </div>
    );
}

export function Refunds({order}: {order: Order}) {
    const lines = refundLines(order);
    if (lines.length === 0) return null;
    return (
        <section class="refunds" aria-labelledby="refunds-title">
            <h2 id="refunds-title">{t('refunds.title')}</h2>
            {lines.map(({key, amount, tone, text}) => (
                <Notice key={key} tone={tone} title={t(text, {amount: money(amount)})} />
            ))}
        </section>
    );
}

export interface ReturnTicketsProps {
    held: Held;
    order: Order;
    event: TesseraEvent;
    tickets: Ticket[];
    fate: Fate;
    onChanged(order?: Order): void;
}

export function ReturnTickets(props: ReturnTicketsProps) {
    const {held, order, event, tickets, fate, onChanged} = props;
    const open = useSignal(false);
    const chosen = useSignal<ReadonlySet<string>>(new Set());
    const done = useSignal(0);
    const left = returnable(tickets);
    const rules = returnRulesOf(event, fate, useServerNow());
    const heading = useRef<HTMLHeadingElement>(null);
    // What had the focus is gone.
    const close = () => {
        chosen.value = new Set();
        open.value = false;
        heading.current?.focus();
    };
    const returned = (changed: Order, count: number) => {
        done.value = count;
        close();
        onChanged(changed);
    };
    if (!rules || (left.length === 0 && done.value === 0)) return null;
    return (
        <section class="panel returns" aria-labelledby="returns-title">
            <h2 id="returns-title" ref={heading} tabIndex={-1}>
                {t('returns.title')}
            </h2>
            {done.value > 0 && <Notice tone="good" title={t('returns.done', {n: done.value})} />}
            {left.length > 0 && <p>{rulesText(rules, event.venue.timeZone)}</p>}
            {left.length > 0 && rules.state === 'open' && !open.value && (
                <button
                    type="button"
                    class="button button-second"
                    onClick={() => {
                        open.value = true;
                        done.value = 0;
                    }}
                >
                    {t('returns.begin')}
                </button>
            )}
            {open.value && left.length > 0 && (
                <ReturnForm
                    {...{held, order, event, chosen}}
                    tickets={left}
                    feePpm={rules.feePpm}
                    onReturned={returned}
                    onRefused={() => onChanged()}
                    onLeave={close}
                />
            )}
        </section>
    );
}
