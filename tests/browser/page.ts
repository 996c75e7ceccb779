import { readFileSync } from 'node:fs';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { LeverId } from '../../src/engine/levers';
import { dialOf } from '../../src/world/dials';
import { parseQuarter } from '../../src/world/quarters';
import type { Worlds } from '../../src/world/worlds';

export { expect };

const shippedWorlds: Worlds = JSON.parse(readFileSync(new URL('../../content/worlds.json', import.meta.url), 'utf8'));

function worldCalled(id: string): Worlds['worlds'][number] {
  const world = shippedWorlds.worlds.find((world) => world.id === id);
  if (!world) throw new Error(`No world is called ${id}`);
  return world;
}

/** The query of a world that the essay ships with. */
export const shipped = (id: string): string => worldCalled(id).query;

export const opening = shipped(shippedWorlds.opening);

const desktop = { width: 1280, height: 720 };

interface Fixtures {
  /** What the page may complain of; anything else on its console, any uncaught error or request to elsewhere fails the test. */
  tolerated: RegExp | undefined;
  /** The essay in its opening world, at its top and with nothing open, but not just opened: see `standing`. */
  essay: Page;
}

interface Standing {
  /**
   * One page for all tests of a worker that need only the opening world: to open the essay and wake all of it takes longer than what most tests do there.
   * Not for those that ask how the page opens, what the reader did before, or how often something happened since.
   * What moves by itself moves here, unlike on the pages that a test opens (playwright.config.ts).
   */
  standing: { readonly page: Page; readonly complaints: string[] };
}

/** What a page complains of, from now on, and what it asks for elsewhere. */
function complaintsOf(page: Page, baseURL = '', tolerated?: RegExp): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (text === 'Service Worker registration blocked by Playwright') return;
    if ((message.type() === 'error' || message.type() === 'warning') && !tolerated?.test(text)) complaints.push(text);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL) && !/^(data|blob):/.test(url)) complaints.push(`asked for ${url}`);
  });
  return complaints;
}

/** A test whose page is not allowed to complain, nor to talk to anyone. */
export const test = base.extend<Fixtures, Standing>({
  tolerated: [undefined, { option: true }],
  page: async ({ page, baseURL, tolerated }, use) => {
    const complaints = complaintsOf(page, baseURL, tolerated);
    await use(page);
    expect(complaints).toEqual([]);
  },
  standing: [
    async ({ browser }, use, { project }) => {
      const { baseURL, serviceWorkers } = project.use;
      const permissions = ['clipboard-read', 'clipboard-write'];
      const context = await browser.newContext({ baseURL, serviceWorkers, permissions, viewport: desktop });
      const page = await context.newPage();
      const complaints = complaintsOf(page, baseURL);
      await open(page);
      await use({ page, complaints });
      await context.close();
    },
    { scope: 'worker' },
  ],
  essay: async ({ standing: { page, complaints } }, use) => {
    await afresh(page);
    await use(page);
    // Where nothing moves: the ring would go on for as long as other tests look at other pages, and take a third of a processor.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect(complaints.splice(0)).toEqual([]);
  },
});

/** Takes away what an earlier test has left: what is open, the focus, the mouse, the size and the looks, the world, its quarter, and the place in the page. */
async function afresh(page: Page): Promise<void> {
  await page.setViewportSize(desktop);
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null });
  await page.keyboard.press('Escape');
  await page.mouse.move(0, 0);
  const before = await runsOf(page);
  await world(page, worldCalled(shippedWorlds.opening).name).evaluate((button: HTMLElement) => button.click());
  await frames(page);
  // Until the hand rests, and what is off the screen may follow as soon as it comes there.
  if ((await runsOf(page)) !== before) await frames(page, 15);
  await page.evaluate((quarter) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const years = document.querySelector('#ring [role="slider"][aria-label="Quarter"]');
    for (const key of ['Home', ...Array.from({ length: quarter }, () => 'ArrowRight')])
      years?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    scrollTo(0, 0);
  }, parseQuarter(shippedWorlds.quarter, '2026Q3') ?? 0);
  // The address says which quarter it is if it is another, a moment after.
  await page.waitForFunction(() => !new URLSearchParams(location.search).has('at'));
  await frames(page);
}

/** Opens the essay with a query (without "?") and waits until it answers. */
export async function open(page: Page, query = ''): Promise<void> {
  await page.goto(query ? `./?${query}` : './');
  await awake(page);
}

/** Waits until the page answers, all parts of it, and has run what it opened with. */
export async function awake(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('#app') && !document.querySelector('[data-part]:not([data-awake])'),
  );
  await expect(bar(page).getByRole('button', { name: 'Copy link' })).toBeEnabled();
  await frames(page);
}

/** Brings a part of the page to the screen. A chapter that comes there is laid out, and follows the world, in the frames after. */
export async function bring(part: Locator): Promise<void> {
  await part.scrollIntoViewIfNeeded();
  await frames(part.page(), 3);
}

/** Two animation frames: what an input has set off has been painted. */
export async function frames(page: Page, count = 2): Promise<void> {
  await page.evaluate(async (count) => {
    for (let i = 0; i < count; i += 1) await new Promise(requestAnimationFrame);
  }, count);
}

/*
 * Roles and names are asked for within a part of the page, and the part by a selector that the browser itself knows (css:light):
 * a role that is looked for among the thousands of elements of the essay takes longer than what most tests do there.
 */

/** The bar with what the reader has moved and can do. */
export function bar(page: Page): Locator {
  return page.locator('css:light=[aria-label="Your world"]');
}

/** The chapter whose dials are sliders; its own figure is not meant. */
export function chapter(page: Page): Locator {
  return page.locator('css:light=#the-music-stops');
}

const tracks = (page: Page) => page.locator('css:light=#the-music-stops .dials');

/** A dial with a track. */
export function slider(page: Page, id: LeverId): Locator {
  return tracks(page).getByRole('slider', { name: dialOf(id).name });
}

/** A dial that is a number in a sentence. */
export function number(page: Page, id: LeverId): Locator {
  return page.locator(`css:light=.dial[role="slider"][aria-label="${dialOf(id).name}"]`).first();
}

/** The button beside a track that opens a field for the value. */
export function valueButton(page: Page, id: LeverId): Locator {
  return tracks(page).getByRole('button', { name: new RegExp(`^${dialOf(id).name}: .*Type a value$`) });
}

export function field(page: Page, id: LeverId): Locator {
  return page.locator(`css:light=input[aria-label="${dialOf(id).name}: type a value"]`);
}

/** Where a dial stands. */
export async function standsAt(dial: Locator): Promise<number> {
  return Number(await dial.getAttribute('aria-valuenow'));
}

/** How often the model has run. */
export async function runsOf(page: Page): Promise<number> {
  return Number(await page.locator('css:light=[data-runs]').getAttribute('data-runs'));
}

/** Opens the table of each figure. */
export async function openNumbers(page: Page): Promise<void> {
  await page.getByText('The numbers', { exact: true }).evaluateAll((all: HTMLElement[]) => {
    for (const summary of all) summary.click();
  });
  await frames(page);
}

/** The worlds that a click sets, the moved dials, undo and redo. */
export const world = (page: Page, name: string) =>
  page.locator('css:light=[aria-label="Worlds to set"]').getByRole('button', { name, exact: true });
export const undo = (page: Page) => bar(page).getByRole('button', { name: 'Undo' });
export const redo = (page: Page) => bar(page).getByRole('button', { name: 'Redo' });
export const moved = (page: Page) =>
  bar(page).getByRole('list', { name: 'Dials that differ from the plan' }).getByRole('listitem');

/** What the page says of a link that it did not read in full, and of a model that could not start. */
export const notices = (page: Page) => page.locator('css:light=#notices');

/** The world in the address, without what its sender saw. */
export async function searchOf(page: Page): Promise<string> {
  return page.evaluate(() => location.search.replace(/&was=[\w.-]*/, ''));
}

/**
 * All that the page says of the world it shows: every dial, every word, every shape of the figures, and the audit to its last
 * bit. Not how the reader came by it: what the dials opened with, how often the model ran, what was refused; nor what is counted over futures, as far as somebody has looked.
 */
export async function shownBy(page: Page): Promise<string[]> {
  // What is off the screen is not kept up to date. On paper all of it is.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await frames(page);
  const shown = await page.evaluate(() => {
    const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
    for (const own of main.querySelectorAll('#notices, .seen, .came, .foot, .opened, #who-is-left, #ledger, .odds'))
      own.remove();
    const told = [...main.querySelectorAll('*')].flatMap((element) => [
      ...['aria-valuenow', 'aria-valuetext', 'aria-pressed', 'd', 'points', 'cx', 'cy', 'x', 'y', 'width', 'height']
        .map((name) => element.getAttribute(name))
        .filter((value) => value !== null),
      ...[...element.childNodes].filter((node) => node instanceof Text).map((node) => node.data.trim()),
    ]);
    const bar = document.querySelector('[aria-label="Dials that differ from the plan"]')?.textContent ?? '';
    const audit = document.querySelector('[data-audit]')?.getAttribute('data-audit') ?? 'no audit';
    return [...told.filter(Boolean), bar, audit];
  });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  return shown;
}

/** Opens the page of the model with a query (without "?") and waits until it answers. */
export async function openModel(page: Page, query = ''): Promise<void> {
  await page.goto(`./model.html${query && `?${query}`}`);
  await expect(page.getByRole('combobox', { name: 'Firm' })).toBeEnabled();
}
