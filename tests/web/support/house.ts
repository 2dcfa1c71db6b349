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
    async pairs(section: string): Promise<[Place, Place][]> {
        const free = await this.freeSeats();
        const isFree = (place: Place | undefined) => place !== undefined && free.has(place.seatNo);
        return this.rows
            .filter((row) => row[0]?.section === section)
            .flatMap((row) =>
                row.slice(1).flatMap((right, index): [Place, Place][] => {
                    const left = row[index]!;
                    const fits =
                        left.ordinary && right.ordinary && isFree(left) && isFree(right);
                    const before = isFree(row[index - 1]) === isFree(row[index - 2]);
                    const after = isFree(row[index + 2]) === isFree(row[index + 3]);
                    return fits && before && after ? [[left, right]] : [];
                }),
            );
    }

    // Single free seats at the beginning of rows that are free: taking one leaves the rest together.
    async ends(section: string): Promise<Place[]> {
        const free = await this.freeSeats();
        return this.rows
            .filter((row) => row[0]?.section === section && row.length > 3)
            .filter((row) => row.every((place) => place.ordinary && free.has(place.seatNo)))
            .map((row) => row[0]!);
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
