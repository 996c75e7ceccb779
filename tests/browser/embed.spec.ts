import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, type FrameLocator, type Page } from '@playwright/test';
import { sizeListener } from '../../src/components/share/embed-code';
import { embedColumn } from '../../src/components/share/embed-height';
import { pageFigures } from '../../src/views/page-figures';
import { findings } from './axe';
import { expect, open } from './page';

interface Host {
  /** Opens somebody else's page, with a figure in a frame. */
  open(query: string, sandbox: string): Promise<FrameLocator>;
  /** The same with the code that the essay gives, in a column that is so wide, without the listener. */
  show(code: string, column: number): Promise<FrameLocator>;
}

/** A page of another origin, which may not complain. */
const test = base.extend<{ host: Host }>({
  host: async ({ page, baseURL }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      const text = message.text();
      if (text === 'Service Worker registration blocked by Playwright') return;
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(text);
    });
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
    let html = '';
    const server: Server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    const show = async (column: number, inside: string) => {
      html = `<!doctype html><title>Host</title><link rel="icon" href="data:,"><main style="width: ${column}px">${inside}</main>`;
      await page.goto(`http://127.0.0.1:${port}/`);
      return page.frameLocator('iframe');
    };
    await use({
      open: (query, sandbox) =>
        show(
          640,
          `<iframe src="${baseURL}embed.html?${query.replaceAll('&', '&amp;')}" title="A figure" width="100%" height="200"
            sandbox="${sandbox}"></iframe>${sizeListener}`,
        ),
      show: (code, column) => show(column, code),
    });
    server.close();
    expect(complaints).toEqual([]);
  },
});

const heightOf = (page: Page) => page.locator('iframe').evaluate((frame: HTMLIFrameElement) => Number(frame.height));
const wayBack = (frame: FrameLocator) => frame.getByRole('link', { name: 'Open it in the essay, as it stands here' });

test('a figure in a sandboxed frame of another origin runs, tells its height, and leads back', async ({
  page,
  host,
  baseURL,
}) => {
  const frame = await host.open(
    'figure=promises&v=1&stop=2027Q3&severity=0.9&growth=0.6',
    'allow-scripts allow-popups',
  );
  const finding = frame.locator('#promises-finding');
  await expect(finding).toBeVisible();
  const before = await finding.innerText();
  // Alone: neither words nor other figures, nor a bar.
  for (const other of ['#books', '#backlog h2', '.bar', '#backlog > p']) {
    for (const element of await frame.locator(other).all()) await expect(element).toBeHidden();
  }
  await expect(frame.getByRole('button', { name: 'Share this figure' })).toHaveCount(0);

  await expect.poll(() => heightOf(page)).toBeGreaterThan(400);
  const main = await frame.locator('main').boundingBox();
  expect(Math.abs((await heightOf(page)) - (main?.height ?? 0))).toBeLessThan(1);

  const dial = frame.getByRole('slider', { name: 'Firm part of a promise' });
  await dial.press('Home');
  await expect(finding).not.toHaveText(before);
  await expect(wayBack(frame)).toHaveAttribute('href', /firmness=0&was=.*#promises$/);
  const changed = await wayBack(frame).getAttribute('href');
  await dial.press('Control+z');
  await expect(finding).toHaveText(before);
  await expect(wayBack(frame)).not.toHaveAttribute('href', changed ?? '');
  await dial.press('Control+Shift+z');
  await expect(wayBack(frame)).toHaveAttribute('href', changed ?? '');

  // A table that opens makes the frame higher.
  const low = await heightOf(page);
  await frame.locator('#promises summary').click();
  await expect.poll(() => heightOf(page)).toBeGreaterThan(low + 20);

  const [opened] = await Promise.all([page.waitForEvent('popup'), wayBack(frame).click()]);
  await opened.waitForURL(/firmness=0/);
  expect(opened.url().startsWith(`${baseURL}?v=1`)).toBe(true);
  expect(new URL(opened.url()).hash).toBe('#promises');
  await opened.close();
});

test('the height that is offered is that of the figure in a column of text, without the listener', async ({
  page,
  context,
  host,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'v=1&stop=2027Q1&severity=0.9&growth=0.5&b.growth=0.8');
  const codes: [string, string][] = [];
  for (const id of ['promises', 'race', 'receipt', 'who-matters']) {
    await page.locator(`#${id}`).getByRole('button', { name: 'Share this figure' }).click();
    await page.getByRole('button', { name: 'Copy the code' }).click();
    await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeVisible();
    codes.push([id, await page.evaluate(() => navigator.clipboard.readText())]);
    await page.keyboard.press('Escape');
    // It was measured in a frame of the page, which is gone.
    await expect(page.locator('iframe')).toHaveCount(0);
  }
  for (const [id, code] of codes) {
    const frame = await host.show(code, embedColumn);
    await expect(wayBack(frame)).toBeVisible();
    const height = () => frame.locator('main').evaluate((main) => main.getBoundingClientRect().height);
    await expect.poll(async () => Math.abs((await height()) - (await heightOf(page))), id).toBeLessThan(10);
  }
});

test('futures are counted in a frame that may have no workers, and in one that may', async ({ host }) => {
  const apart = await host.open('figure=hundred&v=1&growth=0.62', 'allow-scripts');
  await expect(apart.locator('#hundred')).toContainText('Counted from 2,000 futures');
  await expect(apart.locator('#hundred')).toContainText('no worker may be started in this frame');
  const whole = await host.open('figure=hundred&v=1&growth=0.62', 'allow-scripts allow-same-origin');
  await expect(whole.locator('#hundred')).toContainText('Counted from 10,000 futures');
  await expect(whole.locator('#hundred')).not.toContainText('no worker');
});

test('a frame has the colours of the reader’s system, or those that its address names', async ({ page, host }) => {
  const paper = (frame: FrameLocator) =>
    frame.locator('html').evaluate((root) => {
      const { colorScheme } = getComputedStyle(root);
      return [colorScheme, getComputedStyle(root).getPropertyValue('--paper').trim()];
    });
  const [light, dark] = ['#faf7f0', '#16181d'];
  // Without an origin of its own, too.
  for (const sandbox of ['allow-scripts', 'allow-scripts allow-same-origin']) {
    for (const [query, ofLight, ofDark] of [
      ['figure=ring', ['light dark', light], ['light dark', dark]],
      ['figure=ring&scheme=light', ['light', light], ['light', light]],
      ['figure=ring&scheme=dark', ['dark', dark], ['dark', dark]],
    ] as const) {
      const frame = await shown(query, sandbox);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await paper(frame)).toEqual(ofLight);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await paper(frame)).toEqual(ofDark);
    }
  }

  async function shown(query: string, sandbox: string): Promise<FrameLocator> {
    const frame = await host.open(query, sandbox);
    await expect(frame.locator('#ring')).toBeVisible();
    return frame;
  }
});

test('a figure of each chapter stands alone', async ({ page, host }) => {
  const last = new Map(pageFigures.map((figure) => [figure.part, figure]));
  for (const { id, name } of last.values()) {
    const frame = await host.open(`figure=${id}`, 'allow-scripts');
    await expect(frame.locator(`#${id}`), id).toBeVisible();
    expect(await frame.locator('figure.figure').filter({ visible: true }).count(), id).toBe(1);
    await expect(frame.locator('footer')).toContainText(name);
  }
  await page.goto('./embed.html?figure=race');
  await expect(page.locator('#race')).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test('an address that names no figure is answered with those there are, and one that is half read with a word', async ({
  host,
}) => {
  const frame = await host.open('figure=nothing&v=1&growth=0.75', 'allow-scripts');
  await expect(frame.getByRole('alert')).toContainText('names no figure');
  await expect(frame.getByRole('listitem')).toHaveCount(pageFigures.length);
  await frame.getByRole('link', { name: 'Who matters most' }).click();
  await expect(frame.locator('#who-matters')).toBeVisible();
  await expect(wayBack(frame)).toHaveAttribute('href', /growth=0\.75/);

  const half = await host.open('figure=ring&v=1&growth=lots&scheme=sepia', 'allow-scripts');
  const word = half.getByRole('status').filter({ hasText: 'growth is left out' });
  await expect(word).toContainText('scheme is left out');
  // On the first screen of a low frame.
  await expect(word).toBeInViewport({ ratio: 1 });
  await expect(half.getByRole('slider', { name: 'Venture money that goes away' })).toBeVisible();
});
