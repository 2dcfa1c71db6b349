// SPDX-License-Identifier: Apache-2.0
// Frame times of the seat map under software GL while seats change and the map is panned and zoomed.
//   node measure.mjs FOLDER PLAN [webgl|canvas] [SECONDS]
// FOLDER has the built bench page and PLAN.json; PLAYWRIGHT names playwright-core's folder, CHROMIUM
// the browser. Prints one line of JSON with frames, p50, p99 and the longest in milliseconds.
import {createReadStream, existsSync} from 'node:fs';
import {createServer} from 'node:http';
import {createRequire} from 'node:module';
import {extname, join, normalize} from 'node:path';

const [folder = '.', plan = 'arena', renderer = 'webgl', seconds = '12'] = process.argv.slice(2);
const kChangesPerSecond = 500;
const kTypes = {'.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css'};
const kFlags = [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--headless=new',
];

function serve() {
    const server = createServer((request, response) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        const file = join(folder, normalize(path === '/' ? '/index.html' : path));
        if (!existsSync(file)) return response.writeHead(404).end();
        response.setHeader('content-type', kTypes[extname(file)] ?? 'application/json');
        createReadStream(file).pipe(response);
    });
    return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function percentile(sorted, share) {
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

// Round and round: out to the whole house, in to the numbers, dragging at every height.
async function wander(page, until) {
    const {width, height} = page.viewportSize();
    const [cx, cy] = [width / 2, height / 2];
    let turn = 0;
    while (Date.now() < until) {
        const inward = Math.floor(turn / 6) % 2 === 0;
        const [x, y] = [cx + 90 * Math.cos(turn), cy * 0.55 + 60 * Math.sin(turn)];
        await page.mouse.move(x, y);
        for (let i = 0; i < 5; ++i) await page.mouse.wheel(0, inward ? -140 : 140);
        await page.mouse.down();
        for (let i = 1; i <= 14; ++i) {
            await page.mouse.move(x + Math.cos(turn) * i * 14, y + Math.sin(turn) * i * 10);
        }
        await page.mouse.up();
        ++turn;
    }
}

const require = createRequire(import.meta.url);
const {chromium} = require(process.env.PLAYWRIGHT ?? 'playwright-core');
const server = await serve();
const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: kFlags,
});
try {
    const page = await browser.newPage({viewport: {width: 1280, height: 800}});
    page.on('pageerror', (error) => console.error(error));
    const query = `?plan=${plan}${renderer === 'canvas' ? '&renderer=canvas' : ''}`;
    await page.goto(`http://127.0.0.1:${server.address().port}/${query}`);
    await page.waitForSelector('body[data-ready]', {timeout: 60_000});
    const engine = await page.getAttribute('.seat-map', 'data-engine');
    await page.waitForTimeout(1000);
    const stop = await page.evaluateHandle((rate) => globalThis.bench.run(rate), kChangesPerSecond);
    await wander(page, Date.now() + Number(seconds) * 1000);
    await stop.evaluate((end) => end());
    const frames = await page.evaluate(() => globalThis.bench.frames.slice(1));
    frames.sort((a, b) => a - b);
    const round = (value) => Math.round(value * 10) / 10;
    console.log(
        JSON.stringify({
            plan,
            engine,
            frames: frames.length,
            p50: round(percentile(frames, 0.5)),
            p99: round(percentile(frames, 0.99)),
            longest: round(frames[frames.length - 1] ?? 0),
        }),
    );
} finally {
    await browser.close();
    server.close();
}
