// SPDX-License-Identifier: Apache-2.0
// What an event's sale is at an instant, its price bands and what is left in them. Pure.
import type {Layout, Money} from '../../api/types';
import type {EventConfig, TesseraEvent} from '../../api/types_sale';

export type Phase = 'cancelled' | 'draft' | 'before' | 'presale' | 'open' | 'closed' | 'notHere';

// Instants in milliseconds since 1970; each begins at its instant.
export function phaseOf(event: TesseraEvent, now: number): Phase {
    const windows = event.config.saleWindows ?? {};
    const at = (text: string | undefined) => (text === undefined ? null : Date.parse(text));
    const closes = at(windows.closesAt) ?? Date.parse(event.config.startsAt);
    if (event.saleState === 'CANCELLED') return 'cancelled';
    if (event.saleState === 'CLOSED' || now >= closes) return 'closed';
    if (event.saleState === 'DRAFT') return 'draft';
    const channels = event.config.channels ?? [];
    if (channels.length > 0 && !channels.includes('WEB')) return 'notHere';
    const opens = at(windows.opensAt);
    if (opens === null || now >= opens) return 'open';
    const presale = at(windows.presaleOpensAt);
    return presale !== null && now >= presale ? 'presale' : 'before';
}

export function priceOf(
    config: EventConfig,
    categoryNo: number,
    ticketTypeNo: number,
): Money | undefined {
    return config.prices?.find(
        (price) =>
            (price.categoryNo ?? 0) === categoryNo && (price.ticketTypeNo ?? 0) === ticketTypeNo,
    )?.allIn;
}

// The ticket types that are sold in a category, in the event's order.
export function typesIn(config: EventConfig, categoryNo: number): number[] {
    return config.ticketTypes
        .map((type) => type.ticketTypeNo ?? 0)
        .filter((type) => priceOf(config, categoryNo, type) !== undefined);
}

export interface Band {
    categoryNo: number;
    name: string;
    color: string;
    // The all-in price of the event's first type sold in it.
    full: Money;
    seats: boolean;
    areas: boolean;
}

export function bandsOf(config: EventConfig, layout: Layout): Band[] {
    const withSeats = new Set<number>();
    for (const section of layout.sections ?? []) {
        for (const row of section.rows) {
            for (const seat of row.seats) withSeats.add(seat.categoryNo ?? 0);
        }
    }
    const withAreas = new Set((layout.areas ?? []).map((area) => area.categoryNo ?? 0));
    const bands: Band[] = [];
    for (const category of layout.categories) {
        const categoryNo = category.categoryNo ?? 0;
        const type = typesIn(config, categoryNo)[0];
        const full = type === undefined ? undefined : priceOf(config, categoryNo, type);
        if (full === undefined) continue;
        const seats = withSeats.has(categoryNo);
        const areas = withAreas.has(categoryNo);
        if (!seats && !areas) continue;
        bands.push({
            categoryNo,
            name: category.name,
            color: category.color,
            full,
            seats,
            areas,
        });
    }
    return bands;
}

// What is known of each seat by its number: where it is and what it is.
export interface SeatFacts {
    section: string;
    row: string;
    label: string;
    categoryNo: number;
    kind: 'ORDINARY' | 'WHEELCHAIR' | 'COMPANION';
}

export function seatFactsOf(layout: Layout): SeatFacts[] {
    const facts: SeatFacts[] = [];
    for (const section of layout.sections ?? []) {
        for (const row of section.rows) {
            for (const seat of row.seats) {
                facts[seat.seatNo ?? 0] = {
                    section: section.name ?? '',
                    row: row.label ?? '',
                    label: seat.label ?? '',
                    categoryNo: seat.categoryNo ?? 0,
                    kind: seat.kind,
                };
            }
        }
    }
    return facts;
}

export interface Left {
    byCategory: Map<number, number>;
    accessible: number;
    total: number;
}

// Free places now: seats whose byte is 0, and what areas have left.
export function leftOf(
    layout: Layout,
    facts: readonly SeatFacts[],
    statuses: Uint8Array,
    areas: ReadonlyMap<number, number>,
): Left {
    const left: Left = {byCategory: new Map(), accessible: 0, total: 0};
    const add = (category: number, count: number) => {
        left.byCategory.set(category, (left.byCategory.get(category) ?? 0) + count);
        left.total += count;
    };
    for (let seat = 0; seat < statuses.length; ++seat) {
        if (statuses[seat] !== 0) continue;
        const known = facts[seat];
        if (known === undefined) continue;
        add(known.categoryNo, 1);
        if (known.kind === 'WHEELCHAIR') ++left.accessible;
    }
    for (const area of layout.areas ?? []) {
        add(area.categoryNo ?? 0, areas.get(area.areaNo ?? 0) ?? 0);
    }
    return left;
}
