// SPDX-License-Identifier: Apache-2.0
// What a page needs of a seat map, whichever way it is drawn: WebGL, Canvas 2D, or a list.
//
// The page owns the truth (layout, statuses, selection) and hands it in; the map draws it and says
// what a person wishes. A map never asks the network and never decides what is free.
import type {Area, Layout} from '../api/types';

// The byte of a seat in a seat map.
export const enum SeatStatus {
    Available = 0,
    Held = 1,
    Sold = 2,
    Blocked = 3,
}

// What can be pressed on the map.
export interface MapWishes {
    // A seat was pressed: to be chosen, or to be put back if it is chosen.
    seat(seatNo: number): void;
    // A standing area was pressed.
    area(area: Area): void;
    // The view came so near, or so far, that sections turned into seats or back.
    detail?(seatsVisible: boolean): void;
    // The engine was lost and no other could be had: nothing is drawn any more.
    failed?(): void;
}

export interface MapOptions {
    layout: Layout;
    // Shown for a price band: the all-in price of the type that a press chooses, as text.
    priceOf(categoryNo: number): string;
    // Translated words, by key; placeholders are filled by the map.
    text(key: string, values?: Record<string, string | number>): string;
    theme: 'light' | 'dark';
    // No animation where the person's system says so.
    reducedMotion: boolean;
    // BCP 47, for numbers and for words that `text` does not know; absent: the document's language.
    locale?: string;
    // Absent: WebGL where there is any.
    renderer?: 'auto' | 'canvas';
    wishes: MapWishes;
}

export interface SeatMapView {
    // All statuses, one byte per seat; the map keeps no copy and is told of changes.
    setStatuses(statuses: Uint8Array): void;
    // These seats' bytes changed in the array given before.
    changed(seats: Int32Array): void;
    setAreas(available: ReadonlyMap<number, number>): void;
    setSelection(seats: ReadonlySet<number>): void;
    // Only seats of these categories stand out; empty: all.
    setCategories(categories: ReadonlySet<number>): void;
    // Accessible places stand out.
    setAccessibleOnly(on: boolean): void;
    setTheme(theme: 'light' | 'dark'): void;
    // Brings seats into view, the whole house where there are none.
    show(seats: readonly number[]): void;
    zoomBy(factor: number): void;
    resize(): void;
    destroy(): void;
}
