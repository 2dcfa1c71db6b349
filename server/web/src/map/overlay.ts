// SPDX-License-Identifier: Apache-2.0
// What lies over the drawn map as elements: keys to zoom, where one is, the label of a seat, and
// what is said to screen readers. It knows nothing of seats.
import type {Say, WordKey} from './words';

export interface Tip {
    title: string;
    // A colour's spot before the first line; empty: none.
    color: string;
    lines: readonly string[];
}

export interface OverlayWishes {
    zoom(factor: number): void;
    whole(): void;
}

const kZoomStep = 1.8;
const kIcons: Record<string, string> = {
    zoomIn: 'M12 5v14M5 12h14',
    zoomOut: 'M5 12h14',
    whole: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
};
const kTipGap = 12;

export class Overlay {
    readonly root = document.createElement('div');
    readonly view = document.createElement('div');
    private readonly here = document.createElement('div');
    private readonly tip = document.createElement('div');
    private readonly ring = document.createElement('div');
    private readonly said = document.createElement('div');
    private readonly keys: Record<'zoomIn' | 'zoomOut' | 'whole', HTMLButtonElement>;
    private hereText = '';

    constructor(say: Say, name: string, wishes: OverlayWishes) {
        this.root.className = 'seat-map';
        this.view.className = 'seat-map-view';
        this.view.tabIndex = 0;
        this.view.setAttribute('role', 'application');
        this.view.setAttribute('aria-label', say('seats.map', {name}));
        const keys = document.createElement('div');
        keys.id = `seat-map-keys-${Math.random().toString(36).slice(2)}`;
        keys.className = 'seat-map-said';
        keys.textContent = say('seats.keys');
        this.view.setAttribute('aria-describedby', keys.id);
        this.here.className = 'seat-map-here';
        this.tip.className = 'seat-map-tip';
        this.ring.className = 'seat-map-ring';
        for (const part of [this.here, this.tip, this.ring]) {
            part.hidden = true;
            part.setAttribute('aria-hidden', 'true');
        }
        this.said.className = 'seat-map-said';
        this.said.setAttribute('aria-live', 'polite');
        const bar = document.createElement('div');
        bar.className = 'seat-map-keys';
        this.keys = {
            zoomIn: key(say, 'seats.zoomIn', 'zoomIn', () => wishes.zoom(kZoomStep)),
            zoomOut: key(say, 'seats.zoomOut', 'zoomOut', () => wishes.zoom(1 / kZoomStep)),
            whole: key(say, 'seats.whole', 'whole', () => wishes.whole()),
        };
        bar.append(this.keys.zoomIn, this.keys.zoomOut, this.keys.whole);
        this.root.append(this.view, keys, this.ring, this.here, bar, this.tip, this.said);
    }

    setBounds(nearest: boolean, farthest: boolean): void {
        mark(this.keys.zoomIn, nearest);
        mark(this.keys.zoomOut, farthest);
        mark(this.keys.whole, farthest);
    }

    setHere(text: string): void {
        if (text === this.hereText) return;
        this.hereText = text;
        this.here.textContent = text;
        this.here.hidden = text === '';
    }

    // At the point (CSS pixels from the map's corner) of a seat with this radius.
    showTip(tip: Tip, x: number, y: number, radius: number): void {
        const title = document.createElement('b');
        title.textContent = tip.title;
        const lines = tip.lines.map((text, i) => {
            const line = document.createElement('span');
            if (i === 0 && tip.color !== '') {
                const spot = document.createElement('i');
                spot.style.background = tip.color;
                line.append(spot);
            }
            line.append(text);
            return line;
        });
        this.tip.replaceChildren(title, ...lines);
        this.tip.hidden = false;
        this.ring.hidden = radius < 2;
        const reach = radius + 4;
        this.ring.style.inlineSize = `${reach * 2}px`;
        this.ring.style.blockSize = `${reach * 2}px`;
        this.ring.style.transform = `translate(${x - reach}px, ${y - reach}px)`;
        const {clientWidth, clientHeight} = this.root;
        const {offsetWidth, offsetHeight} = this.tip;
        const left = Math.min(Math.max(8, x - offsetWidth / 2), clientWidth - offsetWidth - 8);
        const above = y - reach - kTipGap - offsetHeight;
        const top = above >= 8 ? above : Math.min(y + reach + kTipGap, clientHeight - offsetHeight);
        this.tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    }

    hideTip(): void {
        this.tip.hidden = true;
        this.ring.hidden = true;
    }

    announce(text: string): void {
        this.said.textContent = text;
    }

    destroy(): void {
        this.root.remove();
    }
}

function key(say: Say, word: WordKey, icon: string, press: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-label', say(word));
    button.title = say(word);
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', kIcons[icon] ?? '');
    svg.append(path);
    button.append(svg);
    button.addEventListener('click', () => {
        if (button.getAttribute('aria-disabled') !== 'true') press();
    });
    return button;
}

function mark(button: HTMLButtonElement, off: boolean): void {
    const now = off ? 'true' : 'false';
    if (button.getAttribute('aria-disabled') !== now) button.setAttribute('aria-disabled', now);
}
