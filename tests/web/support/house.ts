// SPDX-License-Identifier: Apache-2.0
// An event's house by its public API: where seats are on the plan, what they are called, which are
// free, and which pairs a person may take without leaving a single seat behind.
import {url} from './stack';

export interface Place {
    seatNo: number;
    section: string;
    row: string;
    label: string;
    x: number;
    y: number;
    ordinary: boolean;
}

interface LayoutAnswer {
    sections: {
        name: string;
        rows: {
            label: string;
            seats: {seatNo?: number; label: string; x?: number; y?: number; kind: string}[];
        }[];
    }[];
}

export async function getJson<Answer>(path: string): Promise<Answer> {
    const response = await fetch(url + path);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
}

export class House {
    private readonly byName = new Map<string, Place>();

    private constructor(
        readonly event: string,
        readonly rows: Place[][],
    ) {
        for (const place of rows.flat()) this.byName.set(spoken(place), place);
    }

    static async of(event: string): Promise<House> {
        const layout = await getJson<LayoutAnswer>(`/v1/events/${event}/layout`);
        const rows = layout.sections.flatMap((section) =>
            section.rows.map((row) =>
                row.seats.map((seat) => ({
                    seatNo: seat.seatNo ?? 0,
                    section: section.name,
                    row: row.label,
                    label: seat.label,
                    x: seat.x ?? 0,
                    y: seat.y ?? 0,
                    ordinary: seat.kind === 'ORDINARY',
                })),
            ),
        );
        return new House(event, rows);
    }

    // The seat that the map calls so, in English.
    named(name: string): Place | undefined {
        return this.byName.get(name);
    }

    async freeSeats(): Promise<Set<number>> {
        const map = await getJson<{statuses: string}>(`/v1/events/${this.event}/seatmap`);
        const bytes = Buffer.from(map.statuses, 'base64');
        return new Set([...bytes.keys()].filter((seat) => bytes[seat] === 0));
    }

    // Neighbours, both free, that leave no single free seat beside them.
    pairs(section: string): Promise<Place[][]> {
        return this.groups(section, 2);
    }

    // Free seats that leave no single free seat beside them.
    singles(section: string): Promise<Place[][]> {
        return this.groups(section, 1);
    }

    private async groups(section: string, count: number): Promise<Place[][]> {
        const free = await this.freeSeats();
        const found: Place[][] = [];
        for (const row of this.rows.filter((row) => row[0]?.section === section)) {
            const isFree = (at: number) => free.has(row[at]?.seatNo ?? -1);
            for (let at = 0; at + count <= row.length; ++at) {
                const group = row.slice(at, at + count);
                const fits = group.every((place, i) => place.ordinary && isFree(at + i));
                const before = isFree(at - 1) === isFree(at - 2);
                const after = isFree(at + count) === isFree(at + count + 1);
                if (fits && before && after) found.push(group);
            }
        }
        return found;
    }

    middleOf(section: string): {x: number; y: number} {
        const places = this.rows.flat().filter((place) => place.section === section);
        return centre(places);
    }

    get middle(): {x: number; y: number} {
        return centre(this.rows.flat());
    }

    get size(): {width: number; height: number} {
        const places = this.rows.flat();
        const xs = places.map(({x}) => x);
        const ys = places.map(({y}) => y);
        return {
            width: Math.max(...xs) - Math.min(...xs),
            height: Math.max(...ys) - Math.min(...ys),
        };
    }
}

function centre(places: readonly Place[]): {x: number; y: number} {
    const xs = places.map(({x}) => x);
    const ys = places.map(({y}) => y);
    return {
        x: (Math.min(...xs) + Math.max(...xs)) / 2,
        y: (Math.min(...ys) + Math.max(...ys)) / 2,
    };
}

// As the map's label has it: a section that is a number is "Section 101".
function spoken({section, row, label}: Place): string {
    const short = /^[A-Za-z]{0,2}\d+[A-Za-z]?$|^[A-Za-z]$/.test(section);
    return [short ? `Section ${section}` : section, `Row ${row}`, `Seat ${label}`].join(' · ');
}

// As the page's lists have it.
export function listed({section, row, label}: Place): string {
    return `${section}, Row ${row}, Seat ${label}`;
}
