// SPDX-License-Identifier: Apache-2.0
// The list of seats: all that the map can, by keyboard, touch and screen reader. A tree of sections,
// rows and seats with one place in the tab order; only the lines in view are elements.
import './map.css';
import {useSignal} from '@preact/signals';
import type {TargetedKeyboardEvent} from 'preact';
import {useId, useLayoutEffect, useRef} from 'preact/hooks';
import type {Area} from '../api/types';
import {kAnyCategory, kSeveral, type Line, type SeatListModel} from './seat_list_model';

export {createSeatListModel, SeatListModel} from './seat_list_model';

const kLineHeight = 48;
// Lines kept around the view.
const kAround = 8;
const kPage = 8;

const kStatusIcon = {
    free: <circle cx="12" cy="12" r="8" fill="currentColor" />,
    chosen: <path d="m4 12.5 5 5L20 6.5" fill="none" stroke-width="3" />,
    taken: <path d="M7 7l10 10M17 7 7 17" fill="none" stroke-width="2" />,
};

// The key of the next focused line; null: the key means nothing here.
function targetOf(model: SeatListModel, key: string, rtl: boolean): number | null {
    const at = model.focused.value;
    const last = model.lines.length - 1;
    const line = model.lines[at];
    const into = rtl ? 'ArrowLeft' : 'ArrowRight';
    const out = rtl ? 'ArrowRight' : 'ArrowLeft';
    switch (key) {
        case 'ArrowDown':
            return Math.min(last, at + 1);
        case 'ArrowUp':
            return Math.max(0, at - 1);
        case 'PageDown':
            return Math.min(last, at + kPage);
        case 'PageUp':
            return Math.max(0, at - kPage);
        case 'Home':
            return 0;
        case 'End':
            return last;
        case into:
            if (!line || line.level === 3) return at;
            if (model.isOpen(line)) return Math.min(last, at + 1);
            model.setOpen(at, true);
            return at;
        case out:
            if (line && line.level < 3 && model.isOpen(line)) {
                model.setOpen(at, false);
                return at;
            }
            return model.parentOf(at);
        default:
            return null;
    }
}

function TreeLine({model, line, at}: {model: SeatListModel; line: Line; at: number}) {
    // Its own reading: a part that reads signals is drawn anew for those alone.
    void model.version.value;
    const open = model.isOpen(line);
    const chosen = model.isChosen(line);
    const seat = line.level === 3;
    const {position, siblings} = model.placeOf(at);
    const taken = seat && !chosen && !model.isFree(line);
    const icon = chosen ? kStatusIcon.chosen : taken ? kStatusIcon.taken : kStatusIcon.free;
    const category = seat ? (model.scene.category[line.seat] ?? 0) : 0;
    const name = model.scene.layout.categories[category]?.name ?? '';
    return (
        <div
            role="treeitem"
            class={`seat-list-line ${taken ? 'seat-list-taken' : ''}`}
            style={{insetBlockStart: `${at * kLineHeight}px`}}
            tabIndex={model.focused.value === at ? 0 : -1}
            data-at={at}
            aria-level={line.level}
            aria-posinset={position}
            aria-setsize={siblings}
            {...(seat ? {'aria-selected': chosen} : {'aria-expanded': open})}
            {...(taken ? {'aria-disabled': true} : {})}
            onClick={() => model.toggle(at)}
        >
            {seat ? (
                <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    {icon}
                </svg>
            ) : (
                <svg class="seat-list-open" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <path d="m9 5 7 7-7 7" fill="none" stroke-width="2.2" />
                </svg>
            )}
            <span class="seat-list-name">{model.labelOf(line)}</span>
            <span class="seat-list-more">
                {seat && !taken && name !== '' ? `${name} · ` : ''}
                {model.moreOf(line)}
            </span>
        </div>
    );
}

function useTree(model: SeatListModel) {
    const tree = useRef<HTMLDivElement>(null);
    const top = useSignal(0);
    const height = useSignal(480);
    const wantsFocus = useRef(false);
    void model.version.value;
    const focused = model.focused.value;
    useLayoutEffect(() => {
        const element = tree.current;
        if (!element) return;
        const sized = new ResizeObserver(() => (height.value = element.clientHeight));
        sized.observe(element);
        return () => sized.disconnect();
    }, []);
    useLayoutEffect(() => {
        const element = tree.current;
        if (!element || !wantsFocus.current) return;
        const upper = focused * kLineHeight;
        if (upper < element.scrollTop) element.scrollTop = upper;
        const lower = upper + kLineHeight - element.clientHeight;
        if (lower > element.scrollTop) element.scrollTop = lower;
        top.value = element.scrollTop;
        const line = element.querySelector<HTMLElement>(`[data-at="${focused}"]`);
        if (!line) return;
        wantsFocus.current = false;
        line.focus({preventScroll: true});
        // Past what lies over the page: the list itself has scrolled already.
        line.scrollIntoView({block: 'nearest'});
    });
    const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
        if (event.ctrlKey || event.metaKey || event.altKey || model.lines.length === 0) return;
        const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
        let target = targetOf(model, event.key, rtl);
        if (target === null && (event.key === 'Enter' || event.key === ' ')) {
            model.toggle(focused);
            target = model.focused.value;
        } else if (target === null && event.key.length === 1) {
            const found = model.typeAhead(event.key, event.timeStamp);
            target = found < 0 ? focused : found;
        }
        if (target === null) return;
        event.preventDefault();
        wantsFocus.current = true;
        model.focused.value = target;
        ++model.version.value;
    };
    return {tree, top, height, onKeyDown};
}

function Tree({model, hint}: {model: SeatListModel; hint: string}) {
    const {tree, top, height, onKeyDown} = useTree(model);
    const {lines} = model;
    const first = Math.max(0, Math.floor(top.value / kLineHeight) - kAround);
    const last = Math.min(lines.length, Math.ceil((top.value + height.value) / kLineHeight) + kAround);
    const shown: number[] = [];
    for (let at = first; at < last; ++at) shown.push(at);
    // The line of the tab order exists wherever one has scrolled to.
    const focused = model.focused.value;
    if (focused < lines.length && (focused < first || focused >= last)) shown.push(focused);
    if (lines.length === 0) return <p class="seat-list-none">{model.say('seats.none')}</p>;
    return (
        <div
            ref={tree}
            class="seat-list-tree"
            role="tree"
            aria-multiselectable="true"
            aria-label={model.say('seats.list')}
            aria-describedby={hint}
            onKeyDown={onKeyDown}
            onScroll={(event) => (top.value = event.currentTarget.scrollTop)}
        >
            <div
                role="presentation"
                style={{blockSize: `${lines.length * kLineHeight}px`, position: 'relative'}}
            >
                {shown.map((at) => {
                    const line = lines[at];
                    return line && <TreeLine key={keyOf(line)} model={model} line={line} at={at} />;
                })}
            </div>
        </div>
    );
}

function keyOf(line: Line): string {
    if (line.level === 1) return `s${line.section}`;
    return line.level === 2 ? `r${line.row}` : `p${line.seat}`;
}

function AreaLine({model, area}: {model: SeatListModel; area: Area}) {
    const {say, options} = model;
    const left = model.areasLeft.get(area.areaNo ?? 0) ?? area.capacity;
    const price = options.priceOf(area.categoryNo ?? 0);
    return (
        <li class="seat-list-area">
            <span class="seat-list-area-name">
                <b>{area.name}</b>
                <span class="seat-list-more">
                    {price} · {model.leftWord(left)}
                </span>
            </span>
            <button
                type="button"
                class="seat-list-take"
                disabled={left === 0}
                aria-label={`${say('seats.take')}: ${area.name}`}
                onClick={() => options.wishes.area(area)}
            >
                {say('seats.take')}
            </button>
        </li>
    );
}

function Filter({model}: {model: SeatListModel}) {
    const {say, scene, options} = model;
    const prices = [...model.tally.byCategory.keys()].sort((a, b) => a - b);
    const box = (on: {value: boolean}, label: string) => (
        <label>
            <input
                type="checkbox"
                checked={on.value}
                onChange={(event) => {
                    const {checked} = event.currentTarget;
                    model.filter(() => (on.value = checked));
                }}
            />
            {label}
        </label>
    );
    const priceWords = (category: number) => {
        const {name} = scene.layout.categories[category] ?? {name: ''};
        return [name, options.priceOf(category)].filter((part) => part !== '').join(' · ');
    };
    return (
        <div class="seat-list-filter">
            <label>
                {say('seats.price')}
                <select
                    value={model.category.value}
                    onChange={(event) => {
                        const category = Number(event.currentTarget.value);
                        model.filter(() => (model.category.value = category));
                    }}
                >
                    <option value={kAnyCategory}>{say('seats.allPrices')}</option>
                    {model.category.value === kSeveral && (
                        <option value={kSeveral}>{model.severalNames()}</option>
                    )}
                    {prices.map((category) => (
                        <option key={category} value={category}>
                            {priceWords(category)}
                        </option>
                    ))}
                </select>
            </label>
            {box(model.freeOnly, say('seats.freeOnly'))}
            {model.hasAccessible &&
                box(model.accessibleOnly, say('seats.accessibleOnly'))}
        </div>
    );
}

export function SeatList({model}: {model: SeatListModel}) {
    const hint = useId();
    void model.version.value;
    const {say, scene} = model;
    return (
        <div class="seat-list">
            <p class="seat-map-said" aria-live="polite">
                {model.said.value}
            </p>
            {scene.areas.length > 0 && (
                <ul class="seat-list-areas" aria-label={say('seats.standing')}>
                    {scene.areas.map(({area, areaNo}) => (
                        <AreaLine key={areaNo} model={model} area={area} />
                    ))}
                </ul>
            )}
            {scene.seatCount > 0 && (
                <>
                    <Filter model={model} />
                    <p class="seat-list-found" id={hint}>
                        {say('seats.listKeys')}
                    </p>
                    <Tree model={model} hint={hint} />
                </>
            )}
        </div>
    );
}
