import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { preview } from 'vite';
import { awake, expect, opening, shipped, shownBy, test, world } from './page';

declare global {
  interface Window {
    /** Changes of children under #app, told. */
    added: string[];
    /** Every element of the page as it arrived. */
    arrived: Element[];
    /** Those of them that wake up first, with the opening. */
    arrivedFirst: Element[];
  }
}

/** Svelte mends markup that does not match without a word. So what is watched is the page: waking up, it changes no child. */
const watch = () => {
  window.added = [];
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    const app = document.getElementById('app');
    if (!app) return;
    window.arrived = [...app.querySelectorAll('*')];
    window.arrivedFirst = window.arrived.filter((element) => !element.closest('[data-part]'));
    new MutationObserver((records) => {
      for (const { target, addedNodes, removedNodes } of records) {
        const place = target instanceof Element ? target.outerHTML.slice(0, 120) : target.nodeName;
        window.added.push(`${place}: ${addedNodes.length} added, ${removedNodes.length} removed`);
      }
    }).observe(app, { childList: true, subtree: true });
  });
};

// As most readers come: with what moves by itself.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

async function arrive(page: Page, query = ''): Promise<void> {
  await page.addInitScript(watch);
  await page.goto(query ? `./?${query}` : './', { waitUntil: 'networkidle' });
  await awake(page);
}

/** What arrived and is not in the page any more. */
const gone = () =>
  window.arrived.filter((element) => !element.isConnected).map((element) => element.outerHTML.slice(0, 120));

async function hasNotChanged(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.arrived.length)).toBeGreaterThan(100);
  expect(await page.evaluate(gone)).toEqual([]);
  expect(await page.evaluate(() => window.added)).toEqual([]);
}

test('a link to the world it opens with wakes up without changing', async ({ page }) => {
  await arrive(page, opening);
  await hasNotChanged(page);
});

test('a link to another world changes the page after it has woken, not while', async ({ page }) => {
  await arrive(page, shipped('the-backstop'));
  // What a wrong first rendering would have made new: all that every world has. Lists may grow and shrink.
  const kept = await page.evaluate(() => {
    const always = 'h1, h2, section, figure, svg, [role="slider"], button, dl, main, footer';
    // A part that wakes up after the world has turned may be made anew.
    const lost = window.arrivedFirst.filter((element) => !element.isConnected && element.matches(always));
    return lost.filter((element) => !element.closest('li, tr')).map((element) => element.outerHTML.slice(0, 120));
  });
  expect(kept).toEqual([]);
  // And it is the page that a reader gets who sets that world by hand.
  const linked = await shownBy(page);
  await page.goto('./');
  await awake(page);
  await world(page, 'The backstop').click();
  expect(await shownBy(page)).toEqual(linked);
});

test('the prerendered page wakes up without changing, asks for nothing but its own files, and for nothing more once it is awake', async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await arrive(page);
  await hasNotChanged(page);
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((url) => !url.startsWith(baseURL ?? ''))).toEqual([]);
  asked.length = 0;
  await world(page, 'The plan holds').click();
  await expect(world(page, 'The plan holds')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+z');
  await expect(world(page, 'The plan holds')).toHaveAttribute('aria-pressed', 'false');
  // The browser gets the icon for its tab when it likes.
  expect(asked.filter((url) => !url.endsWith('favicon.svg'))).toEqual([]);
});

test('`npm start` serves the essay, at no unknown address, and to frames without an origin', async ({ request }) => {
  const server = await preview({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'error',
  });
  const address = server.resolvedUrls?.local[0];
  const essay = await request.get(`${address}`);
  expect(essay.status()).toBe(200);
  expect((await request.get(`${address}no-such-page`)).status()).toBe(404);
  expect((await request.get(`${address}favicon.svg`, { headers: { Origin: 'null' } })).headers()).toMatchObject({
    'access-control-allow-origin': '*',
  });
  await server.close();
});
