// SPDX-License-Identifier: Apache-2.0
// Colours of the map by theme, and what makes a plan's own colours legible on them. Pure.
export type Rgb = readonly [number, number, number];

export function rgbOf(hex: string): Rgb {
    const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex);
    const full = short ? `#${short.slice(1).map((digit) => digit + digit).join('')}` : hex;
    const value = /^#[0-9a-f]{6}$/i.test(full) ? Number.parseInt(full.slice(1), 16) : 0x888888;
    return [value >> 16, (value >> 8) & 255, value & 255];
}

export function hexOf(rgb: Rgb): string {
    const digits = rgb.map((part) => Math.round(part).toString(16).padStart(2, '0'));
    return `#${digits.join('')}`;
}

// `share` of `over` on `under`.
export function mix(under: string, over: string, share: number): string {
    const a = rgbOf(under);
    const b = rgbOf(over);
    const part = (i: 0 | 1 | 2) => a[i] + (b[i] - a[i]) * share;
    return hexOf([part(0), part(1), part(2)]);
}

// Relative luminance and contrast as WCAG 2 defines them.
export function luminance(hex: string): number {
    const [r, g, b] = rgbOf(hex).map((part) => {
        const s = part / 255;
        return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

export function contrast(one: string, other: string): number {
    const a = luminance(one);
    const b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

// `color`, darker or lighter until it stands out from `ground` by `least`.
export function legible(color: string, ground: string, least: number): string {
    const towards = luminance(ground) > 0.3 ? '#000000' : '#ffffff';
    for (let share = 0; share < 1; share += 0.05) {
        const tried = mix(color, towards, share);
        if (contrast(tried, ground) >= least) return tried;
    }
    return towards;
}

const kDarkInk = '#04070a';

// Whichever of white and a dark ink is more legible on it: at least 4.5 to 1 on every colour.
export function inkOn(ground: string): string {
    return contrast('#ffffff', ground) >= contrast(kDarkInk, ground) ? '#ffffff' : kDarkInk;
}

export interface Palette {
    surface: string;
    ink: string;
    dim: string;
    line: string;
    // Of seats that are not to be had.
    taken: string;
    stage: string;
    stageLine: string;
    chosen: string;
    chosenInk: string;
    gold: string;
    // By category number: of seats and outlines.
    category: string[];
}

const kLight = {
    surface: '#fffdf8',
    ink: '#16262b',
    dim: '#4d5d64',
    line: '#ddd3c1',
    taken: '#8b8f8c',
    stage: '#e4dac6',
    stageLine: '#83785f',
    chosen: '#12343b',
    chosenInk: '#fff8ea',
    gold: '#f2b84b',
};
const kDark = {
    surface: '#182228',
    ink: '#f3ead9',
    dim: '#aebbbd',
    line: '#2d3a41',
    taken: '#77868c',
    stage: '#2d3a41',
    stageLine: '#75868d',
    chosen: '#f2b84b',
    chosenInk: '#1c1405',
    gold: '#fff3d6',
};
const kSeatContrast = 3.3;

export function paletteOf(theme: 'light' | 'dark', categories: readonly {color: string}[]): Palette {
    const base = theme === 'dark' ? kDark : kLight;
    const tinted = categories.map(({color}) => {
        const ground = mix(base.surface, color, 0.14);
        return legible(color, ground, kSeatContrast);
    });
    return {...base, category: tinted};
}

// The fill of a block: paler the less is left, without colour where nothing is.
export function blockFill(palette: Palette, category: number, share: number, near: boolean): string {
    const color = palette.category[category] ?? palette.taken;
    if (near) return mix(palette.surface, palette.ink, 0.045);
    if (share <= 0) return mix(palette.surface, palette.taken, 0.16);
    return mix(palette.surface, color, 0.22 + 0.36 * Math.sqrt(share));
}
