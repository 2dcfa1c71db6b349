// SPDX-License-Identifier: Apache-2.0
// Seats, sections and what stands about them, in words. Pure.
import {rowOf, SeatKind, sectionOf, type Scene, type SceneSection} from './scene';
import type {Say} from './words';

// "Section 101" where the name is a number or a letter with one, else the name alone: "Balcony".
export function sectionWord(section: SceneSection | undefined, say: Say): string {
    if (!section || section.name === '') return '';
    const short = /^\p{L}{0,2}\d+\p{L}?$|^\p{L}$/u.test(section.name);
    return short ? say('seats.section', {section: section.name}) : section.name;
}

export function placeWords(scene: Scene, seat: number, say: Say): string[] {
    const row = rowOf(scene, seat);
    const label = scene.labels[seat] ?? '';
    return [
        sectionWord(sectionOf(scene, seat), say),
        row && row.label !== '' ? say('seats.row', {row: row.label}) : '',
        label === '' ? '' : say('seats.seat', {seat: label}),
    ].filter((part) => part !== '');
}

export function kindWord(scene: Scene, seat: number, say: Say): string {
    if (scene.kind[seat] === SeatKind.Wheelchair) return say('seats.wheelchair');
    if (scene.kind[seat] !== SeatKind.Companion) return '';
    const other = scene.companionOf[seat] ?? -1;
    const label = other < 0 ? '' : (scene.labels[other] ?? '');
    return label === '' ? say('seats.companion') : say('seats.companionOf', {seat: label});
}

export function statusWord(status: number | undefined, chosen: boolean, say: Say): string {
    if (chosen) return say('seats.chosen');
    switch (status) {
        case 0:
            return say('seats.free');
        case 1:
            return say('seats.held');
        case 2:
            return say('seats.sold');
        default:
            return say('seats.blocked');
    }
}
