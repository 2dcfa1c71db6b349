// SPDX-License-Identifier: Apache-2.0
// How many places of which ticket type in a standing area.
import {useSignal, type Signal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import type {Area} from '../../api/types';
import {money} from '../../i18n/format';
import {t} from '../../i18n/text';
import {navigate} from '../../router';
import {CloseKey, Notice, Stepper} from '../../ui/parts';
import {problemText} from '../../ui/problem_text';
import {leftText} from './bands';
import {HoldRow} from './hold_row';
import {priceOf, typesIn} from './sale';
import type {EventSession, Loaded} from './session';

interface AreaProps {
    session: EventSession;
    loaded: Loaded;
    area: Area;
}

function TypeCounts({session, loaded, category, counts}: {
    session: EventSession;
    loaded: Loaded;
    category: number;
    counts: Signal<number[]>;
}) {
    const config = loaded.event.config;
    const total = counts.value.reduce((sum, count) => sum + (count ?? 0), 0);
    return (
        <>
            {typesIn(config, category).map((type) => {
                const known = config.ticketTypes.find((one) => (one.ticketTypeNo ?? 0) === type);
                const name = known?.name ?? '';
                const price = priceOf(config, category, type);
                const count = counts.value[type] ?? 0;
                return (
                    <Stepper
                        key={type}
                        name={name}
                        label={
                            <>
                                {name} {price && <span class="dim">{money(price)}</span>}
                            </>
                        }
                        value={count}
                        min={0}
                        max={count + session.perOrder - total}
                        onChange={(value) => {
                            const changed = [...counts.value];
                            changed[type] = value;
                            counts.value = changed;
                        }}
                    />
                );
            })}
        </>
    );
}

function AreaForm({session, loaded, area}: AreaProps) {
    const config = loaded.event.config;
    const category = area.categoryNo ?? 0;
    const types = typesIn(config, category);
    const start: number[] = [];
    if (types[0] !== undefined) start[types[0]] = Math.min(2, session.perOrder);
    const counts = useSignal<number[]>(start);
    const count = (type: number) => counts.value[type] ?? 0;
    const total = types.reduce((sum, type) => sum + count(type), 0);
    const cents = types.reduce((sum, type) => {
        return sum + count(type) * Number(priceOf(config, category, type)?.minorUnits ?? 0);
    }, 0);
    const hold = async () => {
        const quantities = types.flatMap((ticketTypeNo) =>
            count(ticketTypeNo) > 0 ? [{ticketTypeNo, quantity: count(ticketTypeNo)}] : [],
        );
        const item = await session.hold('area', {
            generalAdmission: {areaNo: area.areaNo ?? 0, quantities},
        });
        if (!item) return;
        session.openArea.value = null;
        navigate('/cart');
    };
    const sum = {currencyCode: config.currencyCode, minorUnits: String(cents)};
    const refusal = session.refusal.value;
    return (
        <>
            <TypeCounts {...{session, loaded, category, counts}} />
            <p class="dim small" role="status">
                {total >= session.perOrder ? t('choice.tooMany', {n: session.perOrder}) : ''}
            </p>
            {refusal && <Notice tone="warn" title={problemText(refusal)} urgent />}
            <HoldRow
                session={session}
                asking="area"
                sum={sum}
                empty={total === 0}
                onHold={() => void hold()}
            />
        </>
    );
}

function AreaLeft({session, loaded, area}: AreaProps) {
    // Read for its change: the counts of areas are renewed with it.
    void session.left.value;
    if (!session.counted.value) return null;
    return <p class="dim">{leftText(loaded.map.areas.get(area.areaNo ?? 0) ?? 0)}</p>;
}

export function AreaDialog({session, loaded}: {session: EventSession; loaded: Loaded}) {
    const dialog = useRef<HTMLDialogElement>(null);
    const area = session.openArea.value;
    useEffect(() => {
        if (area) dialog.current?.showModal();
        else dialog.current?.close();
    }, [area]);
    return (
        <dialog
            ref={dialog}
            class="sheet"
            aria-labelledby="area-name"
            onClose={() => (session.openArea.value = null)}
            onClick={(event) => {
                if (event.target === dialog.current) session.openArea.value = null;
            }}
        >
            {area && (
                <div class="sheet-in">
                    <div class="sheet-head">
                        <h2 id="area-name">{area.name}</h2>
                        <CloseKey onClick={() => (session.openArea.value = null)} />
                    </div>
                    <p class="dim">{t('area.standing')}</p>
                    <AreaLeft session={session} loaded={loaded} area={area} />
                    <AreaForm session={session} loaded={loaded} area={area} />
                </div>
            )}
        </dialog>
    );
}
