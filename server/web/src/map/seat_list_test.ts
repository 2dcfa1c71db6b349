// SPDX-License-Identifier: Apache-2.0
import {beforeEach, describe, expect, it, vi} from 'vitest';
import type {MapOptions} from './contract';
import {sceneOf} from './scene';
import {SeatListModel} from './seat_list_model';
import {testLayout} from './test_layout';
import {sayBy, type Words} from './words';
import {ar} from './words/ar';
import {de} from './words/de';
import {en} from './words/en';
import {es} from './words/es';
import {fr} from './words/fr';

describe('SeatListModel', () => {
    let model: SeatListModel;
    let pressed: number[];
    const statuses = new Uint8Array(38);
    const names = () => model.lines.map((line) => model.labelOf(line));

    beforeEach(() => {
        vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
            run();
            return 1;
        });
        pressed = [];
        statuses.fill(0);
        const layout = testLayout();
        const options: MapOptions = {
            layout,
            priceOf: () => '€45',
            text: (key) => key,
            theme: 'light',
            reducedMotion: true,
            wishes: {seat: (seat) => pressed.push(seat), area: () => undefined},
        };
        model = new SeatListModel(sceneOf(layout), options, sayBy(en, 'en'));
        model.setStatuses(statuses);
    });

    it('filters as the map does where two price bands are pressed', () => {
        const {scene} = model;
        const free = (wanted: number[]) => scene.category.filter((of) => wanted.includes(of)).length;
        const [first = 0, second = 0] = [...new Set(scene.category)];
        expect(second).not.toBe(first);
        model.setCategories(new Set([first]));
        expect(model.found()).toBe(free([first]));
        model.setCategories(new Set([first, second]));
        expect(model.found()).toBe(free([first, second]));
        model.setCategories(new Set([second]));
        expect(model.found()).toBe(free([second]));
        model.setCategories(new Set());
        expect(model.found()).toBe(scene.seatCount);
    });

    it('opens sections and rows, and says what is left', () => {
        expect(names()).toEqual(['Section 101', 'Balcony']);
        model.toggle(1);
        expect(names()).toEqual(['Section 101', 'Balcony', 'Row C', 'Row D', 'Row E']);
        model.toggle(4);
        expect(names()[5]).toBe('Seat 1, wheelchair place');
        expect(names()[6]).toBe('Seat 2, companion seat of wheelchair place 1');
        expect(model.moreOf(model.lines[1]!)).toBe('24 left');
        expect(model.moreOf(model.lines[5]!)).toBe('€45 · free');
        expect(model.placeOf(3)).toEqual({position: 2, siblings: 3});
        expect(model.parentOf(6)).toBe(4);
        model.toggle(1);
        expect(names()).toHaveLength(2);
    });

    it('asks for free and chosen seats only, and says why not for others', () => {
        statuses[1] = 2;
        model.setStatuses(statuses);
        model.show([0]);
        const at = model.focused.value;
        model.toggle(at);
        model.toggle(at + 1);
        expect(pressed).toEqual([0]);
        expect(model.said.value).toBe('Section 101, Row A, Seat 2: sold');
        model.setSelection(new Set([0]));
        expect(model.said.value).toBe('Section 101, Row A, Seat 1: chosen');
        model.setSelection(new Set());
        expect(model.said.value).toBe('Section 101, Row A, Seat 1: put back');
    });

    it('says when the seat one is at changes, and not when another does', () => {
        model.show([2]);
        statuses[3] = 1;
        model.changed(Int32Array.of(3));
        expect(model.said.value).toBe('');
        statuses[2] = 1;
        model.changed(Int32Array.of(2));
        expect(model.said.value).toBe('Section 101, Row A, Seat 3: now held by somebody');
    });

    it('filters by price, by what is free and by accessible places, and keeps the focus', () => {
        model.show([31]);
        model.filter(() => (model.accessibleOnly.value = true));
        expect(names()).toEqual([
            'Balcony',
            'Row E',
            'Seat 1, wheelchair place',
            'Seat 2, companion seat of wheelchair place 1',
        ]);
        expect(model.focused.value).toBe(3);
        expect(model.said.value).toBe('2 free places');
        model.filter(() => (model.accessibleOnly.value = false));
        statuses.fill(2, 0, 14);
        model.setStatuses(statuses);
        model.filter(() => (model.freeOnly.value = true));
        expect(names()[0]).toBe('Balcony');
    });

    it('goes to what is typed', () => {
        expect(model.typeAhead('b', 1000)).toBe(1);
        expect(model.typeAhead('1', 5000)).toBe(0);
        expect(model.typeAhead('0', 5300)).toBe(0);
        expect(model.typeAhead('x', 5400)).toBe(-1);
    });
});

describe('words', () => {
    const all: Record<string, Words> = {en, de, fr, es, ar};
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

    it.each(Object.entries(all))('of %s are complete, with the same places to fill', (_, words) => {
        expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort());
        for (const [key, text] of Object.entries(words)) {
            const english = en[key as keyof typeof en];
            const wanted = holes(typeof english === 'string' ? english : english.other);
            expect(holes(typeof text === 'string' ? text : text.other), key).toEqual(wanted);
        }
    });

    it('take the form of the number, and the text of the page first', () => {
        const say = sayBy(en, 'en', (key) => (key === 'seats.sold' ? 'gone' : key));
        expect(say('seats.found', {n: 1})).toBe('1 free place');
        expect(say('seats.found', {n: 1200})).toBe('1,200 free places');
        expect(say('seats.sold')).toBe('gone');
    });
});
