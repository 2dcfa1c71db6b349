// SPDX-License-Identifier: Apache-2.0
// What became of a wish: seats that others took, a refusal and what to do about it.
import {useEffect, useRef} from 'preact/hooks';
import {t} from '../../i18n/text';
import {Notice} from '../../ui/parts';
import {problemText} from '../../ui/problem_text';
import {seatName} from './choice_bar';
import type {EventSession, Loaded} from './session';

const kNamedMax = 6;

export function Refusal({session, loaded}: {session: EventSession; loaded: Loaded}) {
    const box = useRef<HTMLDivElement>(null);
    const refusal = session.refusal.value;
    const lost = session.lost.value;
    const named = (refusal ? refusal.seatNos() : lost).slice(0, kNamedMax);
    useEffect(() => {
        if (refusal) box.current?.scrollIntoView({block: 'nearest'});
    }, [refusal]);
    const names = named.map((seat) => seatName(loaded.facts[seat])).filter((name) => name !== '');
    return (
        <div ref={box} class="refusal">
            {session.tooMany.value && (
                <Notice tone="info" title={t('choice.tooMany', {n: session.perOrder})} />
            )}
            {lost.length > 0 && (
                <Notice tone="warn" title={t('choice.lost', {n: lost.length})} urgent>
                    <p>{names.join(' · ')}</p>
                </Notice>
            )}
            {refusal && !session.openArea.value && (
                <Notice tone="warn" title={problemText(refusal)} urgent>
                    {names.length > 0 && <p>{names.join(' · ')}</p>}
                </Notice>
            )}
        </div>
    );
}
