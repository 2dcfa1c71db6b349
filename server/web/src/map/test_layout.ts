// SPDX-License-Identifier: Apache-2.0
// A small house for tests: two curved sections, the second with two price bands, a wheelchair place
// with its companion, a stage within nothing and a standing area.
import type {Layout, Row, Seat} from '../api/types';

export function testLayout(): Layout {
    let seatNo = 0;
    const rowAt = (label: string, y: number, count: number, categoryNo: number): Row => {
        const seats: Seat[] = [];
        for (let i = 0; i < count; ++i) {
            const x = 100 + (i - (count - 1) / 2) * 20;
            const curve = ((i - (count - 1) / 2) / count) ** 2 * 30;
            seats.push({
                seatNo,
                label: String(i + 1),
                x,
                y: y + curve,
                categoryNo,
                kind: 'ORDINARY',
                guid: `s${seatNo}`,
                radius: 9,
            });
            ++seatNo;
        }
        return {label, seats};
    };
    const front = [rowAt('A', 100, 6, 0), rowAt('B', 125, 8, 0)];
    const back = [rowAt('C', 200, 8, 0), rowAt('D', 225, 8, 1), rowAt('E', 250, 8, 1)];
    const chair = back[2]!.seats[0]!;
    chair.kind = 'WHEELCHAIR';
    const beside = back[2]!.seats[1]!;
    beside.kind = 'COMPANION';
    beside.companionOf = chair.seatNo ?? 0;
    return {
        layout: 'l',
        venue: 'v',
        name: 'Test house',
        version: 1,
        width: 400,
        height: 400,
        categories: [
            {categoryNo: 0, name: 'Front', color: '#b5651d'},
            {categoryNo: 1, name: 'Back', color: '#3b6ea5'},
        ],
        sections: [
            {sectionNo: 0, name: '101', rows: front},
            {sectionNo: 1, name: 'Balcony', rows: back},
        ],
        areas: [
            {
                areaNo: 0,
                name: 'Standing',
                categoryNo: 1,
                capacity: 50,
                shape: {kind: 'RECTANGLE', points: [{x: 220, y: 100}, {x: 300, y: 200}]},
            },
        ],
        shapes: [{kind: 'CIRCLE', center: {x: 100, y: 40}, radiusX: 20, text: 'STAGE'}],
        seatCount: seatNo,
    };
}
