// SPDX-License-Identifier: Apache-2.0
// What is left in blocks, sections and categories, kept with every change of statuses. Pure.
//
// It keeps the bytes it has counted, so that telling it of a seat twice, or of one that did not
// change, is harmless. A change costs constant time.
import type {Scene} from './scene';
import {rowOf} from './scene';

export class Tally {
    readonly byBlock: Int32Array;
    readonly bySection: Int32Array;
    readonly byRow: Int32Array;
    readonly byCategory = new Map<number, number>();
    private readonly counted: Uint8Array;

    constructor(private readonly scene: Scene) {
        this.byBlock = new Int32Array(scene.blocks.length);
        this.bySection = new Int32Array(scene.sections.length);
        this.byRow = new Int32Array(scene.rows.length);
        this.counted = new Uint8Array(scene.seatCount).fill(255);
    }

    reset(statuses: Uint8Array): void {
        for (let seat = 0; seat < this.scene.seatCount; ++seat) this.update(seat, statuses);
    }

    // True where the seat's byte is another than the one counted before.
    update(seat: number, statuses: Uint8Array): boolean {
        const before = this.counted[seat];
        const now = statuses[seat] ?? 0;
        if (before === undefined || before === now) return false;
        this.counted[seat] = now;
        if (now === 0) this.add(seat, 1);
        else if (before === 0) this.add(seat, -1);
        return true;
    }

    private add(seat: number, by: number): void {
        const {scene} = this;
        const block = scene.block[seat] ?? -1;
        if (block >= 0) this.byBlock[block]! += by;
        this.byRow[scene.row[seat] ?? 0]! += by;
        this.bySection[rowOf(scene, seat)?.section ?? 0]! += by;
        const category = scene.category[seat] ?? 0;
        this.byCategory.set(category, (this.byCategory.get(category) ?? 0) + by);
    }
}
