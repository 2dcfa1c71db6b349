// SPDX-License-Identifier: Apache-2.0
// Where one looks: screen = plan * scale + (x, y), in CSS pixels. Pure; cameras are immutable.
import type {Box} from './geometry';

export interface Camera {
    readonly scale: number;
    readonly x: number;
    readonly y: number;
}

export interface Limits {
    // The plan's part that matters, and the screen.
    box: Box;
    width: number;
    height: number;
    maxScale: number;
}

const kMargin = 14;
// So much of the screen may be empty when the house is pushed to a side.
const kSlack = 0.5;

export function fitScale(limits: Limits): number {
    const {box, width, height} = limits;
    const across = Math.max(1, width - 2 * kMargin) / Math.max(1, box.maxX - box.minX);
    const down = Math.max(1, height - 2 * kMargin) / Math.max(1, box.maxY - box.minY);
    return Math.min(across, down);
}

export function fit(limits: Limits): Camera {
    return centred(limits, midX(limits.box), midY(limits.box), fitScale(limits));
}

export function centred(limits: Limits, x: number, y: number, scale: number): Camera {
    return {scale, x: limits.width / 2 - x * scale, y: limits.height / 2 - y * scale};
}

// The nearest camera that is allowed: never smaller than the whole house, never beside it.
export function clamped(camera: Camera, limits: Limits): Camera {
    const least = fitScale(limits);
    const scale = Math.min(Math.max(camera.scale, least), Math.max(limits.maxScale, least));
    const kept = scale === camera.scale ? camera : scaledAbout(camera, scale, limits);
    const {box, width, height} = limits;
    return {
        scale,
        x: axis(kept.x, box.minX * scale, box.maxX * scale, width),
        y: axis(kept.y, box.minY * scale, box.maxY * scale, height),
    };
}

function axis(shift: number, low: number, high: number, room: number): number {
    if (high - low <= room) {
        const centre = (room - low - high) / 2;
        const free = (room - (high - low)) / 2 - kMargin;
        return Math.min(Math.max(shift, centre - Math.max(0, free)), centre + Math.max(0, free));
    }
    const slack = room * kSlack;
    return Math.min(Math.max(shift, room - slack - high), slack - low);
}

function scaledAbout(camera: Camera, scale: number, limits: Limits): Camera {
    return zoomed(camera, scale / camera.scale, limits.width / 2, limits.height / 2);
}

// The point under (px, py) stays there.
export function zoomed(camera: Camera, factor: number, px: number, py: number): Camera {
    return {
        scale: camera.scale * factor,
        x: px - (px - camera.x) * factor,
        y: py - (py - camera.y) * factor,
    };
}

// Brings `box` into view with room around it, no nearer than `maxScale`.
export function showing(limits: Limits, box: Box, maxScale: number): Camera {
    const pad = 1.25;
    const across = limits.width / Math.max(1e-6, (box.maxX - box.minX) * pad);
    const down = limits.height / Math.max(1e-6, (box.maxY - box.minY) * pad);
    const scale = Math.min(across, down, maxScale, limits.maxScale);
    return clamped(centred(limits, midX(box), midY(box), scale), limits);
}

export function visibleBox(camera: Camera, width: number, height: number): Box {
    return {
        minX: -camera.x / camera.scale,
        minY: -camera.y / camera.scale,
        maxX: (width - camera.x) / camera.scale,
        maxY: (height - camera.y) / camera.scale,
    };
}

// From one camera to another at `t` in [0, 1]: the scale by its logarithm, the middle with it.
export function between(from: Camera, to: Camera, t: number, limits: Limits): Camera {
    const scale = from.scale * Math.pow(to.scale / from.scale, t);
    const share =
        Math.abs(to.scale - from.scale) < 1e-9 * from.scale
            ? t
            : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale);
    const fromX = (limits.width / 2 - from.x) / from.scale;
    const fromY = (limits.height / 2 - from.y) / from.scale;
    const toX = (limits.width / 2 - to.x) / to.scale;
    const toY = (limits.height / 2 - to.y) / to.scale;
    const x = fromX + (toX - fromX) * share;
    const y = fromY + (toY - fromY) * share;
    return centred(limits, x, y, scale);
}

function midX(box: Box): number {
    return (box.minX + box.maxX) / 2;
}

function midY(box: Box): number {
    return (box.minY + box.maxY) / 2;
}
