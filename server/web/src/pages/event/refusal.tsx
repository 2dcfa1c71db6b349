// SPDX-License-Identifier: Apache-2.0
// What became of a wish: seats that others took, a refusal and what to do about it. It stands in
// the bar at the foot of the view, so that it is seen wherever the page is.
import {t} from '../../i18n/text';
import {CloseKey, Notice, type Tone} from '../../ui/parts';
import {problemText} from '../../ui/problem_text';
import {seatName} from './seat_name';
import type {EventSession, Loaded} from './session';

const kNamedMax = 6;

interface Said {
    tone: Tone;
    title: string;
    seats: readonly number[];
}

function saidOf(session: EventSession): Said | null {
    const refusal = session.refusal.value;
    const lost = session.lost.value;
    if (refusal && !session.openArea.value) {
        return {tone: 'warn', title: problemText(refusal), seats: refusal.seatNos()};
    }
    if (lost.length > 0) {
        return {tone: 'warn', title: t('choice.lost', {n: lost.length}), seats: lost};
    }
    if (session.tooMany.value) {
        return {tone: 'info', title: t('choice.tooMany', {n: session.perOrder}), seats: []};
    }
    return null;
}

export function Refusal({session, loaded}: {session: EventSession; loaded: Loaded}) {
    const said = saidOf(session);
    if (!said) return null;
    const names = said.seats
        .slice(0, kNamedMax)
        .map((seat) => seatName(loaded.facts[seat]))
        .filter((name) => name !== '');
    const dismiss = () => {
        session.refusal.value = null;
        session.lost.value = [];
        session.tooMany.value = false;
    };
    return (
        <div class="refusal">
            <Notice tone={said.tone} title={said.title} urgent>
                {names.length > 0 && <p>{names.join(' · ')}</p>}
            </Notice>
            <CloseKey onClick={dismiss} />
        </div>
    );
}
