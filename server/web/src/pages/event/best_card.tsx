// SPDX-License-Identifier: Apache-2.0
// Best seats for n with one press. More wishes (ticket types, price band, side by side, wheelchair
// places) are folded away until somebody has them.
import {useSignal, type Signal} from '@preact/signals';
import {money} from '../../i18n/format';
import {t} from '../../i18n/text';
import {navigate} from '../../router';
import {Stepper} from '../../ui/parts';
import {HoldKey} from './hold_row';
import {priceOf, typesIn} from './sale';
import type {EventSession, Loaded} from './session';

const kQuick = [1, 2, 3, 4, 5, 6];

interface Wish {
    // By ticket type.
    counts: number[];
    categoryNo: number | null;
    wheelchairs: number;
    together: boolean;
}

function totalOf(counts: readonly number[]): number {
    return counts.reduce((sum, count) => sum + (count ?? 0), 0);
}

function TypeSteppers({session, loaded, wish}: {
    session: EventSession;
    loaded: Loaded;
    wish: Signal<Wish>;
}) {
    const {counts, categoryNo} = wish.value;
    const total = totalOf(counts);
    const sold = new Set(
        categoryNo === null
            ? session.bands.value.flatMap((band) => typesIn(loaded.event.config, band.categoryNo))
            : typesIn(loaded.event.config, categoryNo),
    );
    return (
        <>
            {loaded.event.config.ticketTypes
                .filter((type) => sold.has(type.ticketTypeNo ?? 0))
                .map((type) => {
                    const no = type.ticketTypeNo ?? 0;
                    const price =
                        categoryNo === null
                            ? undefined
                            : priceOf(loaded.event.config, categoryNo, no);
                    return (
                        <Stepper
                            key={no}
                            name={type.name}
                            label={
                                <>
                                    {type.name}
                                    {price && <span class="dim"> {money(price)}</span>}
                                </>
                            }
                            value={counts[no] ?? 0}
                            min={0}
                            max={(counts[no] ?? 0) + session.perOrder - total}
                            onChange={(value) => {
                                const next = [...counts];
                                next[no] = value;
                                wish.value = {...wish.value, counts: next};
                            }}
                        />
                    );
                })}
        </>
    );
}

function MoreWishes(props: {session: EventSession; loaded: Loaded; wish: Signal<Wish>}) {
    const {session, wish} = props;
    const total = totalOf(wish.value.counts);
    return (
        <details class="more-wishes">
            <summary>{t('best.more')}</summary>
            <label class="field">
                <span>{t('best.band')}</span>
                <select
                    value={wish.value.categoryNo ?? ''}
                    onChange={(event) => {
                        const value = event.currentTarget.value;
                        const categoryNo = value === '' ? null : Number(value);
                        wish.value = {...wish.value, categoryNo};
                    }}
                >
                    <option value="">{t('best.anyBand')}</option>
                    {session.bands.value
                        .filter((band) => band.seats)
                        .map((band) => (
                            <option key={band.categoryNo} value={band.categoryNo}>
                                {band.name} · {money(band.full)}
                            </option>
                        ))}
                </select>
            </label>
            <TypeSteppers {...props} />
            {session.left.value.accessible > 0 && (
                <Stepper
                    name={t('best.wheelchairs')}
                    label={t('best.wheelchairs')}
                    value={Math.min(wish.value.wheelchairs, total)}
                    min={0}
                    max={total}
                    onChange={(wheelchairs) => (wish.value = {...wish.value, wheelchairs})}
                />
            )}
            <label class="check">
                <input
                    type="checkbox"
                    checked={wish.value.together}
                    onChange={(event) => {
                        wish.value = {...wish.value, together: event.currentTarget.checked};
                    }}
                />
                <span>{t('best.together')}</span>
            </label>
        </details>
    );
}

export function BestCard({session, loaded}: {session: EventSession; loaded: Loaded}) {
    const first = loaded.event.config.ticketTypes[0]?.ticketTypeNo ?? 0;
    const start: number[] = [];
    start[first] = Math.min(2, session.perOrder);
    const wish = useSignal<Wish>({
        counts: start,
        categoryNo: null,
        wheelchairs: 0,
        together: true,
    });
    const total = totalOf(wish.value.counts);
    const hold = async () => {
        const {counts, categoryNo, wheelchairs, together} = wish.value;
        const quantities = counts.flatMap((quantity, ticketTypeNo) =>
            quantity > 0 ? [{ticketTypeNo, quantity}] : [],
        );
        const item = await session.hold('best', {
            bestAvailable: {
                quantities,
                categoryNos: categoryNo === null ? [] : [categoryNo],
                wheelchairPlaces: Math.min(wheelchairs, total),
                together: together ? 'REQUIRED' : 'PREFERRED',
            },
        });
        if (item) navigate('/cart');
    };
    const only = (count: number) => {
        const counts: number[] = [];
        counts[first] = count;
        wish.value = {...wish.value, counts};
    };
    return (
        <section class="panel best" aria-labelledby="best-title">
            <h2 id="best-title">{t('best.title')}</h2>
            <p id="best-many" class="quick-label">
                {t('best.howMany')}
            </p>
            <div class="quick" role="group" aria-labelledby="best-many">
                {kQuick
                    .filter((count) => count <= session.perOrder)
                    .map((count) => (
                        <button
                            key={count}
                            type="button"
                            class="quick-key"
                            aria-pressed={total === count}
                            onClick={() => only(count)}
                        >
                            {count}
                        </button>
                    ))}
            </div>
            <HoldKey
                session={session}
                asking="best"
                empty={total === 0}
                wide
                onHold={() => void hold()}
            >
                {t('best.take', {n: total})}
            </HoldKey>
            <MoreWishes session={session} loaded={loaded} wish={wish} />
        </section>
    );
}
