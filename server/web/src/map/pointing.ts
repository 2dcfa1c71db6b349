// SPDX-License-Identifier: Apache-2.0
// What is under a point of the map, and what pressing it does: choose a seat, take a standing area,
// or come nearer where seats are too small to be met.
import {Detail} from './detail';
import {contains, type Box} from './geometry';
import type {MapView} from './map_view';
import {Presses, type KeyCommand} from './presses';
import {sectionOf, type SceneArea, type SceneSection} from './scene';
import {kindWord, placeWords, sectionWord, statusWord} from './seat_words';
import type {Tip} from './overlay';

// Neighbouring seats must be so far apart, in CSS pixels, to be pressed with a mouse or a finger.
const kPressMouse = 9;
const kPressTouch = 20;
const kNearTouch = 28;
const kBesideBlocks = 2.5;
const kDoubleZoom = 2.2;
const kKeyZoom = 1.5;
const kKeyPan = 90;
const kTipMs = 2600;

export class Pointing {
    private readonly presses: Presses;
    private tipSeat = -1;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly map: MapView) {
        this.presses = new Presses(map.overlay.view, {
            press: (x, y, touch, double) => this.press(x, y, touch, double),
            hover: (at) => this.hover(at),
            grab: () => map.stopFlight(),
            key: (command) => this.key(command),
            wheels: (deltaY) => {
                map.stopFlight();
                return deltaY < 0 || !map.atFit;
            },
        });
    }

    // The camera moved or statuses changed: the label goes with its seat.
    follow(): void {
        if (this.tipSeat >= 0) this.showTip(this.tipSeat);
    }

    destroy(): void {
        clearTimeout(this.timer);
        this.presses.destroy();
    }

    private toPlan(x: number, y: number): {x: number; y: number} {
        const {camera} = this.map;
        return {x: (x - camera.x) / camera.scale, y: (y - camera.y) / camera.scale};
    }

    private seatAt(x: number, y: number, touch: boolean): number {
        const {map} = this;
        if (map.detail === Detail.Sections) return -1;
        const at = this.toPlan(x, y);
        const reach = Math.max(map.scene.pitch * 0.62, (touch ? 16 : 5) / map.camera.scale);
        return map.scene.grid.nearest(at.x, at.y, Math.min(reach, map.scene.pitch * 1.2));
    }

    private areaAt(x: number, y: number): SceneArea | undefined {
        const at = this.toPlan(x, y);
        return this.map.scene.areas.find(({outline}) => contains(outline, at.x, at.y));
    }

    private sectionAt(x: number, y: number): SceneSection | undefined {
        const {scene} = this.map;
        const at = this.toPlan(x, y);
        const block = scene.blocks.find(
            ({box, outline}) => isIn(box, at.x, at.y) && contains(outline, at.x, at.y),
        );
        if (block) return scene.sections[block.section];
        // Between two blocks: the one that is nearer.
        const seat = scene.grid.nearest(at.x, at.y, scene.pitch * kBesideBlocks);
        return seat < 0 ? undefined : sectionOf(scene, seat);
    }

    private press(x: number, y: number, touch: boolean, double: boolean): void {
        const {map} = this;
        const seat = this.seatAt(x, y, touch);
        if (seat >= 0 && map.pitchPixels >= (touch ? kPressTouch : kPressMouse)) {
            this.pressSeat(seat, touch);
            return;
        }
        const area = seat < 0 ? this.areaAt(x, y) : undefined;
        if (area) {
            map.options.wishes.area(area.area);
            return;
        }
        this.hideTip();
        if (double) {
            map.zoomAt(kDoubleZoom, x, y);
            return;
        }
        const section = this.sectionAt(x, y);
        if (section && map.detail === Detail.Sections) {
            map.showBox(section.box, kNearTouch);
        } else if (seat >= 0 || section) {
            const near = kNearTouch / map.pitchPixels;
            if (near > 1) map.zoomAt(near, x, y);
        }
    }

    private pressSeat(seat: number, touch: boolean): void {
        const {map} = this;
        if (map.statuses[seat] === 0 || map.selection.has(seat)) map.options.wishes.seat(seat);
        this.showTip(seat);
        if (!touch) return;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.hideTip(), kTipMs);
    }

    private hover(at: {x: number; y: number} | null): void {
        const {overlay} = this.map;
        const seat = at ? this.seatAt(at.x, at.y, false) : -1;
        const area = at && seat < 0 ? this.areaAt(at.x, at.y) : undefined;
        const section = at && seat < 0 && !area ? this.sectionAt(at.x, at.y) : undefined;
        overlay.view.classList.toggle('seat-map-hit', seat >= 0 || !!area || !!section);
        if (seat >= 0) {
            if (seat !== this.tipSeat) this.showTip(seat);
            return;
        }
        this.hideTip();
        if (!at) return;
        if (area) overlay.showTip(this.areaTip(area), at.x, at.y, 0);
        else if (section && this.map.detail === Detail.Sections) {
            overlay.showTip(this.sectionTip(section), at.x, at.y, 0);
        }
    }

    private hideTip(): void {
        this.tipSeat = -1;
        this.map.overlay.hideTip();
    }

    private showTip(seat: number): void {
        const {map} = this;
        const {scene, camera, say} = map;
        const x = scene.x[seat]! * camera.scale + camera.x;
        const y = scene.y[seat]! * camera.scale + camera.y;
        this.tipSeat = seat;
        const category = scene.category[seat]!;
        const chosen = map.selection.has(seat);
        const status = map.statuses[seat];
        const name = scene.layout.categories[category]?.name ?? '';
        const price = status === 0 || chosen ? map.options.priceOf(category) : '';
        const lines = [
            [price, name].filter((part) => part !== '').join(' · '),
            kindWord(scene, seat, say),
            statusWord(status, chosen, say),
        ];
        const tip: Tip = {
            title: placeWords(scene, seat, say).join(' · '),
            color: map.palette.category[category] ?? '',
            lines: lines.filter((line) => line !== ''),
        };
        map.overlay.showTip(tip, x, y, scene.radius[seat]! * camera.scale);
    }

    private areaTip({area, areaNo}: SceneArea): Tip {
        const left = this.map.areasLeft.get(areaNo) ?? area.capacity;
        return this.tipOf(area.name, [area.categoryNo ?? 0], left);
    }

    private sectionTip(section: SceneSection): Tip {
        const title = sectionWord(section, this.map.say);
        return this.tipOf(title, section.categories, this.map.leftIn(section));
    }

    private tipOf(title: string, categories: readonly number[], left: number): Tip {
        const {map} = this;
        const prices = categories.map((category) => {
            const name = map.scene.layout.categories[category]?.name ?? '';
            return [map.options.priceOf(category), name].filter((part) => part !== '').join(' · ');
        });
        const words = left === 0 ? map.say('seats.soldOut') : map.say('seats.left', {n: left});
        const color = map.palette.category[categories[0] ?? 0] ?? '';
        return {title, color, lines: [...prices, words]};
    }

    private key(command: KeyCommand): void {
        const {map} = this;
        switch (command) {
            case 'in':
                return map.zoomBy(kKeyZoom);
            case 'out':
                return map.zoomBy(1 / kKeyZoom);
            case 'whole':
                return map.show([]);
            case 'left':
                return map.panBy(kKeyPan, 0);
            case 'right':
                return map.panBy(-kKeyPan, 0);
            case 'up':
                return map.panBy(0, kKeyPan);
            case 'down':
                return map.panBy(0, -kKeyPan);
            case 'dismiss':
                return this.hideTip();
        }
    }
}

function isIn(box: Box, x: number, y: number): boolean {
    return x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY;
}
