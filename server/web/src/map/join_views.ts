// SPDX-License-Identifier: Apache-2.0
// Several views of one house as one: a page tells it once, and map and list both know.
import type {ListView} from './seat_list_model';

// Tells whichever views there are at the time.
export function joinViews(views: ReadonlySet<ListView>): ListView {
    return {
        setStatuses: (statuses) => views.forEach((view) => view.setStatuses(statuses)),
        changed: (seats) => views.forEach((view) => view.changed(seats)),
        setAreas: (available) => views.forEach((view) => view.setAreas(available)),
        setSelection: (seats) => views.forEach((view) => view.setSelection(seats)),
        setCategories: (categories) => views.forEach((view) => view.setCategories(categories)),
        setAccessibleOnly: (on) => views.forEach((view) => view.setAccessibleOnly(on)),
        show: (seats) => views.forEach((view) => view.show(seats)),
    };
}
