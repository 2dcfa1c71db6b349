// SPDX-License-Identifier: Apache-2.0
// The list of seats as data: which lines it has, what they say, where keys lead. No elements here.
//
// A list of 80,960 seats has as many lines as are open; lines are cheap records, and only those in
// view become elements. It is told of statuses and choices just as a map is (SeatMapView), and
// counts `version` up when anything that it says has changed, at most once a frame.
import {signal} from '@preact/signals';
import type {MapOptions, SeatMapView} from './contract';
import {standsOut, type Wanted} from './looks';
import {rowOf, sceneOf, type Scene} from './scene';
import {kindWord, placeWords, sectionWord, statusWord} from './seat_words';
import {Tally} from './tally';
import {loadSay, type Say} from './words';

const kSoonMs = 330;
export const kAnyCategory = -1;
export const kSeveral = -2;

export type Line =
    | {level: 1; section: number}
    | {level: 2; section: number; row: number}
    | {level: 3; section: number; row: number; seat: number};

export interface LinePlace {
    // Of its siblings, from 1.
    position: number;
    siblings: number;
}

export type ListView = Pick<
    SeatMapView,
    | 'setStatuses'
    | 'changed'
    | 'setAreas'
    | 'setSelection'
    | 'setCategories'
    | 'setAccessibleOnly'
    | 'show'
>;

export async function createSeatListModel(options: MapOptions): Promise<SeatListModel> {
    const tag = options.locale ?? document.documentElement.lang;
    const say = await loadSay(tag || 'en', options.text);
    return new SeatListModel(sceneOf(options.layout), options, say);
}

export class SeatListModel implements ListView {
    // Something that is shown has changed; lines themselves may be others.
    readonly version = signal(0);
    // What a screen reader is told.
    readonly said = signal('');
    readonly focused = signal(0);
    readonly freeOnly = signal(false);
    readonly accessibleOnly = signal(false);
    // One of the list's own choosing, kAnyCategory, or kSeveral: those that the page's bands name.
    readonly category = signal(kAnyCategory);
    private several: ReadonlySet<number> = new Set();
    lines: Line[] = [];
    areasLeft: ReadonlyMap<number, number> = new Map();
    readonly tally: Tally;
    readonly hasAccessible: boolean;
    private positions = new Int32Array(0);
    private siblings = new Int32Array(0);
    private statuses: Uint8Array;
    private selection: ReadonlySet<number> = new Set();
    private readonly openSections = new Set<number>();
    private readonly openRows = new Set<number>();
    private typed = '';
    private typedAt = 0;
    private pending = false;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private stale = true;

    constructor(
        readonly scene: Scene,
        readonly options: MapOptions,
        readonly say: Say,
    ) {
        this.tally = new Tally(scene);
        this.hasAccessible = scene.kind.some((kind) => kind !== 0);
        this.statuses = new Uint8Array(scene.seatCount);
        if (scene.sections.length === 1) this.openSections.add(0);
        this.tally.reset(this.statuses);
        this.rebuild();
    }

    setStatuses(statuses: Uint8Array): void {
        this.statuses = statuses;
        this.tally.reset(statuses);
        this.refresh(true);
    }

    changed(seats: Int32Array): void {
        const watched = this.seatOf(this.lines[this.focused.value]);
        for (const seat of seats) {
            if (!this.tally.update(seat, this.statuses) || seat !== watched) continue;
            const status = statusWord(this.statuses[seat], this.selection.has(seat), this.say);
            this.said.value = this.say('seats.nowIs', {seat: this.nameOf(seat), status});
        }
        this.refreshSoon(this.freeOnly.value);
    }

    setAreas(available: ReadonlyMap<number, number>): void {
        this.areasLeft = available;
        this.refreshSoon(false);
    }

    setSelection(seats: ReadonlySet<number>): void {
        const added = [...seats].filter((seat) => !this.selection.has(seat));
        const gone = [...this.selection].filter((seat) => !seats.has(seat));
        this.selection = new Set(seats);
        const [chosen, back] = [added[0], gone[0]];
        if (chosen !== undefined) {
            this.said.value = this.say('seats.nowChosen', {seat: this.nameOf(chosen)});
        } else if (back !== undefined) {
            this.said.value = this.say('seats.nowBack', {seat: this.nameOf(back)});
        }
        this.refresh(this.freeOnly.value);
    }

    destroy(): void {
        clearTimeout(this.timer);
    }

    // The page's filter of the map: the list shows the same.
    setCategories(categories: ReadonlySet<number>): void {
        const [only = kAnyCategory] = categories;
        const wanted = categories.size > 1 ? kSeveral : only;
        if (wanted === this.category.value && wanted !== kSeveral) return;
        this.several = new Set(categories);
        this.filter(() => (this.category.value = wanted));
    }

    // Of kSeveral, in the layout's order.
    severalNames(): string {
        const {categories} = this.scene.layout;
        return [...this.several]
            .sort((a, b) => a - b)
            .map((category) => categories[category]?.name ?? '')
            .join(', ');
    }

    setAccessibleOnly(on: boolean): void {
        if (on !== this.accessibleOnly.value) {
            this.filter(() => (this.accessibleOnly.value = on));
        }
    }

    // Opens the first of the seats and goes to it.
    show(seats: readonly number[]): void {
        const [seat] = seats;
        const row = seat === undefined ? undefined : rowOf(this.scene, seat);
        if (seat === undefined || !row) return;
        this.openSections.add(row.section);
        this.openRows.add(this.scene.row[seat] ?? 0);
        this.rebuild();
        const at = this.lines.findIndex((line) => this.seatOf(line) === seat);
        if (at >= 0) this.focused.value = at;
        ++this.version.value;
    }

    // Changes a filter and says how much is left of it.
    filter(change: () => void): void {
        change();
        this.rebuild();
        this.focused.value = Math.min(this.focused.value, Math.max(0, this.lines.length - 1));
        this.said.value = this.say('seats.found', {n: this.found()});
        ++this.version.value;
    }

    found(): number {
        let found = 0;
        for (let seat = 0; seat < this.scene.seatCount; ++seat) {
            if (this.statuses[seat] === 0 && standsOut(this.scene, seat, this.wanted)) ++found;
        }
        return found;
    }

    isOpen(line: Line): boolean {
        if (line.level === 1) return this.openSections.has(line.section);
        return line.level === 2 && this.openRows.has(line.row);
    }

    isChosen(line: Line): boolean {
        return line.level === 3 && this.selection.has(line.seat);
    }

    isFree(line: Line): boolean {
        return line.level === 3 && this.statuses[line.seat] === 0;
    }

    toggle(at: number): void {
        const line = this.lines[at];
        if (!line) return;
        this.focused.value = at;
        if (line.level === 3) {
            if (this.isFree(line) || this.isChosen(line)) this.options.wishes.seat(line.seat);
            else this.said.value = `${this.nameOf(line.seat)}: ${this.moreOf(line)}`;
            ++this.version.value;
            return;
        }
        this.setOpen(at, !this.isOpen(line));
    }

    setOpen(at: number, open: boolean): void {
        const line = this.lines[at];
        if (!line || line.level === 3) return;
        const set = line.level === 1 ? this.openSections : this.openRows;
        const key = line.level === 1 ? line.section : line.row;
        if (open) set.add(key);
        else set.delete(key);
        this.rebuild();
        ++this.version.value;
    }

    parentOf(at: number): number {
        const level = this.lines[at]?.level ?? 1;
        for (let i = at - 1; i >= 0; --i) if ((this.lines[i]?.level ?? 1) < level) return i;
        return at;
    }

    // Of the line among its siblings.
    placeOf(at: number): LinePlace {
        return {position: this.positions[at] ?? 1, siblings: this.siblings[at] ?? 1};
    }

    // The next line whose name begins with what was typed within a second; -1: none.
    typeAhead(letter: string, now: number): number {
        this.typed = now - this.typedAt < 1000 ? this.typed + letter : letter;
        this.typedAt = now;
        const wanted = this.typed.toLocaleLowerCase();
        const count = this.lines.length;
        const first = this.focused.value + (this.typed.length > 1 ? 0 : 1);
        for (let i = 0; i < count; ++i) {
            const at = (first + i) % count;
            const line = this.lines[at];
            if (line && this.keyOf(line).toLocaleLowerCase().startsWith(wanted)) return at;
        }
        return -1;
    }

    labelOf(line: Line): string {
        const {scene, say} = this;
        if (line.level === 1) {
            return sectionWord(scene.sections[line.section], say) || say('seats.unnamed');
        }
        if (line.level === 2) {
            const label = scene.rows[line.row]?.label ?? '';
            return label === '' ? say('seats.unnamed') : say('seats.row', {row: label});
        }
        const kind = kindWord(scene, line.seat, say);
        const seat = say('seats.seat', {seat: scene.labels[line.seat] ?? ''});
        return kind === '' ? seat : `${seat}, ${kind}`;
    }

    // What stands about a line: prices and how much is left, or a seat's status.
    moreOf(line: Line): string {
        if (line.level === 3) {
            const chosen = this.selection.has(line.seat);
            const status = statusWord(this.statuses[line.seat], chosen, this.say);
            const price = this.options.priceOf(this.scene.category[line.seat] ?? 0);
            return this.isFree(line) || chosen ? `${price} · ${status}` : status;
        }
        const left = line.level === 1 ? this.tally.bySection[line.section] : this.tally.byRow[line.row];
        return this.leftWord(left ?? 0);
    }

    leftWord(left: number): string {
        return left === 0 ? this.say('seats.soldOut') : this.say('seats.left', {n: left});
    }

    private get wanted(): Wanted {
        const category = this.category.value;
        const own = category === kAnyCategory ? [] : [category];
        return {
            selection: this.selection,
            categories: category === kSeveral ? this.several : new Set(own),
            accessibleOnly: this.accessibleOnly.value,
        };
    }

    private seatOf(line: Line | undefined): number {
        return line?.level === 3 ? line.seat : -1;
    }

    private nameOf(seat: number): string {
        return placeWords(this.scene, seat, this.say).join(', ');
    }

    private keyOf(line: Line): string {
        const {scene} = this;
        if (line.level === 1) return scene.sections[line.section]?.name ?? '';
        if (line.level === 2) return scene.rows[line.row]?.label ?? '';
        return scene.labels[line.seat] ?? '';
    }

    // Others' changes come all the time: they are shown a few times a second.
    private refreshSoon(lines: boolean): void {
        this.stale ||= lines;
        this.timer ??= setTimeout(() => {
            this.timer = undefined;
            this.refresh(false);
        }, kSoonMs);
    }

    private refresh(lines: boolean): void {
        this.stale ||= lines;
        if (this.pending) return;
        this.pending = true;
        requestAnimationFrame(() => {
            this.pending = false;
            if (this.stale) this.rebuild();
            ++this.version.value;
        });
    }

    // The lines that are open, in the house's order; the focus stays with its line.
    private rebuild(): void {
        this.stale = false;
        const before = this.lines[this.focused.value];
        const {wanted} = this;
        const every = wanted.categories.size === 0 && !wanted.accessibleOnly;
        const all = every && !this.freeOnly.value;
        const fits = (seat: number) =>
            all ||
            this.selection.has(seat) ||
            (standsOut(this.scene, seat, wanted) &&
                (!this.freeOnly.value || this.statuses[seat] === 0));
        const lines: Line[] = [];
        this.scene.sections.forEach((section, index) => {
            if (!all && !someSeat(section.firstSeat, section.seatCount, fits)) return;
            lines.push({level: 1, section: index});
            if (!this.openSections.has(index)) return;
            for (let row = section.firstRow; row < section.firstRow + section.rowCount; ++row) {
                const {first, count} = this.scene.rows[row]!;
                if (!all && !someSeat(first, count, fits)) continue;
                lines.push({level: 2, section: index, row});
                if (!this.openRows.has(row)) continue;
                for (let seat = first; seat < first + count; ++seat) {
                    if (fits(seat)) lines.push({level: 3, section: index, row, seat});
                }
            }
        });
        this.lines = lines;
        this.number();
        if (before) this.keepFocus(before);
    }

    // Places among siblings: forwards counting, backwards carrying the last count.
    private number(): void {
        const {lines} = this;
        this.positions = new Int32Array(lines.length);
        this.siblings = new Int32Array(lines.length);
        const counts = [0, 0, 0, 0];
        lines.forEach(({level}, at) => {
            this.positions[at] = ++counts[level]!;
            counts.fill(0, level + 1);
        });
        const totals = [0, 0, 0, 0];
        for (let at = lines.length - 1; at >= 0; --at) {
            const level = lines[at]?.level ?? 1;
            totals[level] ||= this.positions[at] ?? 1;
            this.siblings[at] = totals[level] ?? 1;
            totals.fill(0, level + 1);
        }
    }

    private keepFocus(before: Line): void {
        const {lines} = this;
        const same = (line: Line | undefined) =>
            line !== undefined && line.level === before.level && keyOf(line) === keyOf(before);
        if (same(lines[this.focused.value])) return;
        const at = lines.findIndex(same);
        this.focused.value = at >= 0 ? at : Math.min(this.focused.value, Math.max(0, lines.length - 1));
    }
}

function keyOf(line: Line): number {
    return line.level === 1 ? line.section : line.level === 2 ? line.row : line.seat;
}

function someSeat(first: number, count: number, fits: (seat: number) => boolean): boolean {
    for (let seat = first; seat < first + count; ++seat) if (fits(seat)) return true;
    return false;
}
