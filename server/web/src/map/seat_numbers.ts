// SPDX-License-Identifier: Apache-2.0
// The number on a seat when near: only free, ordinary seats carry one; others carry their sign.
import {inkOn, type Palette} from './colors';
import {kStandings, Standing} from './looks';
import {SeatKind, type Scene} from './scene';
import type {StringStyle} from './strings';

const kLongest = 3;

export function numberOf(
    scene: Scene,
    seat: number,
    look: number,
    palette: Palette,
): (StringStyle & {text: string}) | null {
    if (look % kStandings !== Standing.Available) return null;
    if (scene.kind[seat] === SeatKind.Wheelchair) return null;
    const text = scene.labels[seat] ?? '';
    if (text === '' || text.length > kLongest) return null;
    const color = palette.category[scene.category[seat] ?? 0] ?? palette.taken;
    const ground = scene.kind[seat] === SeatKind.Companion ? palette.surface : color;
    const ink = scene.kind[seat] === SeatKind.Companion ? palette.ink : inkOn(ground);
    return {text, size: text.length > 2 ? 9 : 11, bold: true, color: ink, halo: ''};
}
