// SPDX-License-Identifier: Apache-2.0
// The statuses of an event's seats, by revision. Pure: no network, no clock.
//
// Updates may come late, twice, or in any order: what is older than the map is passed over; a delta
// that goes on from a revision not yet here waits until what is missing has come. Values are
// absolute, so a delta applies to every map from its `from_revision` to below its own revision.
import type {AreaAvailability, SeatMap, SeatMapUpdate, SeatRun} from '../api/types';

// Applied: the map is at the update's revision. Stale: it was there already. Waiting: kept until
// the gap closes. Dropped: too many wait; ask for the whole map.
export type Applied = 'applied' | 'stale' | 'waiting' | 'dropped';

export interface LiveChanges {
    outcome: Applied;
    // True: everything may have changed; `seats` is then empty.
    all: boolean;
    // The seats whose byte is another one now, ascending, each once.
    seats: Int32Array;
    areas: boolean;
}

const kWaitingMost = 64;
const kBytes: Readonly<Record<NonNullable<SeatRun['status']>, number>> = {
    SEAT_AVAILABLE: 0,
    SEAT_HELD: 1,
    SEAT_SOLD: 2,
    SEAT_BLOCKED: 3,
};

// The bytes of standard base64; throws where it is none.
export function bytesOf(base64: string): Uint8Array {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; ++i) bytes[i] = text.charCodeAt(i);
    return bytes;
}

export class LiveMap {
    readonly statuses: Uint8Array;
    // Places left by area number.
    readonly areas = new Map<number, number>();
    private at: bigint | null = null;
    private waiting: SeatMapUpdate[] = [];

    constructor(seatCount: number) {
        this.statuses = new Uint8Array(seatCount);
    }

    // The revision to go on from; empty before the first snapshot.
    get revision(): string {
        return this.at === null ? '' : String(this.at);
    }

    // Whether something waits for an update that is missing.
    get incomplete(): boolean {
        return this.waiting.length > 0;
    }

    setSnapshot(map: SeatMap): LiveChanges {
        const revision = map.revision ?? '0';
        return this.apply({revision, snapshot: map, serverTime: map.serverTime});
    }

    apply(update: SeatMapUpdate): LiveChanges {
        const changes = new Changes();
        changes.outcome = this.take(update, changes);
        while (changes.outcome === 'applied' && this.takeWaiting(changes));
        return changes.done();
    }

    // Takes these for held until an update says otherwise; gives those that were free.
    markTaken(seats: readonly number[]): Int32Array {
        const taken = seats.filter((seat) => this.statuses[seat] === kBytes.SEAT_AVAILABLE);
        for (const seat of taken) this.statuses[seat] = kBytes.SEAT_HELD;
        return Int32Array.from(taken);
    }

    private take(update: SeatMapUpdate, changes: Changes): Applied {
        const revision = BigInt(update.revision);
        if (this.at !== null && revision <= this.at) return 'stale';
        if (update.snapshot) {
            this.takeSnapshot(update.snapshot, changes);
        } else {
            const from = BigInt(update.delta?.fromRevision ?? '0');
            if (this.at === null || from > this.at) return this.keep(update);
            for (const run of update.delta?.runs ?? []) this.takeRun(run, changes);
            this.takeAreas(update.delta?.areas ?? [], changes);
        }
        this.at = revision;
        return 'applied';
    }

    private keep(update: SeatMapUpdate): Applied {
        if (this.waiting.length >= kWaitingMost) return 'dropped';
        this.waiting.push(update);
        return 'waiting';
    }

    private takeWaiting(changes: Changes): boolean {
        const at = this.at ?? 0n;
        this.waiting = this.waiting.filter((update) => BigInt(update.revision) > at);
        const next = this.waiting.findIndex(
            (update) => BigInt(update.delta?.fromRevision ?? '0') <= at,
        );
        const [update] = next < 0 ? [] : this.waiting.splice(next, 1);
        return update !== undefined && this.take(update, changes) === 'applied';
    }

    private takeSnapshot(map: SeatMap, changes: Changes): void {
        const bytes = bytesOf(map.statuses ?? '');
        this.statuses.fill(0);
        this.statuses.set(bytes.subarray(0, this.statuses.length));
        changes.all = true;
        this.takeAreas(map.areas ?? [], changes);
    }

    private takeRun(run: SeatRun, changes: Changes): void {
        const first = Math.max(0, run.firstSeatNo ?? 0);
        const end = Math.min(first + run.count, this.statuses.length);
        const byte = kBytes[run.status ?? 'SEAT_AVAILABLE'];
        for (let seat = first; seat < end; ++seat) {
            if (this.statuses[seat] === byte) continue;
            this.statuses[seat] = byte;
            changes.seats.add(seat);
        }
    }

    private takeAreas(areas: readonly AreaAvailability[], changes: Changes): void {
        for (const area of areas) {
            this.areas.set(area.areaNo ?? 0, area.available ?? 0);
            changes.areas = true;
        }
    }
}

class Changes {
    outcome: Applied = 'stale';
    all = false;
    areas = false;
    readonly seats = new Set<number>();

    done(): LiveChanges {
        const seats = this.all ? new Int32Array(0) : Int32Array.from(this.seats).sort();
        return {outcome: this.outcome, all: this.all, seats, areas: this.areas};
    }
}
