// SPDX-License-Identifier: Apache-2.0
// The list of seats, all that the map can: its chunk is loaded when it is opened, and where that
// does not arrive seats are picked by section.
import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {language, t} from '../../i18n/text';
import type {SeatListModel} from '../../map/seat_list_model';
import {Busy} from '../../ui/parts';
import {optionsOf} from './map_options';
import {SeatPicker} from './seat_picker';
import type {EventSession, Loaded} from './session';

type ListModule = typeof import('../../map/seat_list');

interface Shown {
    list: ListModule;
    model: SeatListModel;
}

export function ListPanel({session, loaded}: {session: EventSession; loaded: Loaded}) {
    const shown = useSignal<Shown | null>(null);
    const failed = useSignal(false);
    const words = language.value;
    useEffect(() => {
        let gone = false;
        const open = async () => {
            const list = await import('../../map/seat_list');
            const model = await list.createSeatListModel(optionsOf(session, loaded));
            if (gone) return;
            session.attachList(model);
            shown.value = {list, model};
        };
        open().catch(() => (failed.value = !gone));
        return () => {
            gone = true;
            session.attachList(null);
            shown.value?.model.destroy();
            shown.value = null;
        };
        // As with the map: a layout never changes, an event's answer does.
    }, [session, loaded.layout, words]);
    if (failed.value) {
        return (
            <div class="panel">
                <SeatPicker session={session} loaded={loaded} />
            </div>
        );
    }
    const {list, model} = shown.value ?? {};
    return (
        <section class="panel list-panel" aria-label={t('map.list')}>
            {list && model ? <list.SeatList model={model} /> : <Busy label={t('parts.loading')} />}
        </section>
    );
}
