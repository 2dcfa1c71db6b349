// SPDX-License-Identifier: Apache-2.0
// The map and the list of one house: made for a session and a language, told of what the session
// knows, ended with the page.
import {useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import type {MapOptions, SeatMapView} from '../../map/contract';
import {createSeatListModel, type SeatListModel} from '../../map/seat_list_model';
import {money} from '../../i18n/format';
import {fill, hasText, language, locale, t} from '../../i18n/text';
import {reducedMotion, theme} from '../../state/preferences';
import type {EventSession, Loaded} from './session';

export type ViewState = 'waiting' | 'ready' | 'failed';

function optionsOf(session: EventSession, loaded: Loaded): MapOptions {
    return {
        layout: loaded.layout,
        priceOf: (categoryNo) => {
            const band = session.bands.value.find((known) => known.categoryNo === categoryNo);
            return band ? money(band.full) : '';
        },
        text: (key, values) => {
            const full = key.startsWith('map.') ? key : `map.${key}`;
            return hasText(full) ? t(full, values) : fill(key, values);
        },
        theme: theme.value,
        reducedMotion: reducedMotion(),
        locale: locale.value,
        wishes: {
            seat: (seatNo) => session.pressSeat(seatNo),
            area: (area) => (session.openArea.value = area),
        },
    };
}

// A new event answer alone makes no new view: its layout never changes.
export function useMap(session: EventSession, loaded: Loaded) {
    const host = useRef<HTMLDivElement>(null);
    const shown = useRef<SeatMapView | null>(null);
    const state = useSignal<ViewState>('waiting');
    const tries = useSignal(0);
    useEffect(() => {
        const element = host.current;
        if (!element) return;
        let gone = false;
        state.value = 'waiting';
        const sized = new ResizeObserver(() => shown.current?.resize());
        const failed = () => {
            if (!gone) state.value = 'failed';
        };
        const options = optionsOf(session, loaded);
        options.wishes.failed = failed;
        import('../../map')
            .then((map) => (gone ? null : map.createSeatMap(element, options)))
            .then((made) => {
                if (gone || !made) return made?.destroy();
                shown.current = made;
                session.attach(made);
                sized.observe(element);
                state.value = 'ready';
            })
            .catch(failed);
        return () => {
            gone = true;
            sized.disconnect();
            if (shown.current) session.detach(shown.current);
            shown.current?.destroy();
            shown.current = null;
            element.replaceChildren();
        };
    }, [session, loaded.layout, language.value, tries.value]);
    const colors = theme.value;
    useEffect(() => shown.current?.setTheme(colors), [colors]);
    return {host, state: state.value, again: () => ++tries.value};
}

export function useList(session: EventSession, loaded: Loaded) {
    const model = useSignal<SeatListModel | null>(null);
    const failed = useSignal(false);
    const tries = useSignal(0);
    useEffect(() => {
        let gone = false;
        failed.value = false;
        createSeatListModel(optionsOf(session, loaded))
            .then((made) => {
                if (gone) return made.destroy();
                model.value = made;
                session.attach(made);
            })
            .catch(() => {
                if (!gone) failed.value = true;
            });
        return () => {
            gone = true;
            const made = model.value;
            model.value = null;
            if (!made) return;
            session.detach(made);
            made.destroy();
        };
    }, [session, loaded.layout, language.value, tries.value]);
    return {model: model.value, failed: failed.value, again: () => ++tries.value};
}
