// SPDX-License-Identifier: Apache-2.0
// Where the map stands on the page, with its signs explained, and the list of seats that can do all
// that the map can.
import {SeatList} from '../../map/seat_list';
import type {SeatListModel} from '../../map/seat_list_model';
import {SeatSign, type Sign} from '../../map/seat_sign';
import {t, type TextKey} from '../../i18n/text';
import {Busy, Notice} from '../../ui/parts';
import type {EventSession, Loaded} from './session';
import {useList, useMap} from './views';

// Free, yours, and the ways of not being free.
const kSigns: readonly (readonly [TextKey, readonly Sign[]])[] = [
    ['map.free', ['free']],
    ['map.chosen', ['chosen']],
    ['map.taken', ['held', 'sold', 'blocked']],
];
const kAccessibleSigns = [
    ['seats.wheelchair', 'wheelchair'],
    ['seats.companion', 'companion'],
] as const;

function Legend({model}: {model: SeatListModel | null}) {
    return (
        <ul class="legend" aria-label={t('map.legend')}>
            {kSigns.map(([text, signs]) => (
                <li key={text}>
                    {signs.map((sign) => (
                        <SeatSign key={sign} sign={sign} />
                    ))}
                    <span>{t(text)}</span>
                </li>
            ))}
            {model?.hasAccessible &&
                kAccessibleSigns.map(([word, sign]) => (
                    <li key={sign}>
                        <SeatSign sign={sign} />
                        <span>{model.say(word)}</span>
                    </li>
                ))}
        </ul>
    );
}

// Past the map: the list stands below it.
function toList(): void {
    const title = document.getElementById('list-title');
    title?.scrollIntoView();
    title?.focus({preventScroll: true});
}

function Head({session, selling}: {session: EventSession; selling: boolean}) {
    const accessible = session.left.value.accessible;
    const live = session.live.value;
    return (
        <div class="map-head">
            <div class="map-name">
                <h2 id="map-title">{t(selling ? 'map.title' : 'map.plan')}</h2>
                <span class={`live ${live ? '' : 'live-off'}`} role="status">
                    <i aria-hidden="true" />
                    {t(live ? 'map.live' : 'map.behind')}
                </span>
            </div>
            <button type="button" class="chip" onClick={toList}>
                {t('map.list')}
            </button>
            {(accessible > 0 || session.accessibleOnly.value) && (
                <button
                    type="button"
                    class="chip"
                    aria-pressed={session.accessibleOnly.value}
                    onClick={() => session.toggleAccessible()}
                >
                    <SeatSign sign="wheelchair" />
                    {t('map.accessible', {n: accessible})}
                </button>
            )}
        </div>
    );
}

function Again({title, again}: {title: string; again(): void}) {
    return (
        <Notice tone="warn" title={title}>
            <button type="button" class="button" onClick={again}>
                {t('parts.again')}
            </button>
        </Notice>
    );
}

export function MapPanel({session, loaded, selling}: {
    session: EventSession;
    loaded: Loaded;
    selling: boolean;
}) {
    const map = useMap(session, loaded);
    const list = useList(session, loaded);
    return (
        <>
            <Head session={session} selling={selling} />
            <div class={`map-frame map-${map.state}`}>
                <div class="map-host" ref={map.host} />
                {map.state === 'waiting' && (
                    <div class="map-over">
                        <Busy label={t('map.loading')} />
                    </div>
                )}
            </div>
            {map.state === 'failed' && <Again title={t('map.failed')} again={map.again} />}
            {map.state !== 'failed' && <Legend model={list.model} />}
            <section class="map-list" aria-labelledby="list-title">
                <h3 id="list-title" tabIndex={-1}>
                    {t('map.list')}
                </h3>
                {list.model && <SeatList model={list.model} />}
                {list.failed && <Again title={t('event.failedTitle')} again={list.again} />}
                {!list.model && !list.failed && <Busy label={t('map.loading')} />}
            </section>
        </>
    );
}
