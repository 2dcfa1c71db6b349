// SPDX-License-Identifier: Apache-2.0
// A busy sale: seats of an event are held and given back at a steady rate, by the public API.
import {randomBytes} from 'node:crypto';
import {newRequestId} from './admin';
import {House} from './house';
import {url} from './stack';

// So many seats change with one request.
const kPerRequest = 7;

async function post<Answer>(path: string, headers: Record<string, string>, body: object) {
    const response = await fetch(url + path, {
        method: 'POST',
        headers: {'Content-Type': 'application/json', ...headers},
        body: JSON.stringify({...body, requestId: newRequestId()}),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
}

export class SeatChanges {
    // Seats that changed so far.
    changed = 0;
    private running = true;
    private readonly caller = {'X-Caller-Key': randomBytes(32).toString('base64url')};

    private constructor(
        private readonly event: string,
        private readonly groups: number[][],
    ) {}

    static async of(event: string): Promise<SeatChanges> {
        const house = await House.of(event);
        const groups = house.rows.flatMap((row) =>
            row.length >= kPerRequest && row.every(({ordinary}) => ordinary)
                ? [row.slice(0, kPerRequest).map(({seatNo}) => seatNo)]
                : [],
        );
        return new SeatChanges(event, groups);
    }

    // Until stop(): `rate` seats a second, as far as the server answers in time.
    async run(rate: number): Promise<void> {
        const begun = performance.now();
        const open = new Set<Promise<void>>();
        for (let turn = 0; this.running; ++turn) {
            const due = begun + (turn * 2 * kPerRequest * 1000) / rate;
            const wait = due - performance.now();
            if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
            const group = this.groups[(turn * 37) % this.groups.length]!;
            const doing = this.holdAndGiveBack(group).finally(() => open.delete(doing));
            open.add(doing);
            if (open.size >= 16) await Promise.race(open);
        }
        await Promise.all(open);
    }

    stop(): void {
        this.running = false;
    }

    private async holdAndGiveBack(seatNos: number[]): Promise<void> {
        const path = `/v1/events/${this.event}/reservations`;
        const seats = seatNos.map((seatNo) => ({seatNo, ticketTypeNo: 0}));
        const held = await post<{reservation: string; holderToken: string}>(path, this.caller, {
            seats: {seats},
        });
        this.changed += seatNos.length;
        const holder = {'X-Holder-Token': held.holderToken};
        await post(`${path}/${held.reservation}:cancel`, holder, {});
        this.changed += seatNos.length;
    }
}
