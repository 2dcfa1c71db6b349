// SPDX-License-Identifier: Apache-2.0
// How much is drawn at a scale. Pure. A level follows from the distance between neighbouring seats
// in CSS pixels, with a little reluctance to change so that it does not flicker at a bound.
export enum Detail {
    // Hulls with name, price and what is left.
    Sections = 0,
    // Seats as plain dots, hulls fading.
    Dots = 1,
    // Seats with their signs, names of rows.
    Signs = 2,
    // Seats with their numbers.
    Numbers = 3,
}

const kFrom = [0, 4.4, 10.5, 21] as const;
const kReluctance = 0.06;

export function detailAt(pitchPixels: number, before: Detail): Detail {
    let level = Detail.Sections;
    for (let i = 1; i < kFrom.length; ++i) {
        const bound = (kFrom[i] ?? 0) * (before >= i ? 1 - kReluctance : 1 + kReluctance);
        if (pitchPixels >= bound) level = i;
    }
    return level;
}

// The size that seats' pictures are painted with, in device pixels, for seats of `pixels`: a step
// at least as large, so that a picture is only ever made smaller.
const kSteps = [6, 8, 11, 15, 20, 27, 36, 48, 64, 88, 120] as const;

export function pictureSize(pixels: number): number {
    return kSteps.find((step) => step >= pixels) ?? kSteps[kSteps.length - 1] ?? 120;
}
