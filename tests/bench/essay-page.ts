/**
 * npm run bench:essay: the built essay as its reader has it, in Chromium with its processor slowed to a quarter: what it weighs, when its first figure moves, and how many frames a
 * second are left while a dial is dragged, chapter by chapter, with the figures of that chapter on the screen.
 */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { chromiumFor } from '../browser/chromium';
import { machine } from './machine';
import { timingHead, timingRow } from './timings';

const slowed = 4;
const loads = 9;
const dragFor = 3000;

declare global {
  interface Window {
    /** When the page first answered, in milliseconds since its address was asked for. */
    answeredAt: number | undefined;
    frameTimes: number[] | undefined;
  }
}

/** A page with an empty cache and a slow processor. */
async function slowPage(browser: Browser, width: number): Promise<Page> {
  // What a browser fetches in the background to keep the site is no part of the page.
  const context = await browser.newContext({ viewport: { width, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  await page.addInitScript(() => {
    const look = () => {
      // The page as it was sent has dials that do not answer, and the count of the run that the build has made.
      if (document.querySelector('[role=slider]:not([aria-disabled])')) window.answeredAt = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return page;
}

const answered = (page: Page) => page.waitForFunction(() => window.answeredAt).then((handle) => handle.jsonValue());

/** The kinds of files that a reader fetches before the first figure moves, and what they come to. */
async function weigh(browser: Browser, url: string): Promise<void> {
  const page = await slowPage(browser, 1280);
  const fetched: Promise<{ kind: string; url: string; body: Buffer } | undefined>[] = [];
  page.on('response', (response) => {
    const name = new URL(response.url()).pathname;
    const kind = name.endsWith('/') ? 'html' : (name.split('.').at(-1) ?? '');
    // What is fetched later, for the parts that wake up after the first figure, may be cut off as the page is closed.
    const read = response.body().then(
      (body) => ({ kind, url: response.url(), body }),
      () => undefined,
    );
    fetched.push(read);
  });
  await page.goto(url);
  await answered(page);
  const all = (await Promise.all(fetched)).filter((file) => file !== undefined);
  // Of the scripts those that the page as it was sent names, and of the modules the engine. The parts that wake up later are fetched as soon as the first has.
  const sent = String(all.find(({ kind }) => kind === 'html')?.body ?? '');
  const isFirst = ({ kind, url }: { kind: string; url: string }) => {
    const name = url.slice(url.lastIndexOf('/') + 1);
    if (kind === 'wasm') return name.startsWith('core');
    return kind !== 'js' || sent.includes(name);
  };
  const files = all.filter(isFirst);
  const kinds = [...new Set(files.map(({ kind }) => kind))].sort();
  console.log(
    `${'bytes, before any scroll'.padEnd(34)}${['files', 'raw', 'gzip', 'brotli'].map((word) => word.padStart(9)).join('')}`,
  );
  const total = [0, 0, 0, 0];
  for (const kind of kinds) {
    const bodies = files.filter((file) => file.kind === kind).map(({ body }) => body);
    const sum = (size: (body: Buffer) => number) => bodies.reduce((all, body) => all + size(body), 0);
    const row = [
      bodies.length,
      sum((b) => b.length),
      sum((b) => gzipSync(b, { level: 9 }).length),
      sum((b) => brotliCompressSync(b).length),
    ];
    console.log(`${kind.padEnd(34)}${row.map((n) => String(n).padStart(9)).join('')}`);
    if (kind !== 'woff2') for (const [k, n] of row.entries()) total[k] = (total[k] ?? 0) + n;
  }
  console.log(`${'all but fonts'.padEnd(34)}${total.map((n) => String(n).padStart(9)).join('')}\n`);
  await page.context().close();
}

/**
 * Drags a dial to and fro across what is on the screen, as a hand does: a step every 16 milliseconds, whether or not the page has answered the one before. Gives the times between frames.
 * The steps go to the browser itself: the driver's own mouse runs a script in the page before each, and waits for the page.
 */
async function drag(page: Page, dial: string): Promise<readonly number[] | undefined> {
  const track = page.locator(dial).first();
  if ((await track.count()) === 0) return undefined;
  await track.scrollIntoViewIfNeeded();
  await page.waitForTimeout(600);
  const box = await track.boundingBox();
  if (!box) return undefined;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => {
    const times: number[] = [];
    window.frameTimes = times;
    const note = (now: number) => {
      times.push(now);
      if (window.frameTimes === times) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  const hand = await page.context().newCDPSession(page);
  const steps: Promise<unknown>[] = [];
  const until = Date.now() + dragFor;
  for (let k = 0; Date.now() < until; k++) {
    const at = { x: x + 120 * Math.sin(k / 25), y };
    steps.push(hand.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at, button: 'left', buttons: 1 }));
    await new Promise((r) => setTimeout(r, 16));
  }
  await Promise.all(steps);
  await hand.detach();
  const times = await page.evaluate(() => {
    const noted = window.frameTimes ?? [];
    window.frameTimes = undefined;
    return noted;
  });
  await page.mouse.up();
  return times.slice(1).map((now, k) => now - (times[k] ?? now));
}

const server = await preview({ logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
const url = server.resolvedUrls?.local[0];
if (!url) throw new Error('The built essay is not served.');
const browser = await chromium.launch(chromiumFor('benchmarks'));
try {
  console.log(`${machine()}, Chromium ${browser.version()}, processor slowed to a ${slowed}th\n`);
  await weigh(browser, url);

  const alive: number[] = [];
  const painted: number[] = [];
  for (let k = 0; k < loads; k++) {
    const page = await slowPage(browser, 390);
    await page.goto(url);
    alive.push((await answered(page)) ?? Number.NaN);
    painted.push(
      await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
    );
    await page.context().close();
  }
  console.log(timingHead.replace('futures/s', ''));
  console.log(timingRow('first paint', painted));
  console.log(`${timingRow('first figure moves', alive)}\n`);

  for (const width of [390, 1440]) {
    const page = await slowPage(browser, width);
    await page.goto(url);
    await answered(page);
    console.log(`a dial dragged for ${dragFor / 1000} s, ${width} pixels wide`);
    console.log(
      `${'milliseconds between frames'.padEnd(34)}${['median', '95%', 'most', 'frames/s'].map((word) => word.padStart(9)).join('')}`,
    );
    for (const id of await page.locator('main section[id]').evaluateAll((all) => all.map(({ id }) => id))) {
      const between = await drag(page, `#${id} [role=slider]`);
      if (!between) continue;
      const sorted = [...between].sort((a, b) => a - b);
      const at = (share: number) =>
        (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(1).padStart(9);
      const mean = between.reduce((sum, ms) => sum + ms, 0) / between.length;
      console.log(`${id.padEnd(34)}${at(0.5)}${at(0.95)}${at(1)}${(1000 / mean).toFixed(1).padStart(9)}`);
    }
    console.log();
    await page.context().close();
  }
} finally {
  await browser.close();
  await server.close();
}
