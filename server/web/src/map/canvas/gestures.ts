// SPDX-License-Identifier: Apache-2.0
// Drag with a glide, pinch and wheel as cameras, for the map without WebGL.
import {clamped, zoomed, type Camera} from '../camera';
import {kGlide, type EngineHost} from '../engine';

const kDragFrom = 4;
const kWheelStep = 0.0022;
const kLineHeight = 18;

interface Touch {
    x: number;
    y: number;
}

export class Gestures {
    private readonly touches = new Map<number, Touch>();
    private camera: Camera = {scale: 1, x: 0, y: 0};
    private dragged = 0;
    private speed: Touch = {x: 0, y: 0};
    private lastMove = 0;
    private gliding = false;
    private readonly stop = new AbortController();

    constructor(
        private readonly canvas: HTMLCanvasElement,
        private readonly host: EngineHost,
    ) {
        const on = {signal: this.stop.signal};
        canvas.addEventListener('pointerdown', (event) => this.down(event), on);
        canvas.addEventListener('pointermove', (event) => this.move(event), on);
        canvas.addEventListener('pointerup', (event) => this.up(event), on);
        canvas.addEventListener('pointercancel', (event) => this.up(event), on);
        canvas.addEventListener('wheel', (event) => this.wheel(event), {...on, passive: false});
    }

    setCamera(camera: Camera): void {
        this.camera = camera;
        this.gliding = false;
    }

    advance(elapsedMs: number): boolean {
        if (!this.gliding) return false;
        const {x, y} = this.speed;
        this.set({...this.camera, x: this.camera.x + x * elapsedMs, y: this.camera.y + y * elapsedMs});
        const kept = Math.pow(kGlide.share, elapsedMs / 16);
        this.speed = {x: x * kept, y: y * kept};
        this.gliding = Math.hypot(this.speed.x, this.speed.y) > kGlide.still;
        return this.gliding;
    }

    destroy(): void {
        this.stop.abort();
    }

    private down(event: PointerEvent): void {
        if (event.pointerType === 'mouse' && event.button !== 0) return;
        this.touches.set(event.pointerId, {x: event.offsetX, y: event.offsetY});
        this.dragged = this.touches.size > 1 ? kDragFrom : 0;
        this.gliding = false;
        this.speed = {x: 0, y: 0};
        this.lastMove = event.timeStamp;
    }

    private move(event: PointerEvent): void {
        const before = this.touches.get(event.pointerId);
        if (!before) return;
        const now = {x: event.offsetX, y: event.offsetY};
        const dx = now.x - before.x;
        const dy = now.y - before.y;
        this.dragged += Math.hypot(dx, dy);
        if (this.dragged < kDragFrom) return;
        if (!this.canvas.hasPointerCapture(event.pointerId)) {
            this.canvas.setPointerCapture(event.pointerId);
        }
        const other = [...this.touches].find(([id]) => id !== event.pointerId)?.[1];
        this.touches.set(event.pointerId, now);
        if (other) {
            this.pinch(before, now, other);
            return;
        }
        this.set({...this.camera, x: this.camera.x + dx, y: this.camera.y + dy});
        const ms = Math.max(1, event.timeStamp - this.lastMove);
        this.lastMove = event.timeStamp;
        this.speed = {
            x: this.speed.x * 0.4 + (dx / ms) * 0.6,
            y: this.speed.y * 0.4 + (dy / ms) * 0.6,
        };
    }

    private pinch(before: Touch, now: Touch, other: Touch): void {
        const was = Math.hypot(before.x - other.x, before.y - other.y);
        const is = Math.hypot(now.x - other.x, now.y - other.y);
        const middle = {x: (now.x + other.x) / 2, y: (now.y + other.y) / 2};
        const moved = {
            ...this.camera,
            x: this.camera.x + (now.x - before.x) / 2,
            y: this.camera.y + (now.y - before.y) / 2,
        };
        this.set(zoomed(moved, is / Math.max(1, was), middle.x, middle.y));
    }

    private up(event: PointerEvent): void {
        const alone = this.touches.size === 1;
        if (!this.touches.delete(event.pointerId)) return;
        const fresh = event.timeStamp - this.lastMove < 60;
        this.gliding = alone && fresh && this.dragged >= kDragFrom && !this.host.reducedMotion;
        if (this.gliding) this.host.wake();
    }

    private wheel(event: WheelEvent): void {
        event.preventDefault();
        this.gliding = false;
        const pixels = event.deltaY * (event.deltaMode === 1 ? kLineHeight : 1);
        const factor = Math.exp(-pixels * kWheelStep * (event.ctrlKey ? 4 : 1));
        this.set(zoomed(this.camera, factor, event.offsetX, event.offsetY));
    }

    private set(camera: Camera): void {
        this.camera = clamped(camera, this.host.limits());
        this.host.moved(this.camera);
        this.host.wake();
    }
}
