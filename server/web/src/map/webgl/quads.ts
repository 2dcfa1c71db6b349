// SPDX-License-Identifier: Apache-2.0
// A growing buffer of quads with one stride, and its indices. The corners of a quad are at
// consecutive vertices: top left, top right, bottom left, bottom right.
import {Buffer, BufferUsage, Geometry, type VertexFormat} from 'pixi.js';

export interface QuadAttribute {
    name: string;
    format: VertexFormat;
    offset: number;
}

const kFirst = 256;

export class Quads {
    readonly geometry: Geometry;
    floats: Float32Array;
    bytes: Uint8Array;
    count = 0;
    private capacity = kFirst;
    private readonly vertices: Buffer;
    private readonly indices: Buffer;

    // `stride` in bytes, a multiple of four.
    constructor(
        private readonly stride: number,
        attributes: readonly QuadAttribute[],
    ) {
        this.floats = new Float32Array((kFirst * 4 * stride) / 4);
        this.bytes = new Uint8Array(this.floats.buffer);
        const usage = BufferUsage.VERTEX | BufferUsage.COPY_DST;
        this.vertices = new Buffer({data: this.floats, usage, shrinkToFit: false});
        const indexUsage = BufferUsage.INDEX | BufferUsage.COPY_DST;
        const data = indicesOf(kFirst);
        this.indices = new Buffer({data, usage: indexUsage, shrinkToFit: false});
        this.geometry = new Geometry({
            attributes: Object.fromEntries(
                attributes.map(({name, format, offset}) => [
                    name,
                    {buffer: this.vertices, format, stride, offset},
                ]),
            ),
            indexBuffer: this.indices,
        });
    }

    // Room for `count` quads; what was there is void.
    reserve(count: number): void {
        if (count <= this.capacity) return;
        this.capacity = Math.ceil(count * 1.3);
        this.floats = new Float32Array((this.capacity * 4 * this.stride) / 4);
        this.bytes = new Uint8Array(this.floats.buffer);
        this.vertices.data = this.floats;
        this.indices.data = indicesOf(this.capacity);
    }

    // Hands quads [from, to) to the graphics card; all that count where no range is given.
    upload(from = 0, to = this.count): void {
        this.geometry.indexCount = this.count * 6;
        if (to <= from) return;
        const bytes = 4 * this.stride;
        this.vertices.update((to - from) * bytes, from * bytes);
    }

    destroy(): void {
        this.geometry.destroy(true);
    }
}

function indicesOf(quads: number): Uint32Array {
    const indices = new Uint32Array(quads * 6);
    for (let quad = 0; quad < quads; ++quad) {
        const v = quad * 4;
        indices.set([v, v + 1, v + 2, v + 2, v + 1, v + 3], quad * 6);
    }
    return indices;
}
