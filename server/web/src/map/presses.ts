// SPDX-License-Identifier: Apache-2.0
// Presses, hovering and keys on the map's element as points and commands. A press is a short touch
// that stays in its place; two of them are a double press. Drags and pinches are the engine's.
export interface PressWishes {
    press(x: number, y: number, touch: boolean, double: boolean): void;
    // The pointer is over a point, or (null) over nothing, or drags.
    hover(at: {x: number; y: number} | null): void;
    // A hand is on the map.
    grab(): void;
    key(command: KeyCommand): void;
    // Whether a wheel turned this way has any effect; else the page scrolls.
    wheels(deltaY: number): boolean;
}

export type KeyCommand = 'in' | 'out' | 'whole' | 'left' | 'right' | 'up' | 'down' | 'dismiss';

const kStaysWithin = 9;
const kPressMs = 600;
const kDoubleMs = 320;
const kDoubleWithin = 28;
const kKeys: Record<string, KeyCommand> = {
    '+': 'in',
    '=': 'in',
    '-': 'out',
    _: 'out',
    '0': 'whole',
    ArrowLeft: 'left',
    ArrowRight: 'right',
    ArrowUp: 'up',
    ArrowDown: 'down',
    Escape: 'dismiss',
};

interface Down {
    id: number;
    x: number;
    y: number;
    at: number;
}

export class Presses {
    private down: Down | null = null;
    private last: Down | null = null;
    private fingers = 0;
    private readonly stop = new AbortController();

    constructor(
        private readonly element: HTMLElement,
        private readonly wishes: PressWishes,
    ) {
        const on = {signal: this.stop.signal};
        element.addEventListener('pointerdown', (event) => this.onDown(event), on);
        element.addEventListener('pointermove', (event) => this.onMove(event), on);
        element.addEventListener('pointerup', (event) => this.onUp(event), on);
        element.addEventListener('pointercancel', () => this.onCancel(), on);
        element.addEventListener('pointerleave', (event) => this.onLeave(event), on);
        // A click follows a touch, where by then the bar of chosen seats may lie under the finger.
        const touch = {...on, passive: false};
        element.addEventListener('touchend', (event) => this.onTouchEnd(event), touch);
        element.addEventListener('keydown', (event) => this.onKey(event), on);
        const first = {...on, capture: true, passive: true};
        element.addEventListener('wheel', (event) => this.onWheel(event), first);
    }

    destroy(): void {
        this.stop.abort();
    }

    private pointOf(event: MouseEvent): {x: number; y: number} {
        const box = this.element.getBoundingClientRect();
        return {x: event.clientX - box.left, y: event.clientY - box.top};
    }

    private onDown(event: PointerEvent): void {
        ++this.fingers;
        if (event.isPrimary) this.fingers = 1;
        this.wishes.grab();
        const mouse = event.pointerType === 'mouse';
        const alone = this.fingers === 1 && (!mouse || event.button === 0);
        const at = event.timeStamp;
        this.down = alone ? {id: event.pointerId, ...this.pointOf(event), at} : null;
    }

    private onMove(event: PointerEvent): void {
        if (event.buttons !== 0 || event.pointerType === 'touch') {
            if (this.down && this.isAway(this.down, this.pointOf(event))) this.wishes.hover(null);
            return;
        }
        this.wishes.hover(this.pointOf(event));
    }

    private onUp(event: PointerEvent): void {
        this.fingers = Math.max(0, this.fingers - 1);
        const {down} = this;
        this.down = null;
        if (!down || down.id !== event.pointerId) return;
        const point = this.pointOf(event);
        if (this.isAway(down, point) || event.timeStamp - down.at > kPressMs) return;
        const {last} = this;
        const double =
            last !== null &&
            event.timeStamp - last.at < kDoubleMs &&
            Math.hypot(last.x - point.x, last.y - point.y) < kDoubleWithin;
        this.last = double ? null : {id: down.id, ...point, at: event.timeStamp};
        this.wishes.press(point.x, point.y, event.pointerType === 'touch', double);
    }

    private onCancel(): void {
        this.fingers = 0;
        this.down = null;
        this.wishes.hover(null);
    }

    // A finger leaves with every press: the label of what it pressed stays.
    private onTouchEnd(event: TouchEvent): void {
        if (event.cancelable) event.preventDefault();
    }

    private onLeave(event: PointerEvent): void {
        if (event.pointerType !== 'touch') this.wishes.hover(null);
    }

    private isAway(down: Down, point: {x: number; y: number}): boolean {
        return Math.hypot(down.x - point.x, down.y - point.y) > kStaysWithin;
    }

    private onKey(event: KeyboardEvent): void {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const command = kKeys[event.key];
        if (!command) return;
        event.preventDefault();
        this.wishes.key(command);
    }

    private onWheel(event: WheelEvent): void {
        if (event.ctrlKey || this.wishes.wheels(event.deltaY)) return;
        event.stopPropagation();
    }
}
