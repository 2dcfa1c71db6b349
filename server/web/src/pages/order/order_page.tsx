// SPDX-License-Identifier: Apache-2.0
// An order and its state as it changes. The address with its fragment is the signed link by which
// the order opens again anywhere.
import {useSignal} from '@preact/signals';
import {useEffect, useMemo, useState} from 'preact/hooks';
import {cancelReservation, type Held} from '../../api/calls';
import {asProblem, type Problem} from '../../api/problem';
import type {Order, Payment, TesseraEvent} from '../../api/types_sale';
import {money} from '../../i18n/format';
import {language, t, type TextKey} from '../../i18n/text';
import {navigate, place} from '../../router';
import {keepBeforePaying, keptOrder, nameKeptOrder} from '../../state/kept_order';
import {clock} from '../../state/clock';
import {factsOf, typeNamesOf} from '../../state/holding';
import {payAtOnce, paymentPage, returnedOf, type Returned} from '../../state/paying';
import {Mosaic} from '../../ui/mosaic';
import {Busy, Countdown, Heading, Notice, useTitle} from '../../ui/parts';
import {problemText} from '../../ui/problem_text';
import {Reserved} from '../../ui/reserved';
import {WhenWhere} from '../../ui/when_where';
import {fateOf, isLost, isOutdated, untilOver, viewUnder, type Fate} from './fate';
import {FateNotice} from './fate_notice';
import {HandOn} from './hand_on';
import {areAllHandedOn, withoutReplaced} from './handing';
import {orderView, stepOf, type OrderView} from './order_view';
import {Refunds, ReturnTickets, type ReturnTicketsProps} from './return_tickets';
import {ShareLink} from './share_link';
import {Documents, Tickets} from './tickets';
import {useOrder} from './use_order';

// After coming back the bank's word may take this long before paying again is offered.
const kWordMs = 20_000;

function tokenOf(hash: string, order: string): string {
    // A token is base64url: what else stands in a fragment is none.
    const given = /^#([\w-]+)$/.exec(hash)?.[1] ?? '';
    return given !== '' ? given : (keptOrder(order)?.token ?? '');
}

// Looked at again when the time to answer ends, by a clock that answers may have corrected since: what
// counts is the time that was shown, for it may end between showing and setting the timer.
function useFate(event: TesseraEvent | null, order: Order | null): Fate {
    const [looked, lookAgain] = useState(0);
    const until = event?.disruption?.answerUntil;
    const shown = clock.now();
    useEffect(() => {
        const wait = untilOver(until, shown, clock.now());
        if (wait === null) return;
        const timer = setTimeout(() => lookAgain(looked + 1), wait);
        return () => clearTimeout(timer);
    }, [until, looked]);
    return order ? fateOf(event, order, shown) : 'none';
}

// Cleans the address of what the provider wrote into it, and puts the token where it belongs.
function useAddress(path: string, token: string): Returned {
    const returned = useSignal<Returned>(returnedOf(place.value.search));
    useEffect(() => {
        const clean = token === '' ? path : `${path}#${token}`;
        if (place.value.search !== '' || place.value.hash !== `#${token}`) {
            navigate(clean, {replace: true, quiet: true});
        }
        if (returned.value !== 'succeeded') return;
        const timer = setTimeout(() => (returned.value = ''), kWordMs);
        return () => clearTimeout(timer);
    }, [path, token]);
    return returned.value;
}

function goToPay(held: Held, order: Order, event: TesseraEvent | null, payment: Payment): void {
    keepBeforePaying(order, held.token, event && factsOf(event));
    const returnUrl = `${location.origin}/orders/${order.event}/${order.order}`;
    const {payDeadline} = order;
    const page = paymentPage(payment, {returnUrl, language: language.value, payDeadline});
    if (page) location.assign(page);
}

function Foreign({problem}: {problem: Problem}) {
    const closed = [400, 401, 403, 404].includes(problem.status);
    return (
        <section class="wrap empty">
            <Mosaic seed="foreign" class="empty-picture" />
            <Heading>{t(closed ? 'order.foreign' : 'order.failed')}</Heading>
            <p>{closed ? t('order.foreignMore') : problemText(problem)}</p>
            <a class="button button-first" href="/cart">
                {t('order.toMine')}
            </a>
        </section>
    );
}

function Steps({order}: {order: Order}) {
    if (order.state === 'RELEASED' || order.state === 'MANUAL') return null;
    const done = stepOf(order);
    const names: TextKey[] = ['order.stepHeld', 'order.stepPaid', 'order.stepTickets'];
    return (
        <ol class="steps">
            {names.map((name, index) => (
                <li
                    key={name}
                    class={index < done ? 'step-done' : ''}
                    aria-current={index === done ? 'step' : undefined}
                >
                    <i aria-hidden="true" />
                    {t(name)}
                    {index < done && <span class="unseen"> {t('order.stepDone')}</span>}
                </li>
            ))}
        </ol>
    );
}

function useCancel(held: Held, order: Order) {
    const asked = useSignal(false);
    const busy = useSignal(false);
    const problem = useSignal<Problem | null>(null);
    const cancel = async () => {
        busy.value = true;
        try {
            await cancelReservation(held, order.reservation);
        } catch (error) {
            problem.value = asProblem(error);
        } finally {
            busy.value = false;
            asked.value = false;
        }
    };
    return {asked, busy: busy.value, problem: problem.value, cancel};
}

function CancelKeys({held, order}: {held: Held; order: Order}) {
    const {asked, busy, problem, cancel} = useCancel(held, order);
    return (
        <div class="cancel">
            {problem && <Notice tone="bad" title={problemText(problem)} urgent />}
            {!asked.value ? (
                <button
                    type="button"
                    class="button button-quiet"
                    onClick={() => (asked.value = true)}
                >
                    {t('order.cancel')}
                </button>
            ) : (
                <div class="row-keys" role="group" aria-label={t('order.cancelSure')}>
                    <p>{t('order.cancelSure')}</p>
                    <button
                        type="button"
                        class="button button-second"
                        disabled={busy}
                        onClick={() => void cancel()}
                    >
                        {busy ? <Busy label={t('hold.givingBack')} /> : t('order.cancelYes')}
                    </button>
                    <button type="button" class="button" onClick={() => (asked.value = false)}>
                        {t('order.cancelNo')}
                    </button>
                </div>
            )}
        </div>
    );
}

interface StatusProps {
    held: Held;
    order: Order;
    event: TesseraEvent | null;
    view: OrderView;
    releasedBy: string | null;
    live: boolean;
}

function Status({held, order, event, view, releasedBy, live}: StatusProps) {
    const why = releasedBy ? (`order.by${releasedBy}` as TextKey) : null;
    const pay = view.pay;
    return (
        <section class="status">
            <Notice tone={view.tone} title={t(view.title)}>
                <p>{(why && t(why)) || t(view.body)}</p>
                {view.busy && <Busy label={t(live ? 'order.watching' : 'order.reconnecting')} />}
            </Notice>
            {view.deadline && order.payDeadline && (
                <Countdown deadline={order.payDeadline} label={t('order.payWithin')} />
            )}
            {pay && (
                <button
                    type="button"
                    class="button button-first button-wide"
                    onClick={() => goToPay(held, order, event, pay)}
                >
                    {t('order.payNow', {total: money(order.total)})}
                </button>
            )}
            {view.cancellable && <CancelKeys held={held} order={order} />}
            {view.again && (
                <a class="button button-first" href={`/events/${order.event}`}>
                    {t('hold.chooseAgain')}
                </a>
            )}
        </section>
    );
}

function Details({order, event}: {order: Order; event: TesseraEvent | null}) {
    return (
        <section class="panel" aria-labelledby="details-title">
            <h2 id="details-title">{t('order.details')}</h2>
            <Reserved
                what={order}
                typeNames={event ? typeNamesOf(event) : []}
                categoryNames={[]}
            />
            <p class="dim small">
                {t('order.number')} <bdi class="order-number">{order.order}</bdi>
            </p>
        </section>
    );
}

function AfterSale(props: ReturnTicketsProps) {
    return (
        <>
            <HandOn {...props} />
            <ReturnTickets {...props} />
        </>
    );
}

export function OrderPage({params}: {params: Record<string, string>}) {
    const eventId = params.event ?? '';
    const orderId = params.order ?? '';
    const token = tokenOf(place.value.hash, orderId);
    const held = useMemo(() => ({event: eventId, token}), [eventId, token]);
    const returned = useAddress(place.value.path, token);
    const followed = useOrder(held, orderId);
    const {order, event, tickets, released, refused, live} = followed;
    const view = order ? orderView(order, returned) : null;
    const fate = useFate(event, order);
    useTitle(event ? `${t('order.title')} · ${event.config.name}` : t('order.title'));
    useEffect(() => {
        if (event) nameKeptOrder(orderId, factsOf(event));
    }, [event, orderId]);
    useEffect(() => {
        if (!order || !view?.pay || payAtOnce.value !== order.order) return;
        payAtOnce.value = '';
        goToPay(held, order, event, view.pay);
    }, [order, view?.pay, event]);
    if (refused && !order) return <Foreign problem={refused} />;
    if (!order || !view) {
        return (
            <div class="wait-page">
                <Busy label={t(live ? 'parts.loading' : 'order.reconnecting')} />
            </div>
        );
    }
    const told = viewUnder(fate, view, order);
    return (
        <section class="wrap order">
            <header class="order-head">
                <Heading>{event?.config.name ?? t('order.title')}</Heading>
                {event && <WhenWhere {...factsOf(event)} />}
            </header>
            {!isLost(fate) && <Steps order={order} />}
            {event && (
                <FateNotice {...{held, order, event, fate}} onChanged={followed.changed} />
            )}
            {told && (
                <Status
                    {...{held, order, event, live}}
                    view={told}
                    releasedBy={released ?? null}
                />
            )}
            <Refunds order={order} />
            {view.tickets && (
                <>
                    {view.admits && !isLost(fate) && !areAllHandedOn(tickets) && (
                        <Documents {...{held, of: order}} outdated={isOutdated(fate)} />
                    )}
                    <Tickets {...{held, of: order, event}} tickets={withoutReplaced(tickets)} />
                    {order.state === 'PAID' && event && (
                        <AfterSale
                            {...{held, order, event, tickets, fate}}
                            onChanged={followed.changed}
                        />
                    )}
                </>
            )}
            <Details order={order} event={event} />
            <ShareLink name={event?.config.name ?? 'Tessera'} />
        </section>
    );
}
