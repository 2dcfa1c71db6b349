// SPDX-License-Identifier: Apache-2.0
// The live statuses of one event's seats, as the server commits them.
//
// One array for the page's life: a snapshot is copied into it, deltas change it, and whoever draws
// is told which seats changed. It may be behind; it never decides what is free.
import type {AreaAvailability, SeatMap, SeatMapUpdate, SeatRun} from '../api/types';
import {watch} from '../api/sse';

// As in map/contract.ts; a const enum there, a table by name here.
const kStatusByte: Record<NonNullable<SeatRun['status']>, number> = {
    SEAT_AVAILABLE: 0,
    SEAT_HELD: 1,
    SEAT_SOLD: 2,
    SEAT_BLOCKED: 3,
};

export interface SeatMapListener {
    // All may have changed.
    reset(): void;
    changed(seats: Int32Array): void;
    areas(): void;
    live(live: boolean): void;
}

export function bytesOfBase64(text: string): Uint8Array {
    const raw = atob(text);
    const bytes = new Uint8Array(raw.length);
    for (let i = 0; i < raw.length; ++i) bytes[i] = raw.charCodeAt(i);
    return bytes;
}

export class LiveSeatMap {
    readonly statuses: Uint8Array;
    readonly areas = new Map<number, number>();
    revision = '';

    constructor(
        private readonly event: string,
        seatCount: number,
        private readonly listener: SeatMapListener,
    ) {
        this.statuses = new Uint8Array(seatCount);
    }

    applySnapshot(map: SeatMap): void {
        const bytes = bytesOfBase64(map.statuses ?? '');
        this.statuses.fill(0);
        this.statuses.set(bytes.subarray(0, this.statuses.length));
        this.revision = map.revision ?? '0';
        this.setAreas(map.areas ?? []);
        this.listener.reset();
    }

    apply(update: SeatMapUpdate): void {
        if (update.snapshot) {
            this.applySnapshot(update.snapshot);
        } else if (update.delta) {
            const changed = this.applyRuns(update.delta.runs ?? []);
            if (changed.length > 0) this.listener.changed(Int32Array.from(changed));
            if (update.delta.areas) this.setAreas(update.delta.areas);
        }
        this.revision = update.revision;
    }

    // The server named these as not free before the map said so.
    markTaken(seats: readonly number[]): void {
        const changed = seats.filter((seat) => this.statuses[seat] === 0);
        for (const seat of changed) this.statuses[seat] = kStatusByte.SEAT_HELD;
        if (changed.length > 0) this.listener.changed(Int32Array.from(changed));
    }

    start(signal: AbortSignal): void {
        void watch({
            path: `/v1/events/${encodeURIComponent(this.event)}/seatmap:watch`,
            lastId: this.revision,
            signal,
            onMessage: (data) => {
                this.apply(JSON.parse(data) as SeatMapUpdate);
                return false;
            },
            onLive: (live) => this.listener.live(live),
        });
    }

    private applyRuns(runs: readonly SeatRun[]): number[] {
        const changed: number[] = [];
        for (const run of runs) {
            const first = run.firstSeatNo ?? 0;
            const status = kStatusByte[run.status ?? 'SEAT_AVAILABLE'];
            for (let seat = first; seat < first + run.count; ++seat) {
                if (seat >= this.statuses.length || this.statuses[seat] === status) continue;
                this.statuses[seat] = status;
                changed.push(seat);
            }
        }
        return changed;
    }

    private setAreas(areas: readonly AreaAvailability[]): void {
        for (const area of areas) this.areas.set(area.areaNo ?? 0, area.available ?? 0);
        this.listener.areas();
    }
}
