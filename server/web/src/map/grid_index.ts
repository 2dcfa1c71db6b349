// SPDX-License-Identifier: Apache-2.0
// Which seats are where: a grid over the plan, its seats sorted by cell in one array.
//
// Pure and immutable. Building is linear in the seats; a query is linear in the cells it touches and
// the seats in them. Seats outside of every cell do not exist: the grid spans all of them.
import type {Box} from './geometry';

const kSeatsPerCell = 24;

export class GridIndex {
    readonly columns: number;
    readonly rows: number;
    readonly cell: number;
    // Seats of cell c: order[starts[c]] to order[starts[c + 1] - 1].
    private readonly starts: Int32Array;
    private readonly order: Int32Array;

    constructor(
        private readonly xs: Float32Array,
        private readonly ys: Float32Array,
        private readonly box: Box,
    ) {
        const count = xs.length;
        const width = Math.max(1, box.maxX - box.minX);
        const height = Math.max(1, box.maxY - box.minY);
        this.cell = Math.sqrt((width * height * kSeatsPerCell) / Math.max(1, count));
        this.columns = Math.floor(width / this.cell) + 1;
        this.rows = Math.floor(height / this.cell) + 1;
        this.starts = new Int32Array(this.columns * this.rows + 1);
        this.order = new Int32Array(count);
        const cells = new Int32Array(count);
        for (let seat = 0; seat < count; ++seat) {
            const cell = this.cellOf(xs[seat] ?? 0, ys[seat] ?? 0);
            cells[seat] = cell;
            this.starts[cell + 1]!++;
        }
        for (let i = 1; i < this.starts.length; ++i) this.starts[i]! += this.starts[i - 1] ?? 0;
        const next = this.starts.slice();
        for (let seat = 0; seat < count; ++seat) {
            this.order[next[cells[seat] ?? 0]!++] = seat;
        }
    }

    // Calls `visit` for every seat of the cells that touch `box`: some may lie just outside of it.
    each(box: Box, visit: (seat: number) => void): void {
        const firstColumn = this.columnOf(box.minX);
        const lastColumn = this.columnOf(box.maxX);
        const lastRow = this.rowOf(box.maxY);
        for (let row = this.rowOf(box.minY); row <= lastRow; ++row) {
            const from = this.starts[row * this.columns + firstColumn] ?? 0;
            const to = this.starts[row * this.columns + lastColumn + 1] ?? 0;
            for (let i = from; i < to; ++i) visit(this.order[i] ?? 0);
        }
    }

    // The seat whose middle is nearest to the point, at most `reach` away; -1: there is none.
    nearest(x: number, y: number, reach: number): number {
        let best = -1;
        let bestSquare = reach * reach;
        const box = {minX: x - reach, minY: y - reach, maxX: x + reach, maxY: y + reach};
        this.each(box, (seat) => {
            const dx = (this.xs[seat] ?? 0) - x;
            const dy = (this.ys[seat] ?? 0) - y;
            const square = dx * dx + dy * dy;
            if (square <= bestSquare) {
                bestSquare = square;
                best = seat;
            }
        });
        return best;
    }

    private cellOf(x: number, y: number): number {
        return this.rowOf(y) * this.columns + this.columnOf(x);
    }

    private columnOf(x: number): number {
        return clamp(Math.floor((x - this.box.minX) / this.cell), this.columns - 1);
    }

    private rowOf(y: number): number {
        return clamp(Math.floor((y - this.box.minY) / this.cell), this.rows - 1);
    }
}

function clamp(value: number, most: number): number {
    return value < 0 ? 0 : value > most ? most : value;
}
