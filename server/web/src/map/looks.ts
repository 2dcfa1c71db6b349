// SPDX-License-Identifier: Apache-2.0
// What a seat looks like: a byte that names one of the pictures of its category. Pure.
import type {Scene} from './scene';

// How a seat stands; a picture exists for every standing and kind.
export enum Standing {
    Available = 0,
    // Available, but not of what a person asked to see.
    Faint = 1,
    Held = 2,
    Sold = 3,
    Blocked = 4,
    Chosen = 5,
}

// The sign of a wheelchair place, as a path in a square of 24.
export const kWheelchairSign =
    'M11 4.2v.1M11 8v6h5l2.5 5M8.2 11.5a5 5 0 1 0 6.3 6.3M11 10.5h4.5';

export const kStandings = 6;
export const kKinds = 3;
export const kLooks = kStandings * kKinds;

export interface Wanted {
    selection: ReadonlySet<number>;
    // Empty: all.
    categories: ReadonlySet<number>;
    accessibleOnly: boolean;
}

export function standsOut(scene: Scene, seat: number, wanted: Wanted): boolean {
    if (wanted.accessibleOnly && scene.kind[seat] === 0) return false;
    return wanted.categories.size === 0 || wanted.categories.has(scene.category[seat] ?? 0);
}

export function standingOf(
    scene: Scene,
    seat: number,
    statuses: Uint8Array,
    wanted: Wanted,
): Standing {
    if (wanted.selection.has(seat)) return Standing.Chosen;
    switch (statuses[seat]) {
        case 0:
            return standsOut(scene, seat, wanted) ? Standing.Available : Standing.Faint;
        case 1:
            return Standing.Held;
        case 2:
            return Standing.Sold;
        default:
            return Standing.Blocked;
    }
}

export function lookOf(
    scene: Scene,
    seat: number,
    statuses: Uint8Array,
    wanted: Wanted,
): number {
    return (scene.kind[seat] ?? 0) * kStandings + standingOf(scene, seat, statuses, wanted);
}

export function isChosen(look: number): boolean {
    return look % kStandings === Standing.Chosen;
}

// Gathers changed seats between two frames: each once, or all.
export class Dirty {
    all = true;
    readonly seats: number[] = [];
    private readonly marked: Uint8Array;

    constructor(seatCount: number) {
        this.marked = new Uint8Array(seatCount);
    }

    get any(): boolean {
        return this.all || this.seats.length > 0;
    }

    add(seat: number): void {
        if (this.all || seat < 0 || seat >= this.marked.length || this.marked[seat] === 1) return;
        this.marked[seat] = 1;
        this.seats.push(seat);
    }

    addAll(): void {
        this.clear();
        this.all = true;
    }

    clear(): void {
        for (const seat of this.seats) this.marked[seat] = 0;
        this.seats.length = 0;
        this.all = false;
    }
}
