// SPDX-License-Identifier: Apache-2.0
// The seat map: WebGL where there is any, else Canvas 2D; each engine is a chunk of its own.
import './map.css';
import type {MapOptions, SeatMapView} from './contract';
import type {Engine, EngineHost} from './engine';
import {MapView} from './map_view';
import {sceneOf} from './scene';
import {loadSay} from './words';

export type {MapOptions, MapWishes, SeatMapView} from './contract';

async function createEngine(
    host: EngineHost,
    renderer: MapOptions['renderer'],
): Promise<Engine> {
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    if (renderer !== 'canvas' && 'WebGL2RenderingContext' in window) {
        try {
            const {createWebGlEngine} = await import('./webgl/webgl_engine');
            return await createWebGlEngine(host, ratio);
        } catch {
            // No WebGL, or a driver that promises it and fails: the other engine draws the same.
        }
    }
    const {createCanvasEngine} = await import('./canvas/canvas_engine');
    return createCanvasEngine(host, ratio);
}

export async function createSeatMap(
    host: HTMLElement,
    options: MapOptions,
): Promise<SeatMapView> {
    const tag = options.locale ?? document.documentElement.lang;
    const say = await loadSay(tag || 'en', options.text);
    if (getComputedStyle(host).position === 'static') host.style.position = 'relative';
    const view = new MapView(host, sceneOf(options.layout), options, say);
    try {
        view.useEngine(await createEngine(view, options.renderer));
    } catch (error) {
        view.destroy();
        throw error;
    }
    view.onLost = () => {
        createEngine(view, 'canvas')
            .then((engine) => view.useEngine(engine))
            .catch(() => options.wishes.failed?.());
    };
    return view;
}
