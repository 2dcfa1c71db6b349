// SPDX-License-Identifier: Apache-2.0
// Several views of one house as one: a page tells it once, and map and list both know.
import type {SeatMapView} from './contract';
import type {ListView} from './seat_list_model';

// The first is the one that zooms and has a size; `destroy` ends it alone.
export function joinViews(map: SeatMapView, ...lists: readonly ListView[]): SeatMapView {
    const each = (tell: (view: ListView) => void) => [map, ...lists].forEach(tell);
    return {
        setStatuses: (statuses) => each((view) => view.setStatuses(statuses)),
        changed: (seats) => each((view) => view.changed(seats)),
        setAreas: (available) => each((view) => view.setAreas(available)),
        setSelection: (seats) => each((view) => view.setSelection(seats)),
        setCategories: (categories) => each((view) => view.setCategories(categories)),
        setAccessibleOnly: (on) => each((view) => view.setAccessibleOnly(on)),
        show: (seats) => each((view) => view.show(seats)),
        setTheme: (theme) => map.setTheme(theme),
        zoomBy: (factor) => map.zoomBy(factor),
        resize: () => map.resize(),
        destroy: () => map.destroy(),
    };
}
