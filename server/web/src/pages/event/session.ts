// SPDX-License-Identifier: Apache-2.0
// One visit to an event's page: the event, its live map, what is chosen, and asking for it.
//
// What is chosen here is a wish. Only the server's answer makes a hold of it; a refusal takes away
// what it names and leaves the rest chosen.
import {computed, signal} from '@preact/signals';
import {getEvent, getLayout, getSeatMap} from '../../api/calls';
import {asProblem, type Problem} from '../../api/problem';
import type {Area, Layout} from '../../api/types';
import type {Selection, TesseraEvent} from '../../api/types_sale';
import {joinViews} from '../../map/join_views';
import type {ListView} from '../../map/seat_list_model';
import type {CartItem} from '../../state/cart';
import {takeHold} from '../../state/holding';
import {LiveSeatMap} from '../../state/seat_map';
import {bandsOf, leftOf, seatFactsOf, typesIn, type Left, type SeatFacts} from './sale';

const kCountMs = 200;
const kPerOrder = 10;

export interface Loaded {
    event: TesseraEvent;
    layout: Layout;
    facts: SeatFacts[];
    map: LiveSeatMap;
}

export type Asking = '' | 'seats' | 'best' | 'area';

export class EventSession {
    readonly loaded = signal<Loaded | null>(null);
    readonly failed = signal<Problem | null>(null);
    readonly live = signal(true);
    // Seat to ticket type, in the order of choosing.
    readonly chosen = signal<ReadonlyMap<number, number>>(new Map());
    readonly asking = signal<Asking>('');
    readonly slow = signal(false);
    readonly refusal = signal<Problem | null>(null);
    // Seats that others took while they were chosen here.
    readonly lost = signal<readonly number[]>([]);
    readonly tooMany = signal(false);
    readonly code = signal('');
    readonly categories = signal<ReadonlySet<number>>(new Set());
    readonly accessibleOnly = signal(false);
    readonly openArea = signal<Area | null>(null);
    readonly left = signal<Left>({byCategory: new Map(), accessible: 0, total: 0});
    readonly counted = signal(false);
    readonly bands = computed(() => {
        const loaded = this.loaded.value;
        return loaded ? bandsOf(loaded.event.config, loaded.layout) : [];
    });
    // Every view that shows the house: told once, all know.
    private readonly views = new Set<ListView>();
    private readonly view = joinViews(this.views);
    private countTimer: ReturnType<typeof setTimeout> | undefined;
    private readonly stop = new AbortController();

    constructor(readonly eventId: string) {}

    get perOrder(): number {
        return this.loaded.value?.event.config.limits?.perOrder || kPerOrder;
    }

    async load(): Promise<void> {
        this.failed.value = null;
        try {
            const [event, layout, seats] = await Promise.all([
                getEvent(this.eventId, this.stop.signal),
                getLayout(this.eventId, this.stop.signal),
                getSeatMap(this.eventId, this.stop.signal),
            ]);
            const facts = seatFactsOf(layout);
            const map = new LiveSeatMap(this.eventId, layout.seatCount ?? facts.length, {
                reset: () => this.statusesReset(),
                changed: (changed) => this.statusesChanged(changed),
                areas: () => this.areasChanged(),
                live: (live) => (this.live.value = live),
            });
            this.loaded.value = {event, layout, facts, map};
            map.applySnapshot(seats);
            this.countNow();
            map.start(this.stop.signal);
        } catch (error) {
            if (!this.stop.signal.aborted) this.failed.value = asProblem(error);
        }
    }

    // The event anew: its sale may have opened or closed.
    async refresh(): Promise<void> {
        const loaded = this.loaded.value;
        if (!loaded) return;
        try {
            const event = await getEvent(this.eventId, this.stop.signal);
            this.loaded.value = {...loaded, event};
        } catch {
            // What is shown stays true enough: the server decides when it is asked to hold.
        }
    }

    close(): void {
        this.stop.abort();
        clearTimeout(this.countTimer);
    }

    pressSeat(seatNo: number): void {
        const loaded = this.loaded.value;
        if (!loaded || this.asking.value !== '') return;
        const next = new Map(this.chosen.value);
        this.tooMany.value = false;
        if (!next.delete(seatNo)) {
            if (loaded.map.statuses[seatNo] !== 0) return;
            const type = typesIn(loaded.event.config, loaded.facts[seatNo]?.categoryNo ?? 0)[0];
            if (type === undefined) return;
            if (next.size >= this.perOrder) {
                this.tooMany.value = true;
                return;
            }
            next.set(seatNo, type);
        }
        this.refusal.value = null;
        this.lost.value = [];
        this.choose(next);
    }

    setType(seatNo: number, type: number): void {
        const next = new Map(this.chosen.value);
        if (next.has(seatNo)) this.choose(next.set(seatNo, type));
    }

    clearChoice(): void {
        this.tooMany.value = false;
        this.choose(new Map());
    }

    toggleCategory(categoryNo: number): void {
        const next = new Set(this.categories.value);
        if (!next.delete(categoryNo)) next.add(categoryNo);
        this.categories.value = next;
        this.view.setCategories(next);
    }

    toggleAccessible(): void {
        this.accessibleOnly.value = !this.accessibleOnly.value;
        this.view.setAccessibleOnly(this.accessibleOnly.value);
    }

    holdSeats(): Promise<CartItem | null> {
        const seats = [...this.chosen.value].map(([seatNo, ticketTypeNo]) => ({
            seatNo,
            ticketTypeNo,
        }));
        return this.hold('seats', {seats: {seats}});
    }

    // Asks for `selection`; null where it was refused, and `refusal` says why.
    async hold(asking: Asking, selection: Selection): Promise<CartItem | null> {
        const loaded = this.loaded.value;
        if (!loaded || this.asking.value !== '') return null;
        this.asking.value = asking;
        this.slow.value = false;
        this.refusal.value = null;
        this.lost.value = [];
        const code = this.code.value.trim().toUpperCase();
        try {
            const item = await takeHold(loaded.event, loaded.layout, selection, code, () => {
                this.slow.value = true;
            });
            this.choose(new Map());
            return item;
        } catch (error) {
            this.refused(asProblem(error), loaded);
            return null;
        } finally {
            this.asking.value = '';
            this.slow.value = false;
        }
    }

    detach(view: ListView): void {
        this.views.delete(view);
    }

    attach(view: ListView): void {
        this.views.add(view);
        const loaded = this.loaded.value;
        if (!loaded) return;
        view.setStatuses(loaded.map.statuses);
        view.setAreas(loaded.map.areas);
        view.setSelection(new Set(this.chosen.value.keys()));
        view.setCategories(this.categories.value);
        view.setAccessibleOnly(this.accessibleOnly.value);
    }

    private refused(problem: Problem, loaded: Loaded): void {
        this.refusal.value = problem;
        if (problem.reason === 'SEAT_UNAVAILABLE') {
            const taken = problem.seatNos();
            loaded.map.markTaken(taken);
            const next = new Map(this.chosen.value);
            for (const seat of taken) next.delete(seat);
            this.choose(next);
        }
        if (problem.reason === 'ORPHAN_SEAT') this.view.show(problem.seatNos());
        if (['SALE_NOT_OPEN', 'SALE_CLOSED', 'EVENT_CANCELLED'].includes(problem.reason)) {
            void this.refresh();
        }
    }

    private choose(next: ReadonlyMap<number, number>): void {
        this.chosen.value = next;
        this.view.setSelection(new Set(next.keys()));
    }

    private statusesReset(): void {
        const loaded = this.loaded.value;
        if (loaded) this.view.setStatuses(loaded.map.statuses);
        this.dropLost([...this.chosen.value.keys()]);
        this.countSoon();
    }

    private statusesChanged(changed: Int32Array): void {
        this.view.changed(changed);
        if (this.chosen.value.size > 0) this.dropLost(changed);
        this.countSoon();
    }

    private areasChanged(): void {
        const loaded = this.loaded.value;
        if (loaded) this.view.setAreas(loaded.map.areas);
        this.countSoon();
    }

    // While we ask, the seats that turn to held are most likely our own.
    private dropLost(changed: Iterable<number>): void {
        const loaded = this.loaded.value;
        if (!loaded || this.asking.value !== '') return;
        const next = new Map(this.chosen.value);
        const lost: number[] = [];
        for (const seat of changed) {
            if (loaded.map.statuses[seat] !== 0 && next.delete(seat)) lost.push(seat);
        }
        if (lost.length === 0) return;
        this.lost.value = lost;
        this.choose(next);
    }

    private countSoon(): void {
        this.countTimer ??= setTimeout(() => {
            this.countTimer = undefined;
            this.countNow();
        }, kCountMs);
    }

    private countNow(): void {
        const loaded = this.loaded.value;
        if (!loaded) return;
        const {layout, facts, map} = loaded;
        this.left.value = leftOf(layout, facts, map.statuses, map.areas);
        this.counted.value = true;
    }
}
