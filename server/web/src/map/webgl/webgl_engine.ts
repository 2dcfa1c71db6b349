// SPDX-License-Identifier: Apache-2.0
// The map by WebGL: PixiJS draws three meshes (backdrop, seats, texts), pixi-viewport turns gestures
// into cameras. Nothing ticks by itself: a frame is drawn when the map asks for one.
import 'pixi.js/unsafe-eval';
import 'pixi.js/events';
import 'pixi.js/mesh';
import {Container, EventsTicker, Rectangle, Ticker, WebGLRenderer, type UniformGroup} from 'pixi.js';
import {Viewport} from 'pixi-viewport';
import type {BackdropPart} from '../backdrop';
import {clamped, fitScale, type Camera} from '../camera';
import {kGlide, type Engine, type EngineHost, type Frame} from '../engine';
import {GlBackdrop} from './gl_backdrop';
import {GlSeats} from './gl_seats';
import {GlTexts} from './gl_texts';
import {cameraGroup} from './shaders';

const kGlideMs = 600;
const kFar = 1e7;

export async function createWebGlEngine(host: EngineHost, ratio: number): Promise<Engine> {
    const renderer = new WebGLRenderer();
    const canvas = document.createElement('canvas');
    // Opaque and without depth: less to clear and to blend, which software drivers feel.
    const context = canvas.getContext('webgl2', {
        alpha: false,
        antialias: false,
        depth: false,
        stencil: true,
    });
    if (!context) throw new Error('no WebGL');
    await renderer.init({
        canvas,
        context,
        width: 16,
        height: 16,
        resolution: ratio,
        autoDensity: true,
        antialias: false,
        skipExtensionImports: true,
        hello: false,
    });
    return new WebGlEngine(renderer, host, ratio);
}

class WebGlEngine implements Engine {
    readonly kind = 'webgl';
    readonly canvas: HTMLCanvasElement;
    private readonly root = new Container();
    private readonly viewport: Viewport;
    private readonly camera: UniformGroup = cameraGroup();
    private readonly seats: GlSeats;
    private texts: GlTexts;
    private backdrop: GlBackdrop | null = null;
    private parts: readonly BackdropPart[] | null = null;
    private surface = '';
    private glideUntil = 0;
    private clock = 0;
    private destroyed = false;

    constructor(
        private readonly renderer: WebGLRenderer,
        private readonly host: EngineHost,
        private ratio: number,
    ) {
        this.canvas = renderer.canvas as HTMLCanvasElement;
        this.stopTickers();
        this.canvas.addEventListener('webglcontextlost', this.lost);
        this.viewport = new Viewport({
            events: renderer.events,
            noTicker: true,
            passiveWheel: false,
            // Everything: flights move the camera without the viewport's own update.
            forceHitArea: new Rectangle(-kFar, -kFar, 2 * kFar, 2 * kFar),
        });
        this.viewport
            .drag({mouseButtons: 'left', wheel: false})
            .pinch({noDrag: false})
            .wheel(host.reducedMotion ? {percent: 0.4} : {percent: 0.4, smooth: 6});
        const {share: friction, still: minSpeed} = kGlide;
        if (!host.reducedMotion) this.viewport.decelerate({friction, minSpeed});
        this.viewport.on('moved', () => this.glide());
        this.viewport.on('zoomed', () => this.glide());
        this.root.eventMode = 'static';
        this.seats = new GlSeats(host.scene, this.camera);
        this.texts = new GlTexts(host.scene, this.camera, ratio);
        this.root.addChild(this.viewport, this.seats.mesh, ...this.texts.meshes);
        this.canvas.addEventListener('wheel', this.wake, {passive: true});
        this.canvas.addEventListener('pointerup', this.wake, {passive: true});
    }

    resize(width: number, height: number, ratio: number): void {
        this.renderer.resize(width, height, ratio);
        this.viewport.resize(width, height);
        if (ratio !== this.ratio) {
            this.ratio = ratio;
            this.texts.destroy();
            this.texts = new GlTexts(this.host.scene, this.camera, ratio);
            this.root.addChild(...this.texts.meshes);
        }
    }

    setCamera({x, y, scale}: Camera): void {
        const {minScale, maxScale} = this.scales();
        this.viewport.clampZoom({minScale, maxScale});
        this.viewport.scale.set(scale);
        this.viewport.position.set(x, y);
    }

    advance(elapsedMs: number): boolean {
        this.clock += elapsedMs;
        this.viewport.update(elapsedMs);
        const {x, y} = this.viewport.position;
        const before = {x, y, scale: this.viewport.scale.x};
        const after = clamped(before, this.host.limits());
        if (after.x !== x || after.y !== y || after.scale !== before.scale) {
            this.viewport.scale.set(after.scale);
            this.viewport.position.set(after.x, after.y);
        }
        this.host.moved(after);
        return this.clock < this.glideUntil;
    }

    paint(frame: Frame): boolean {
        if (frame.backdrop !== this.parts) this.replaceBackdrop(frame);
        const {camera, ratio, width, height} = frame;
        (this.camera.uniforms['uCamera'] as Float32Array).set([
            camera.scale * ratio,
            camera.x * ratio,
            camera.y * ratio,
            ratio,
        ]);
        (this.camera.uniforms['uScreen'] as Float32Array).set([width * ratio, height * ratio]);
        this.camera.update();
        if (this.surface !== frame.palette.surface) {
            this.surface = frame.palette.surface;
            this.renderer.background.color = this.surface;
        }
        this.backdrop?.update(frame);
        this.seats.update(frame);
        this.texts.update(frame, this.seats);
        this.renderer.render({container: this.root});
        return false;
    }

    destroy(): void {
        if (this.destroyed) return;
        this.destroyed = true;
        this.canvas.removeEventListener('webglcontextlost', this.lost);
        this.canvas.removeEventListener('wheel', this.wake);
        this.canvas.removeEventListener('pointerup', this.wake);
        this.seats.destroy();
        this.texts.destroy();
        this.backdrop?.destroy();
        this.viewport.destroy();
        this.root.destroy();
        this.renderer.destroy({removeView: true});
    }

    private replaceBackdrop(frame: Frame): void {
        this.backdrop?.destroy();
        this.backdrop = new GlBackdrop(frame.backdrop, this.camera);
        this.backdrop.meshes.forEach((mesh, i) => this.root.addChildAt(mesh, i));
        this.parts = frame.backdrop;
    }

    private scales(): {minScale: number; maxScale: number} {
        const limits = this.host.limits();
        const minScale = fitScale(limits);
        return {minScale, maxScale: Math.max(limits.maxScale, minScale)};
    }

    private glide(): void {
        this.glideUntil = this.clock + kGlideMs;
        this.host.wake();
    }

    // PixiJS keeps a frame loop for its own housekeeping, which nothing here needs.
    private stopTickers(): void {
        EventsTicker.removeTickerListener();
        for (const ticker of [Ticker.system, Ticker.shared]) {
            ticker.autoStart = false;
            ticker.stop();
        }
    }

    // A wheel turns smoothly and a drag glides out over the next frames.
    private readonly wake = (event: Event): void => {
        if (event.type === 'wheel') this.glide();
        else this.host.wake();
    };

    private readonly lost = (event: Event): void => {
        event.preventDefault();
        if (!this.destroyed) this.host.lost();
    };
}
