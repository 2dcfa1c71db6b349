// SPDX-License-Identifier: Apache-2.0
// The map without WebGL: tiles below, texts above, on one canvas.
import type {Camera} from '../camera';
import {Detail} from '../detail';
import type {Engine, EngineHost, Frame} from '../engine';
import {kNamesAtlas, StringAtlas} from '../strings';
import {Gestures} from './gestures';
import {TilePainter} from './tile_painter';
import {Tiles} from './tiles';

// Without WebGL there is hardly a graphics card: pictures are kept where the processor draws them.
const kMemory: CanvasRenderingContext2DSettings = {alpha: false, willReadFrequently: true};

export async function createCanvasEngine(host: EngineHost, ratio: number): Promise<Engine> {
    return new CanvasEngine(host, ratio);
}

class CanvasEngine implements Engine {
    readonly kind = 'canvas';
    readonly canvas = document.createElement('canvas');
    private readonly to: CanvasRenderingContext2D;
    private readonly gestures: Gestures;
    private readonly tiles: Tiles;
    private texts: StringAtlas;
    private backdropVersion = -1;
    private detail: Detail | null = null;
    private palette: Frame['palette'] | null = null;

    constructor(
        host: EngineHost,
        private ratio: number,
    ) {
        const to = this.canvas.getContext('2d', kMemory);
        if (!to) throw new Error('no 2d canvas');
        this.to = to;
        this.texts = new StringAtlas(ratio, kNamesAtlas);
        this.gestures = new Gestures(this.canvas, host);
        this.tiles = new Tiles(new TilePainter(host.scene));
    }

    resize(width: number, height: number, ratio: number): void {
        this.canvas.width = Math.max(1, Math.round(width * ratio));
        this.canvas.height = Math.max(1, Math.round(height * ratio));
        this.canvas.style.width = `${width}px`;
        this.canvas.style.height = `${height}px`;
        if (ratio === this.ratio) return;
        this.ratio = ratio;
        this.texts = new StringAtlas(ratio, kNamesAtlas);
        this.tiles.clear();
    }

    setCamera(camera: Camera): void {
        this.gestures.setCamera(camera);
    }

    advance(elapsedMs: number): boolean {
        return this.gestures.advance(elapsedMs);
    }

    paint(frame: Frame): boolean {
        if (frame.palette !== this.palette) this.tiles.clear();
        else if (frame.dirty.all || frame.detail !== this.detail) this.tiles.invalidate();
        else if (frame.backdropVersion !== this.backdropVersion) this.tiles.invalidate();
        else this.tiles.mend(frame);
        this.palette = frame.palette;
        this.detail = frame.detail;
        this.backdropVersion = frame.backdropVersion;
        this.to.fillStyle = frame.palette.surface;
        this.to.fillRect(0, 0, this.canvas.width, this.canvas.height);
        const missing = this.tiles.draw(this.to, frame);
        this.paintTexts(frame);
        return missing;
    }

    destroy(): void {
        this.gestures.destroy();
        this.tiles.clear();
        this.canvas.remove();
    }

    private paintTexts({labels, camera, ratio}: Frame): void {
        for (const label of labels) {
            const placed = this.texts.place(label.text, label);
            const x = Math.round((label.x * camera.scale + camera.x) * ratio);
            const y = Math.round((label.y * camera.scale + camera.y) * ratio);
            const left = x + Math.round(label.dx * ratio - placed.width / 2);
            const top = y + Math.round(label.dy * ratio - placed.height / 2);
            const {width, height} = placed;
            this.to.drawImage(
                this.texts.canvas,
                placed.x,
                placed.y,
                width,
                height,
                left,
                top,
                width,
                height,
            );
        }
    }
}
