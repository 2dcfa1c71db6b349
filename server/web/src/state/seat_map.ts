// SPDX-License-Identifier: Apache-2.0
// The live statuses of one event's seats, as the server commits them: a watch that feeds a LiveMap
// and tells its listener what is another now. It may be behind; it never decides what is free.
import {getSeatMap} from '../api/calls';
import {watch} from '../api/sse';
import type {SeatMap, SeatMapUpdate} from '../api/types';
import {LiveMap, type LiveChanges} from '../map/live_map';

// What an update waits for comes at once or was lost.
const kMissingMs = 2000;

export interface SeatMapListener {
    // All may have changed.
    reset(): void;
    changed(seats: Int32Array): void;
    areas(): void;
    live(live: boolean): void;
}

export class LiveSeatMap {
    private readonly map: LiveMap;
    private asking = false;
    private missing: ReturnType<typeof setTimeout> | undefined;

    constructor(
        private readonly event: string,
        seatCount: number,
        private readonly listener: SeatMapListener,
    ) {
        this.map = new LiveMap(seatCount);
    }

    // One array for the page's life.
    get statuses(): Uint8Array {
        return this.map.statuses;
    }

    get areas(): ReadonlyMap<number, number> {
        return this.map.areas;
    }

    applySnapshot(map: SeatMap): void {
        this.tell(this.map.setSnapshot(map));
    }

    // The server named these as not free before the map said so.
    markTaken(seats: readonly number[]): void {
        const changed = this.map.markTaken(seats);
        if (changed.length > 0) this.listener.changed(changed);
    }

    start(signal: AbortSignal): void {
        signal.addEventListener('abort', () => clearTimeout(this.missing), {once: true});
        void watch({
            path: `/v1/events/${encodeURIComponent(this.event)}/seatmap:watch`,
            lastId: this.map.revision,
            signal,
            onMessage: (data) => {
                this.take(JSON.parse(data) as SeatMapUpdate, signal);
                return false;
            },
            onLive: (live) => this.listener.live(live),
        });
    }

    private take(update: SeatMapUpdate, signal: AbortSignal): void {
        const changes = this.map.apply(update);
        this.tell(changes);
        if (changes.outcome === 'dropped') void this.askWhole(signal);
        if (!this.map.incomplete) {
            clearTimeout(this.missing);
            this.missing = undefined;
        } else {
            this.missing ??= setTimeout(() => void this.askWhole(signal), kMissingMs);
        }
    }

    private async askWhole(signal: AbortSignal): Promise<void> {
        clearTimeout(this.missing);
        this.missing = undefined;
        if (this.asking) return;
        this.asking = true;
        try {
            this.applySnapshot(await getSeatMap(this.event, signal));
        } catch {
            // The next update asks again, and a new connection begins with what is missing.
        } finally {
            this.asking = false;
        }
    }

    private tell(changes: LiveChanges): void {
        if (changes.all) this.listener.reset();
        if (changes.seats.length > 0) this.listener.changed(changes.seats);
        if (changes.areas) this.listener.areas();
    }
}
