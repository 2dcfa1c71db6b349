// SPDX-License-Identifier: Apache-2.0
// The seats that are chosen, each with its ticket type, and the press that holds all or none.
import {useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import type {Money} from '../../api/types';
import {money} from '../../i18n/format';
import {t} from '../../i18n/text';
import {navigate} from '../../router';
import {CloseKey} from '../../ui/parts';
import {BandSign} from './bands';
import {HoldRow} from './hold_row';
import {Refusal} from './refusal';
import {priceOf, typesIn} from './sale';
import {seatName} from './seat_name';
import type {EventSession, Loaded} from './session';

function sumOf(session: EventSession, loaded: Loaded): Money {
    let total = 0;
    for (const [seat, type] of session.chosen.value) {
        const category = loaded.facts[seat]?.categoryNo ?? 0;
        total += Number(priceOf(loaded.event.config, category, type)?.minorUnits ?? 0);
    }
    return {currencyCode: loaded.event.config.currencyCode, minorUnits: String(total)};
}

function ChosenSeat({session, loaded, seat, type}: {
    session: EventSession;
    loaded: Loaded;
    seat: number;
    type: number;
}) {
    const facts = loaded.facts[seat];
    const category = facts?.categoryNo ?? 0;
    const types = typesIn(loaded.event.config, category);
    const names = loaded.event.config.ticketTypes;
    const price = priceOf(loaded.event.config, category, type);
    const name = seatName(facts);
    const band = session.bands.value.find((known) => known.categoryNo === category);
    return (
        <li class="chosen-seat">
            <BandSign categoryNo={category} color={band?.color ?? '#888888'} />
            <span class="chosen-name">{name}</span>
            {types.length > 1 ? (
                <select
                    class="chosen-type"
                    aria-label={t('choice.typeOf', {seat: name})}
                    value={type}
                    onChange={(event) => session.setType(seat, Number(event.currentTarget.value))}
                >
                    {types.map((no) => (
                        <option key={no} value={no}>
                            {names.find((known) => (known.ticketTypeNo ?? 0) === no)?.name}
                        </option>
                    ))}
                </select>
            ) : (
                <span class="chosen-type dim">
                    {names.find((known) => (known.ticketTypeNo ?? 0) === type)?.name}
                </span>
            )}
            <span class="chosen-price">{price ? money(price) : ''}</span>
            <CloseKey
                label={t('choice.putBack', {seat: name})}
                onClick={() => session.pressSeat(seat)}
            />
        </li>
    );
}

// What has the focus is scrolled clear of the bar, however high that is or becomes.
function useBarHeight() {
    const bar = useRef<HTMLElement>(null);
    useEffect(() => {
        const {style} = document.documentElement;
        const sized = new ResizeObserver(([entry]) => {
            style.setProperty('--bar-height', `${entry?.target.clientHeight ?? 0}px`);
            const at = document.activeElement;
            if (at?.matches(':focus-visible') && !bar.current?.contains(at)) {
                at.scrollIntoView({block: 'nearest'});
            }
        });
        if (bar.current) sized.observe(bar.current);
        return () => {
            sized.disconnect();
            style.removeProperty('--bar-height');
        };
    }, []);
    return bar;
}

export function ChoiceBar({session, loaded}: {session: EventSession; loaded: Loaded}) {
    const open = useSignal(true);
    const bar = useBarHeight();
    const chosen = [...session.chosen.value];
    const reserve = async () => {
        const item = await session.holdSeats();
        if (item) navigate('/cart');
    };
    return (
        <section
            ref={bar}
            class={`choice ${chosen.length > 0 ? 'choice-open' : ''}`}
            aria-label={t('choice.title')}
        >
            <p class="unseen" aria-live="polite">
                {chosen.length > 0
                    ? t('choice.said', {n: chosen.length, total: money(sumOf(session, loaded))})
                    : ''}
            </p>
            <Refusal session={session} loaded={loaded} />
            {chosen.length > 0 && (
                <div class="choice-in">
                    <button
                        type="button"
                        class="choice-fold"
                        aria-expanded={open.value}
                        onClick={() => (open.value = !open.value)}
                    >
                        <strong>{t('choice.count', {n: chosen.length})}</strong>
                        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                            <path d="m6 9.5 6 6 6-6" />
                        </svg>
                    </button>
                    {open.value && (
                        <ul class="chosen">
                            {chosen.map(([seat, type]) => (
                                <ChosenSeat
                                    key={seat}
                                    session={session}
                                    loaded={loaded}
                                    seat={seat}
                                    type={type}
                                />
                            ))}
                        </ul>
                    )}
                    <HoldRow
                        session={session}
                        asking="seats"
                        sum={sumOf(session, loaded)}
                        onHold={() => void reserve()}
                    />
                </div>
            )}
        </section>
    );
}
