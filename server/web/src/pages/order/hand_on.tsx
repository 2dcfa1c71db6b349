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
import {isBuyers, wantedOf} from './returning';
import {TicketChoice} from './ticket_choice';

function rulesText({state, until}: HandingRules, zone: string): string {
    if (state === 'never') return t('hand.never');
    return t(state === 'over' ? 'hand.over' : 'hand.rules', {until: dayAndTime(until, zone)});
}

interface MadeProps {
    link: string;
    event: TesseraEvent;
    // What had the focus is gone.
    onGone(): void;
}

// The link, to copy or to hand to another app of the person's.
function Made({link, event, onGone}: MadeProps) {
    const field = useRef<HTMLInputElement>(null);
    const whole = useRef<HTMLDivElement>(null);
    const said = useSignal<'' | 'copied' | 'failed'>('');
    useLayoutEffect(() => {
        field.current?.focus();
        const mine = whole.current;
        return () => {
            if (mine?.contains(document.activeElement)) onGone();
        };
    }, []);
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
        <div class="hand-link" ref={whole}>
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
    // It may have been taken meanwhile, and this with it: what is said of it is said elsewhere.
    onRefused(problem: Problem): void;
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
            const found = asProblem(error);
            if (found.refused) onRefused(found);
            else problem.value = found;
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
            {problem.value && <p role="alert">{problemText(problem.value)}</p>}
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
function useOffer(props: FormProps, chosen: Signal<ReadonlySet<string>>) {
    const {held, order, tickets: listed, onMade, onRefused} = props;
    const busy = useSignal(false);
    const problem = useSignal<Problem | null>(null);
    const sent = useRef({wish: '', requestId: ''});
    const send = async () => {
        const tickets = wantedOf(listed, chosen.value).map(({ticket}) => ticket).sort();
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
    const count = wantedOf(tickets, chosen.value).length;
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

interface OffersProps {
    held: Held;
    order: Order;
    offers: readonly (readonly [string, Ticket[]])[];
    // What had the focus is gone.
    onGone(): void;
    onChanged(): void;
}

// What is offered; why one could not be taken back is said though it is gone from the list.
function Offers({held, order, offers, onGone, onChanged}: OffersProps) {
    const refused = useSignal<Problem | null>(null);
    const over = (problem: Problem | null) => {
        refused.value = problem;
        onGone();
        onChanged();
    };
    return (
        <>
            {refused.value && (
                <Notice tone="bad" title={problemText(refused.value)} urgent />
            )}
            {offers.map(([transfer, tickets]) => (
                <Offer
                    key={transfer}
                    {...{held, order, transfer, tickets}}
                    onEnded={() => over(null)}
                    onRefused={over}
                />
            ))}
        </>
    );
}

// The link that was made here, until its offer is over; the list may not have it yet.
function useMade(offers: OffersProps['offers']) {
    const made = useSignal<Transfer | null>(null);
    const listed = useRef('');
    const link = made.value;
    const open = offers.some(([transfer]) => transfer === link?.transfer);
    if (open) listed.current = link?.transfer ?? '';
    const set = (transfer: Transfer | null) => (made.value = transfer);
    return {link: open || listed.current !== link?.transfer ? link : null, set};
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
    const heading = useRef<HTMLHeadingElement>(null);
    const rules = handingRulesOf(event.config.afterSale, useServerNow());
    const left = tickets.filter(isBuyers);
    const offers = [...offersOf(tickets)];
    const made = useMade(offers);
    const changed = () => onChanged();
    // What had the focus is gone.
    const toHeading = () => heading.current?.focus();
    const turn = (to: boolean, link: Transfer | null = null) => {
        open.value = to;
        made.set(link);
    };
    if (isLost(fate) || left.length === 0) return null;
    if (rules.state === 'never' && offers.length === 0) return null;
    return (
        <section class="panel returns" aria-labelledby="hand-title">
            <h2 id="hand-title" ref={heading} tabIndex={-1}>
                {t('hand.title')}
            </h2>
            <p>{rulesText(rules, event.venue.timeZone)}</p>
            {made.link && (
                <Made
                    key={made.link.transfer}
                    link={transferLink(location.origin, made.link)}
                    event={event}
                    onGone={toHeading}
                />
            )}
            <Offers {...{held, order, offers}} onGone={toHeading} onChanged={changed} />
            {rules.state === 'open' && !open.value && (
                <button
                    type="button"
                    class="button button-second"
                    onClick={() => turn(true)}
                >
                    {t('hand.begin')}
                </button>
            )}
            {open.value && rules.state === 'open' && (
                <HandForm
                    {...{held, order, event}}
                    tickets={left}
                    onMade={(transfer) => {
                        turn(false, transfer);
                        changed();
                    }}
                    onRefused={changed}
                    onLeave={() => {
                        turn(false);
                        toHeading();
                    }}
                />
            )}
        </section>
    );
}
