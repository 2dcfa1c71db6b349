// SPDX-License-Identifier: Apache-2.0
// The house's picture: tiles laid in arcs about a stage, like seats and like an old floor. Each
// event has its own, made from its id: the same everywhere, and no file to fetch.
import {useMemo} from 'preact/hooks';

export interface MosaicPaths {
    colors: string[];
    paths: string[];
}

// Grounds and tiles; every set has been chosen to stay apart from its ground in both themes.
const kPalettes: readonly (readonly string[])[] = [
    ['#12343b', '#1c4c55', '#2c6e6a', '#3f9c90', '#e9dcc3', '#f2b84b', '#d9603b'],
    ['#3a1720', '#5a2230', '#8a3140', '#c4573f', '#f0d9b5', '#e8a33d', '#3f9c90'],
    ['#1b2140', '#2a3468', '#44559a', '#7a8fd0', '#efe3cb', '#f2b84b', '#d9603b'],
    ['#2b2a1c', '#4a4a28', '#73783a', '#a9a85a', '#f3e6c4', '#d9603b', '#2c6e6a'],
    ['#2a1a3a', '#43295c', '#6b4391', '#a77bc4', '#f1dfd0', '#f2b84b', '#3f9c90'],
    ['#0f2b3d', '#17455f', '#28708f', '#6fb1c4', '#f1e5cf', '#e07a4a', '#c8a24a'],
];

// A small deterministic sequence in [0, 1) from a text (xmur3 into mulberry32's form).
export function sequenceOf(seed: string): () => number {
    let state = 2166136261;
    for (let i = 0; i < seed.length; ++i) {
        state = Math.imul(state ^ seed.charCodeAt(i), 16777619);
    }
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
}

interface Arc {
    x: number;
    y: number;
    inner: number;
    outer: number;
}

function tile(arc: Arc, from: number, to: number, next: () => number): string {
    const wobble = () => (next() - 0.5) * 1.1;
    const corner = (radius: number, angle: number) => {
        const x = arc.x + radius * Math.cos(angle) + wobble();
        const y = arc.y + radius * Math.sin(angle) + wobble();
        return `${x.toFixed(1)} ${y.toFixed(1)}`;
    };
    return (
        `M${corner(arc.inner, from)}L${corner(arc.outer, from)}` +
        `L${corner(arc.outer, to)}L${corner(arc.inner, to)}z`
    );
}

// Which colour a tile has: bands that a wave runs through, with a few tiles out of line.
function colorOf(ring: number, angle: number, wave: number, next: () => number): number {
    const chance = next();
    if (chance < 0.05) return 6;
    if (chance < 0.1) return 5;
    const height = ring + Math.sin(angle * 3 + wave) * 2.2;
    const band = Math.floor(height / 1.9);
    return [4, 5, 3, 2, 1, 3, 1, 2, 1, 2, 1][Math.abs(band) % 11] ?? 1;
}

export function mosaicPaths(seed: string, width: number, height: number): MosaicPaths {
    const next = sequenceOf(seed);
    const palette = kPalettes[Math.floor(next() * kPalettes.length)] ?? kPalettes[0] ?? [];
    const center = {x: width * (0.15 + next() * 0.7), y: height * (1.02 + next() * 0.2)};
    const wave = next() * 6;
    const step = height / 10;
    const lists: string[][] = palette.map(() => []);
    const reach = Math.hypot(width, height * 1.3);
    for (let ring = 1; ring * step < reach; ++ring) {
        const arc = {...center, inner: ring * step + 1, outer: (ring + 1) * step - 0.8};
        const count = Math.max(6, Math.round((Math.PI * 2 * arc.inner) / (step * 1.15)));
        for (let i = 0; i < count; ++i) {
            const from = (Math.PI * 2 * (i + (ring % 2) / 2)) / count;
            const to = from + (Math.PI * 2) / count - 1.6 / arc.inner;
            const color = colorOf(ring, from, wave, next);
            const x = center.x + arc.inner * Math.cos(from);
            const y = center.y + arc.inner * Math.sin(from);
            if (x < -step || x > width + step || y < -step || y > height + step) continue;
            lists[color]?.push(tile(arc, from, to, next));
        }
    }
    return {colors: [...palette], paths: lists.map((list) => list.join(''))};
}

export interface MosaicProps {
    seed: string;
    width?: number;
    height?: number;
    class?: string;
}

export function Mosaic({seed, width = 320, height = 180, class: name}: MosaicProps) {
    const made = useMemo(() => mosaicPaths(seed, width, height), [seed, width, height]);
    return (
        <svg
            class={`mosaic ${name ?? ''}`}
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="xMidYMid slice"
            aria-hidden="true"
            focusable="false"
        >
            <rect width={width} height={height} fill={made.colors[0]} />
            {made.paths.map((path, index) =>
                path === '' ? null : <path key={index} d={path} fill={made.colors[index]} />,
            )}
        </svg>
    );
}

// The name of the house: four tiles and the word.
export function Mark() {
    return (
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect width="32" height="32" rx="7" fill="#12343b" />
            <path fill="#f2b84b" d="M6 6.4 15 6v4.6l-9 .4z" />
            <path fill="#e9dcc3" d="m16.6 6 9.4.5-.3 4.7-9.1-.5z" />
            <path fill="#d9603b" d="m13.6 12.4 5 .1-.2 6.2-4.7-.1z" />
            <path fill="#3f9c90" d="m13.7 20 4.6.2-.2 6-4.3-.2z" />
        </svg>
    );
}
