// SPDX-License-Identifier: Apache-2.0
// Who buys, in which language, for how much in all; then the order's page takes over.
import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {checkoutReservation, getReservation} from '../../api/calls';
import {asProblem, type Problem} from '../../api/problem';
import {language, t} from '../../i18n/text';
import {navigate, place} from '../../router';
import {cart, keepOrder, updateInCart, type CartItem} from '../../state/cart';
import {clock} from '../../state/clock';
import {payAtOnce} from '../../state/paying';
import {HoldTime, useDue} from '../../ui/hold_time';
import {Heading, Notice, useTitle} from '../../ui/parts';
import {problemText} from '../../ui/problem_text';
import {Reserved} from '../../ui/reserved';
import {WhenWhere} from '../../ui/when_where';
import {BuyerForm, type BuyerInput} from './buyer_form';

function chosenItem(search: string): CartItem | undefined {
    const wanted = new URLSearchParams(search).get('hold');
    const items = cart.value;
    if (wanted !== null) return items.find((item) => item.reservation.reservation === wanted);
    return items.find((item) => item.reservation.state === 'HELD') ?? items[0];
}

function toOrder(item: CartItem, order: string): void {
    keepOrder({
        facts: item.facts,
        order,
        reservation: item.reservation.reservation,
        token: item.token,
        keptAt: clock.now(),
    });
    navigate(`/orders/${item.facts.event}/${order}#${item.token}`, {replace: true});
}

function useCheckout(item: CartItem) {
    const busy = useSignal(false);
    const slow = useSignal(false);
    const problem = useSignal<Problem | null>(null);
    const held = {event: item.facts.event, token: item.token};
    const id = item.reservation.reservation;
    const checkout = async (input: BuyerInput) => {
        busy.value = true;
        problem.value = null;
        try {
            const order = await checkoutReservation(held, id, input, () => (slow.value = true));
            payAtOnce.value = order.order;
            updateInCart({...item.reservation, state: 'PAYING', order: order.order});
            toOrder(item, order.order);
        } catch (error) {
            problem.value = asProblem(error);
            await lookAgain();
        } finally {
            busy.value = false;
            slow.value = false;
        }
    };
    // What was refused may be done already (another tab, an earlier page), or over.
    const lookAgain = async () => {
        try {
            const reservation = await getReservation(held, id);
            updateInCart(reservation);
            if (reservation.order) toOrder(item, reservation.order);
        } catch {
            // What is known stays on the page; the person may press again.
        }
    };
    return {busy, slow, problem, checkout, lookAgain};
}

function Expired({item}: {item: CartItem | undefined}) {
    const off = item?.reservation.releaseReason === 'EVENT_CANCELLED';
    const title = off ? 'cancelled.title' : item ? 'hold.expiredTitle' : 'checkout.nothing';
    const body = off ? 'cancelled.hold' : item ? 'hold.expiredMore' : 'checkout.nothingMore';
    const again = item && !off;
    return (
        <section class="wrap narrow">
            <Heading>{t('checkout.title')}</Heading>
            {item && (
                <>
                    <h2>{item.facts.name}</h2>
                    <WhenWhere {...item.facts} />
                </>
            )}
            <Notice tone="warn" title={t(title)}>
                <p>{t(body)}</p>
            </Notice>
            <p class="row-keys">
                <a
                    class="button button-first"
                    href={again ? `/events/${item.facts.event}` : '/'}
                >
                    {t(again ? 'hold.chooseAgain' : 'cart.find')}
                </a>
            </p>
        </section>
    );
}

function Summary({item}: {item: CartItem}) {
    const {reservation, facts} = item;
    return (
        <aside class="panel summary" aria-labelledby="summary-title">
            <h2 id="summary-title">{facts.name}</h2>
            <WhenWhere {...facts} />
            <HoldTime item={item} />
            <Reserved
                what={reservation}
                typeNames={item.typeNames}
                categoryNames={item.categoryNames}
            />
        </aside>
    );
}

function Checkout({item}: {item: CartItem}) {
    const {busy, slow, problem, checkout, lookAgain} = useCheckout(item);
    const due = useDue(item);
    const order = item.reservation.order;
    useEffect(() => {
        if (order) toOrder(item, order);
        else void lookAgain();
    }, [order]);
    return (
        <section class="wrap">
            <Heading>{t('checkout.title')}</Heading>
            <div class="checkout-grid">
                <div class="panel">
                    <BuyerForm
                        busy={busy.value}
                        checking={due}
                        slow={slow.value}
                        free={Number(item.reservation.price.total.minorUnits ?? 0) === 0}
                        total={item.reservation.price.total}
                        language={language.value}
                        termsAt={item.facts.hasTerms ? `/events/${item.facts.event}#terms` : ''}
                        onSubmit={(input) => void checkout(input)}
                    />
                    {problem.value && (
                        <Notice tone="bad" title={problemText(problem.value)} urgent />
                    )}
                </div>
                <Summary item={item} />
            </div>
        </section>
    );
}

export function CheckoutPage() {
    const item = chosenItem(place.value.search);
    useTitle(t('checkout.title'));
    if (!item || item.reservation.state === 'RELEASED') return <Expired item={item} />;
    return <Checkout key={item.reservation.reservation} item={item} />;
}
