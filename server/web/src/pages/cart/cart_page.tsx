// SPDX-License-Identifier: Apache-2.0
// What is held, until when, at what price; and the orders that were made in this browser.
import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {cancelReservation} from '../../api/calls';
import {asProblem, type Problem} from '../../api/problem';
import {dayShort} from '../../i18n/format';
import {t, type TextKey} from '../../i18n/text';
import {
    cart,
    dropFromCart,
    keptOrder,
    orders,
    type CartItem,
    type KeptOrder,
} from '../../state/cart';
import {refreshCart} from '../../state/holding';
import {HoldTime, useDue} from '../../ui/hold_time';
import {Mosaic} from '../../ui/mosaic';
import {Busy, Heading, Notice, useTitle} from '../../ui/parts';
import {problemText} from '../../ui/problem_text';
import {Reserved} from '../../ui/reserved';
import {WhenWhere} from '../../ui/when_where';

function orderAddress(order: KeptOrder): string {
    return `/orders/${order.facts.event}/${order.order}#${order.token}`;
}

function goneWords({reservation: {releaseReason}}: CartItem): {title: TextKey; body: TextKey} {
    switch (releaseReason) {
        case 'CANCELLED':
            return {title: 'hold.cancelled', body: 'hold.cancelledMore'};
        case 'EVENT_CANCELLED':
            return {title: 'cancelled.title', body: 'cancelled.hold'};
        default:
            return {title: 'hold.expiredTitle', body: 'hold.expiredMore'};
    }
}

function Gone({item}: {item: CartItem}) {
    const words = goneWords(item);
    const sold = item.reservation.releaseReason !== 'EVENT_CANCELLED';
    return (
        <article class="panel held">
            <h2>{item.facts.name}</h2>
            <WhenWhere {...item.facts} />
            <Notice tone="warn" title={t(words.title)}>
                <p>{t(words.body)}</p>
            </Notice>
            <div class="row-keys">
                {sold && (
                    <a
                        class="button button-first"
                        href={`/events/${item.facts.event}`}
                        onClick={() => dropFromCart(item.reservation.reservation)}
                    >
                        {t('hold.chooseAgain')}
                    </a>
                )}
                <button
                    type="button"
                    class="button button-second"
                    onClick={() => dropFromCart(item.reservation.reservation)}
                >
                    {t('hold.dismiss')}
                </button>
            </div>
        </article>
    );
}

function useGiveBack(item: CartItem) {
    const busy = useSignal(false);
    const problem = useSignal<Problem | null>(null);
    const giveBack = async () => {
        busy.value = true;
        problem.value = null;
        try {
            const held = {event: item.facts.event, token: item.token};
            await cancelReservation(held, item.reservation.reservation);
            dropFromCart(item.reservation.reservation);
        } catch (error) {
            const found = asProblem(error);
            if (found.status === 410) dropFromCart(item.reservation.reservation);
            else problem.value = found;
        } finally {
            busy.value = false;
        }
    };
    return {busy: busy.value, problem: problem.value, giveBack};
}

function Held({item}: {item: CartItem}) {
    const {busy, problem, giveBack} = useGiveBack(item);
    const {reservation, facts} = item;
    const due = useDue(item);
    if (reservation.state === 'RELEASED') return <Gone item={item} />;
    const order = reservation.order ? keptOrder(reservation.order) : undefined;
    return (
        <article class="panel held">
            <header class="held-head">
                <div>
                    <h2>
                        <a href={`/events/${facts.event}`}>{facts.name}</a>
                    </h2>
                    <WhenWhere {...facts} />
                </div>
                <HoldTime item={item} />
            </header>
            <Reserved
                what={reservation}
                typeNames={item.typeNames}
                categoryNames={item.categoryNames}
            />
            {problem && <Notice tone="bad" title={problemText(problem)} urgent />}
            <div class="row-keys">
                {reservation.state === 'HELD' && !due && (
                    <>
                        <a
                            class="button button-first"
                            href={`/checkout?hold=${reservation.reservation}`}
                        >
                            {t('cart.checkout')}
                        </a>
                        <button
                            type="button"
                            class="button button-second"
                            disabled={busy}
                            onClick={() => void giveBack()}
                        >
                            {busy ? <Busy label={t('hold.givingBack')} /> : t('hold.giveBack')}
                        </button>
                    </>
                )}
                {reservation.state !== 'HELD' && reservation.order && (
                    <a
                        class="button button-first"
                        href={
                            order
                                ? orderAddress(order)
                                : `/orders/${facts.event}/${reservation.order}#${item.token}`
                        }
                    >
                        {t('cart.toOrder')}
                    </a>
                )}
            </div>
        </article>
    );
}

function Orders() {
    if (orders.value.length === 0) return null;
    return (
        <section class="kept" aria-labelledby="kept-title">
            <h2 id="kept-title">{t('cart.orders')}</h2>
            <p class="dim">{t('cart.ordersMore')}</p>
            <ul class="kept-list">
                {orders.value.map((order) => (
                    <li key={order.order}>
                        <a class="kept-link" href={orderAddress(order)}>
                            <Mosaic seed={order.facts.event} width={96} height={96} />
                            <span>
                                <b>{order.facts.name || t('order.title')}</b>
                                <br />
                                {order.facts.startsAt !== '' && (
                                    <span class="dim">
                                        {dayShort(order.facts.startsAt, order.facts.timeZone)} ·{' '}
                                        {order.facts.city}
                                    </span>
                                )}
                            </span>
                        </a>
                    </li>
                ))}
            </ul>
        </section>
    );
}

export function CartPage() {
    useEffect(() => {
        const stop = new AbortController();
        void refreshCart(stop.signal);
        return () => stop.abort();
    }, []);
    useTitle(t('cart.title'));
    const items = cart.value;
    return (
        <section class="wrap narrow">
            <Heading>{t('cart.title')}</Heading>
            {items.length === 0 && (
                <div class="empty">
                    <Mosaic seed="cart" class="empty-picture" />
                    <h2>{t('cart.emptyTitle')}</h2>
                    <p>{t('cart.emptyBody')}</p>
                    <a class="button button-first" href="/">
                        {t('cart.find')}
                    </a>
                </div>
            )}
            {items.map((item) => (
                <Held key={item.reservation.reservation} item={item} />
            ))}
            <Orders />
        </section>
    );
}
