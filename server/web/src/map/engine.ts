// SPDX-License-Identifier: Apache-2.0
// What draws a map, by WebGL or Canvas 2D, and what it is told each frame. An engine also turns
// gestures (drag, pinch, wheel) into cameras; what is pressed is not its business.
import type {BackdropPart} from './backdrop';
import type {Camera, Limits} from './camera';
import type {Palette} from './colors';
import type {Detail} from './detail';
import type {Label} from './labels';
import type {Dirty} from './looks';
import type {Scene} from './scene';

export interface Frame {
    camera: Camera;
    // CSS pixels, and device pixels for each of them.
    width: number;
    height: number;
    ratio: number;
    detail: Detail;
    palette: Palette;
    // By seat number.
    looks: Uint8Array;
    // Seats whose look changed since the last frame.
    dirty: Dirty;
    backdrop: readonly BackdropPart[];
    // Grow with each change of colours, and of labels.
    backdropVersion: number;
    labels: readonly Label[];
    labelsVersion: number;
}

export interface EngineHost {
    scene: Scene;
    limits(): Limits;
    reducedMotion: boolean;
    // A gesture moved the camera.
    moved(camera: Camera): void;
    // A frame is wanted.
    wake(): void;
    // The engine cannot draw any more: another one is needed.
    lost(): void;
}

export interface Engine {
    readonly kind: 'webgl' | 'canvas';
    readonly canvas: HTMLCanvasElement;
    resize(width: number, height: number, ratio: number): void;
    setCamera(camera: Camera): void;
    // Lets gestures run on (a thrown map glides); true while they do.
    advance(elapsedMs: number): boolean;
    // True: more is to be painted though nothing else changes.
    paint(frame: Frame): boolean;
    destroy(): void;
}

// A glide keeps this share of its speed each 16 ms, and stands below this speed, in CSS pixels for
// each millisecond.
export const kGlide = {share: 0.93, still: 0.02} as const;

// The font of all texts on the map; sizes are in CSS pixels.
export function fontOf(size: number, bold: boolean): string {
    const family = "'Avenir Next', 'Seravek', 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', sans-serif";
    return `${bold ? 700 : 500} ${size}px ${family}`;
}
