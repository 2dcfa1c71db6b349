// SPDX-License-Identifier: Apache-2.0
// Where the map stands on the page: its chunk is loaded when it comes near the view, and told of
// what the session knows. The list of seats can be opened beside it, and stands in for it.
import {useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import type {MapOptions, SeatMapView} from '../../map/contract';
import {SeatSign} from '../../map/seat_sign';
import {language, t} from '../../i18n/text';
import {theme} from '../../state/preferences';
import {Busy, Notice} from '../../ui/parts';
import {ListPanel} from './list_panel';
import {optionsOf} from './map_options';
import type {EventSession, Loaded} from './session';

type MapModule = {
    createSeatMap(host: HTMLElement, options: MapOptions): Promise<SeatMapView>;
};
// A glob, not a plain import: a build without the map still has best seats and areas.
const kMap = import.meta.glob<MapModule>('../../map/index.ts');

async function loadMap(): Promise<MapModule> {
    const load = Object.values(kMap)[0];
    if (load === undefined) throw new Error('built without a map');
    return load();
}

function useMap(session: EventSession, loaded: Loaded) {
    const host = useRef<HTMLDivElement>(null);
    const state = useSignal<'waiting' | 'ready' | 'failed'>('waiting');
    const tries = useSignal(0);
    const shown = language.value;
    useEffect(() => {
        const element = host.current;
        if (!element) return;
        let gone = false;
        let view: SeatMapView | null = null;
        state.value = 'waiting';
        const sized = new ResizeObserver(() => view?.resize());
        loadMap()
            .then((map) => (gone ? null : map.createSeatMap(element, optionsOf(session, loaded))))
            .then((made) => {
                if (gone || !made) return made?.destroy();
                view = made;
                session.attach(made);
                sized.observe(element);
                state.value = 'ready';
            })
            .catch(() => {
                if (!gone) state.value = 'failed';
            });
        return () => {
            gone = true;
            sized.disconnect();
            session.view = null;
            view?.destroy();
            element.replaceChildren();
        };
        // A new event answer alone does not make a new map: its layout never changes.
    }, [session, loaded.layout, shown, tries.value]);
    const colors = theme.value;
    useEffect(() => session.view?.setTheme(colors), [colors]);
    return {host, state: state.value, again: () => ++tries.value};
}

// Free, yours, and the two ways of not being free.
function Legend() {
    return (
        <ul class="legend" aria-label={t('map.legend')}>
            <li>
                <SeatSign sign="free" />
                {t('map.free')}
            </li>
            <li>
                <SeatSign sign="chosen" />
                {t('map.chosen')}
            </li>
            <li>
                <SeatSign sign="held" />
                <SeatSign sign="sold" />
                {t('map.taken')}
            </li>
        </ul>
    );
}

export function MapPanel({session, loaded}: {session: EventSession; loaded: Loaded}) {
    const {host, state, again} = useMap(session, loaded);
    const listOpen = useSignal(false);
    const accessible = session.left.value.accessible;
    const live = session.live.value;
    return (
        <>
            <div class="map-head">
                <h2 id="map-title">{t('map.title')}</h2>
                <span class={`live ${live ? '' : 'live-off'}`} role="status">
                    <i aria-hidden="true" />
                    {t(live ? 'map.live' : 'map.behind')}
                </span>
                <button
                    type="button"
                    class="chip"
                    aria-expanded={listOpen.value}
                    onClick={() => (listOpen.value = !listOpen.value)}
                >
                    {t('map.list')}
                </button>
                {(accessible > 0 || session.accessibleOnly.value) && (
                    <button
                        type="button"
                        class="chip"
                        aria-pressed={session.accessibleOnly.value}
                        onClick={() => session.toggleAccessible()}
                    >
                        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                            <path d="M11 4.2v.1M11 8v6h5l2.5 5M11 10.5h4.5" />
                            <path d="M8.2 11.5a5 5 0 1 0 6.3 6.3" />
                        </svg>
                        {t('map.accessible', {n: accessible})}
                    </button>
                )}
            </div>
            {state === 'failed' && (
                <Notice tone="warn" title={t('map.failed')}>
                    <button type="button" class="button" onClick={again}>
                        {t('parts.again')}
                    </button>
                </Notice>
            )}
            {(listOpen.value || state === 'failed') && (
                <ListPanel session={session} loaded={loaded} />
            )}
            <div class={`map-frame map-${state}`}>
                <div class="map-host" ref={host} />
                {state === 'waiting' && (
                    <div class="map-over">
                        <Busy label={t('map.loading')} />
                    </div>
                )}
            </div>
            {state !== 'failed' && <Legend />}
        </>
    );
}
