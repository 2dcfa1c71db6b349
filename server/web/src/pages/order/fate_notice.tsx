// SPDX-License-Identifier: Apache-2.0
// What became of the event of an order, and the buyer's word that the tickets are kept for its new
// date.
import {useSignal} from '@preact/signals';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {acceptMove, type Held} from '../../api/calls';
import {asProblem, type Problem} from '../../api/problem';
import type {Order, TesseraEvent} from '../../api/types_sale';
import {dayAndTime} from '../../i18n/format';
import {t, type TextKey} from '../../i18n/text';
import {CancelledNotice, MovedNotice} from '../../ui/disruption';
import {Busy, Notice} from '../../ui/parts';
import {problemText} from '../../ui/problem_text';
import type {Fate} from './fate';

export interface FateProps {
    held: Held;
    order: Order;
    event: TesseraEvent;
    fate: Fate;
    onChanged(order?: Order): void;
}

const kSettled: Partial<Record<Fate, TextKey>> = {
    accepted: 'moved.accepted',
    kept: 'moved.kept',
    returning: 'moved.returning',
};

function Question({event}: {event: TesseraEvent}) {
    const {answerUntil = '', refundUnanswered} = event.disruption ?? {};
    const until = dayAndTime(answerUntil, event.venue.timeZone);
    return (
        <>
            <p>{t('moved.asked', {until})}</p>
            <p>{t(refundUnanswered ? 'moved.silenceReturns' : 'moved.silenceKeeps')}</p>
        </>
    );
}

interface KeepProps extends FateProps {
    // What had the focus is gone.
    onGone(): void;
}

function Keep({held, order, onChanged, onGone}: KeepProps) {
    const busy = useSignal(false);
    const problem = useSignal<Problem | null>(null);
    const pressed = useRef(false);
    const key = useRef<HTMLButtonElement>(null);
    useLayoutEffect(
        () => () => {
            // A key that is busy has lost the focus already.
            if (pressed.current || key.current === document.activeElement) onGone();
        },
        [],
    );
    const keep = async () => {
        busy.value = true;
        problem.value = null;
        pressed.current = true;
        try {
            onChanged(await acceptMove(held, order.order));
        } catch (error) {
            problem.value = asProblem(error);
            if (problem.value.refused) onChanged();
        } finally {
            busy.value = false;
        }
    };
    return (
        <>
            {problem.value && <Notice tone="bad" title={problemText(problem.value)} urgent />}
            <div class="fate-keep">
                <button
                    type="button"
                    ref={key}
                    class="button button-first"
                    aria-describedby="keep-more"
                    disabled={busy.value}
                    onClick={() => void keep()}
                >
                    {busy.value ? <Busy label={t('moved.keeping')} /> : t('moved.keep')}
                </button>
                <p id="keep-more" class="dim small">
                    {t('moved.keepMore')}
                </p>
            </div>
        </>
    );
}

function Settled({fate}: {fate: Fate}) {
    const said = kSettled[fate];
    if (!said) return null;
    if (fate === 'returning') return <Notice tone="info" title={t(said)} />;
    return (
        <Notice tone="good" title={t(said)}>
            <p>{t('order.paidMore')}</p>
        </Notice>
    );
}

function Cancelled({event, order}: FateProps) {
    const paid = order.state === 'PAID' || order.state === 'ALLOCATED';
    return (
        <CancelledNotice event={event}>
            {paid ? <p>{t('cancelled.order')}</p> : undefined}
        </CancelledNotice>
    );
}

export function FateNotice(props: FateProps) {
    const {event, fate} = props;
    const section = useRef<HTMLElement>(null);
    if (fate === 'none') return null;
    const name = t(fate === 'cancelled' ? 'cancelled.title' : 'moved.title');
    return (
        <section class="fate" aria-label={name} ref={section} tabIndex={-1}>
            {fate === 'cancelled' ? (
                <Cancelled {...props} />
            ) : (
                <MovedNotice event={event}>
                    {fate === 'asked' && <Question event={event} />}
                </MovedNotice>
            )}
            <Settled fate={fate} />
            {fate === 'asked' && <Keep {...props} onGone={() => section.current?.focus()} />}
        </section>
    );
}
