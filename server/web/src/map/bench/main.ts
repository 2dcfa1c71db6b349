// SPDX-License-Identifier: Apache-2.0
// A page with only the seat map, or only the list, of a layout file: for measuring and looking.
// Query: plan (name of a JSON file beside the page), renderer=canvas, theme=dark, lang, list=1.
import '../../ui/styles/base.css';
import type {Layout} from '../../api/types';
import type {MapOptions, SeatMapView} from '../contract';
import {createSeatMap} from '../index';
import {createSeatListModel, SeatList} from '../seat_list';
import {h, render} from 'preact';

const query = new URLSearchParams(location.search);
const kSeed = 20261125;

// Numbers in [0, 1), the same each time.
function randomBy(seed: number): () => number {
    let state = seed;
    return () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32;
    };
}

function firstStatuses(count: number, random: () => number): Uint8Array {
    const statuses = new Uint8Array(count);
    for (let seat = 0; seat < count; ) {
        const run = 1 + Math.floor(random() * 9);
        const dice = random();
        const status = dice < 0.55 ? 0 : dice < 0.65 ? 1 : dice < 0.94 ? 2 : 3;
        statuses.fill(status, seat, seat + run);
        seat += run;
    }
    return statuses;
}

function optionsOf(layout: Layout): MapOptions {
    const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
    const lang = query.get('lang') ?? 'en';
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = lang;
    document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
    const money = new Intl.NumberFormat(lang, {style: 'currency', currency: 'EUR'});
    return {
        layout,
        priceOf: (category) => money.format(45 + 20 * category),
        text: (key) => key,
        theme,
        reducedMotion: query.has('still'),
        ...(query.get('renderer') === 'canvas' ? {renderer: 'canvas' as const} : {}),
        wishes: {
            seat: (seat) => globalThis.bench.press(seat),
            area: (area) => globalThis.bench.areas.push(area.name),
        },
    };
}

export class Bench {
    readonly random = randomBy(kSeed);
    readonly selection = new Set<number>();
    readonly areas: string[] = [];
    frames: number[] = [];
    changes = 0;

    constructor(
        readonly layout: Layout,
        readonly views: readonly Partial<SeatMapView>[],
        readonly statuses: Uint8Array,
    ) {}

    press(seat: number): void {
        if (!this.selection.delete(seat)) this.selection.add(seat);
        for (const view of this.views) view.setSelection?.(new Set(this.selection));
    }

    // Changes so many seats a second until stopped, and notes the time between frames.
    run(perSecond: number): () => void {
        const begun = performance.now();
        let before = begun;
        let on = true;
        this.frames = [];
        this.changes = 0;
        const timer = setInterval(() => {
            const due = Math.floor(((performance.now() - begun) / 1000) * perSecond);
            const seats = new Int32Array(Math.max(0, due - this.changes));
            for (let i = 0; i < seats.length; ++i) {
                const seat = Math.floor(this.random() * this.statuses.length);
                this.statuses[seat] = Math.floor(this.random() * 4);
                seats[i] = seat;
            }
            this.changes = due;
            for (const view of this.views) view.changed?.(seats);
        }, 20);
        const tick = (now: number) => {
            this.frames.push(now - before);
            before = now;
            if (on) requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
        return () => {
            on = false;
            clearInterval(timer);
        };
    }
}

declare global {
    // eslint-disable-next-line no-var
    var bench: Bench;
}

async function start(): Promise<void> {
    const answer = await fetch(`./${query.get('plan') ?? 'arena'}.json`);
    const layout = (await answer.json()) as Layout;
    const host = document.getElementById('map');
    if (!host) return;
    const options = optionsOf(layout);
    const begun = performance.now();
    const view = await createSeatMap(host, options);
    console.info(`map ready after ${Math.round(performance.now() - begun)} ms`);
    const random = randomBy(kSeed);
    const statuses = firstStatuses(layout.seatCount ?? 0, random);
    const list = query.has('list') ? await createSeatListModel(options) : null;
    const views = list ? [view, list] : [view];
    globalThis.bench = new Bench(layout, views, statuses);
    const left = new Map((layout.areas ?? []).map((area) => [area.areaNo ?? 0, 431] as const));
    for (const each of views) {
        each.setStatuses(statuses);
        each.setAreas(left);
    }
    const place = document.getElementById('list');
    if (list && place) {
        host.hidden = true;
        render(h(SeatList, {model: list}), place);
    }
    new ResizeObserver(() => view.resize()).observe(host);
    Object.assign(globalThis, {view});
    document.body.dataset['ready'] = 'true';
}

void start();
