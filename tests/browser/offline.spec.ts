import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { filesOf } from '../../src/build/files-of';
import { precached } from '../../src/build/precache';
import { type BuiltSite, serveBuilt } from './built-site';
import { awake, test as base, expect, frames, number, openModel, runsOf, shipped, standsAt, world } from './page';

/** Each test has a host of its own, for it changes what lies there. */
const test = base.extend<{ site: BuiltSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that this needs nothing
  site: async ({}, use) => {
    const site = await serveBuilt();
    await use(site);
    await site.close();
  },
  baseURL: ({ site }, use) => use(site.address),
});

test.use({ serviceWorkers: 'allow' });

/** Waits until the browser keeps the site, and the page is under its care. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** The browser looks for a newer worker when it likes, past the network that a test takes away. No page waits for that. */
const isLookForNewer = (path: string) => path.endsWith('/sw.js');

/** The assets that the browser keeps, by name. */
const assets = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().flatMap(({ url }) => url.split('/assets/').slice(1));
  });

test('after one visit every page opens without a network, in any world, and runs', async ({ page, context, site }) => {
  await page.goto('./');
  await awake(page);
  await kept(page);
  site.asked();
  await context.setOffline(true);

  await page.goto('./?v=1&severity=0.2&growth=0.7#the-music-stops');
  await awake(page);
  await expect.poll(() => standsAt(number(page, 'severity'))).toBe(0.2);
  const runs = await runsOf(page);
  await number(page, 'severity').press('ArrowRight');
  await frames(page);
  expect(await runsOf(page)).toBe(runs + 1);

  await page.goto('./worlds/the-backstop/');
  await awake(page);
  await expect(world(page, 'The backstop')).toHaveAttribute('aria-pressed', 'true');
  await openModel(page, shipped('slow-leak'));
  await page.goto('./lab.html?v=1&growth=0.8&b.growth=0.6&at=2029Q4');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The lab');
  await page.waitForFunction(() => location.search.includes('b.growth=0.6'));
  await page.goto('./sources.html?v=1&growth=0.8');
  await page.getByRole('searchbox').fill('Oracle');
  await expect(page.getByRole('status').first()).not.toBeEmpty();
  expect(site.asked().filter((path) => !isLookForNewer(path))).toEqual([]);
});

/** What the page says of itself to others: no script touches it. */
const edition = (page: Page) => page.locator('meta[property="og:title"]');

/** Another version of the site in the place of this one, in which every asset has another name, as if all had changed. The old files are gone. */
async function release(folder: string, mark: string): Promise<void> {
  const renamed = (text: string) => text.replace(/([\w.-]+-[\w-]{8})(\.(?:js|css|wasm|woff2)\b)/g, `$1${mark}$2`);
  const before = await precached(folder);
  for (const name of readdirSync(join(folder, 'assets'))) {
    renameSync(join(folder, 'assets', name), join(folder, 'assets', renamed(name)));
  }
  for (const file of (await filesOf(folder)).filter((file) => /\.(js|css|html)$/.test(file))) {
    const text = renamed(readFileSync(join(folder, file), 'utf8'));
    writeFileSync(join(folder, file), text.replaceAll('"og:title" content="', `"og:title" content="${mark} `));
  }
  // The worker has the list of files in it: the digests of what has changed are put in the place of the old ones.
  const worker = join(folder, 'sw.js');
  let list = readFileSync(worker, 'utf8');
  const after = new Map((await precached(folder)).map((entry) => [entry.url, entry]));
  for (const old of before) {
    const now = after.get(renamed(old.url));
    if (!now?.integrity || !old.integrity) throw new Error(`${old.url} is not in the new version`);
    list = list.replaceAll(old.integrity, now.integrity);
    if (old.revision && now.revision) list = list.replaceAll(old.revision, now.revision);
  }
  writeFileSync(worker, list);
}

test('a new version is taken by the next page, whole; an open one keeps its own files until it is gone', async ({
  page,
  context,
  site,
}) => {
  await page.goto('./sources.html');
  await kept(page);
  const first = await assets(page);
  expect(first.length).toBeGreaterThan(40);

  await release(site.folder, 'Second');
  // This page is still the first version, and finds that there is another.
  await page.reload();
  await expect(edition(page)).toHaveAttribute('content', 'The sources: When the Music Stops');
  // The browser would look by itself a second or two later.
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await page.waitForFunction(async () => {
    const { active, waiting, installing } = (await navigator.serviceWorker.getRegistration()) ?? {};
    return active?.state === 'activated' && !waiting && !installing;
  });
  await expect
    .poll(async () => (await assets(page)).filter((name) => name.includes('Second')).length)
    .toBe(first.length);

  // The next page is of the second, and of nothing else.
  const second = await context.newPage();
  const asked: string[] = [];
  second.on('request', (request) => asked.push(...request.url().split('/assets/').slice(1)));
  await second.goto('./');
  await expect(second.getByRole('button', { name: 'Copy link' })).toBeEnabled();
  await expect(edition(second)).toHaveAttribute('content', 'Second When the Music Stops');
  await expect.poll(() => asked.length).toBeGreaterThan(20);
  expect(asked.filter((name) => !name.includes('Second'))).toEqual([]);

  // The first page still finds all that is its own, though the host has it no more.
  expect(await assets(page)).toEqual(expect.arrayContaining(first));
  const found = await page.evaluate(
    (names) => Promise.all(names.map(async (name) => (await fetch(`./assets/${name}`)).ok)),
    first,
  );
  expect(found).toEqual(first.map(() => true));

  // When it has moved on, what is old is dropped.
  await page.reload();
  await expect(edition(page)).toHaveAttribute('content', 'Second The sources: When the Music Stops');
  await expect.poll(async () => (await assets(page)).filter((name) => !name.includes('Second'))).toEqual([]);
});

test('what does not fit its list is not kept: no mix of two versions', async ({ page, site }) => {
  writeFileSync(join(site.folder, 'model.html'), '<title>Of another version</title>');
  await page.goto('./sources.html');
  await expect.poll(() => site.asked().join().includes('model.html')).toBe(true);
  // The worker was there to fetch it. A browser forgets one that could not fetch its files.
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) === undefined))
    .toBe(true);
});

test('a page in somebody else’s sandboxed frame works, and keeps nothing', async ({ page, site }) => {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe sandbox="allow-scripts" width="900" height="900" src="${site.address}sources.html"></iframe>`,
    }),
  );
  await page.goto('./host.html');
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForTimeout(1000);
  expect(site.asked().filter((path) => path.includes('sw.js'))).toEqual([]);
});
