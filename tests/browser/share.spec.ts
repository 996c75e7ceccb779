import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { findings } from './axe';
import { expect, open, opening, test } from './page';

const sheet = (page: Page) => page.locator('css:light=.sheet[role="dialog"]');
const finding = (page: Page, id: string) => page.locator(`#${id}-finding`).innerText();

/** Opens the sheet for a figure. */
async function share(page: Page, id: string): Promise<void> {
  await page.locator(`#${id}`).getByRole('button', { name: 'Share this figure' }).click();
  await expect(sheet(page)).toBeVisible();
  await expect(sheet(page)).toHaveAccessibleName(/^Share/);
}

const press = (page: Page, name: string) => sheet(page).getByRole('button', { name, exact: true }).click();

async function copied(page: Page, name: string): Promise<string> {
  await press(page, name);
  // The button that was pressed before may still say so.
  await expect(sheet(page).getByRole('button', { name, exact: true })).toHaveCount(0);
  await expect(sheet(page).getByRole('button', { name: 'Copied', exact: true })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

async function taken(page: Page, name: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await press(page, name);
  return download;
}

test('copies a link, code and citations for one figure in this world, and a number with its source', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'v=1&stop=2028Q1&severity=0.9&growth=0.6');
  await share(page, 'promises');

  const link = new URL(await copied(page, 'Copy the link'));
  expect(link.hash).toBe('#promises');
  expect(link.search).toMatch(/^\?v=1&stop=2028Q1&severity=0\.9&growth=0\.6&was=/);

  const said = await finding(page, 'promises');
  const text = await copied(page, 'As text');
  for (const part of ['When the Music Stops', said, 'The music stops 2028 Q1', '30 June 2026', link.href]) {
    expect(text).toContain(part);
  }
  expect(await copied(page, 'As BibTeX')).toMatch(/^@misc\{when-the-music-stops-promises,[\s\S]*\n\}$/);

  const code = await copied(page, 'Copy the code');
  const frame = await page.evaluate((code) => {
    const element = new DOMParser().parseFromString(code, 'text/html').querySelector('iframe');
    return (
      element && { src: element.src, title: element.title, height: element.height, sandbox: element.sandbox.value }
    );
  }, code);
  expect(frame?.src).toMatch(/\/embed\.html\?figure=promises&v=1&stop=2028Q1&severity=0\.9&growth=0\.6$/);
  expect(frame?.title).toContain(said);
  expect(Number(frame?.height)).toBeGreaterThan(400);
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('always light');
  expect(await copied(page, 'Copy the code')).toContain('embed.html?figure=promises&amp;scheme=light&amp;v=1');
  expect(frame?.sandbox).toContain('allow-scripts');
  expect(await copied(page, 'Copy the script of its height')).toContain('when-the-music-stops:size');
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await expect(page.locator('#promises').getByRole('button', { name: 'Share this figure' })).toBeFocused();

  await page.locator('#books .sourced').first().click();
  await page.getByRole('button', { name: 'Copy this number with its source' }).click();
  await expect(page.getByRole('button', { name: 'Copied, with its source' })).toBeVisible();
  const number = await page.evaluate(() => navigator.clipboard.readText());
  expect(number).toMatch(/^Microsoft.*: \$627bn, as of 31 March 2026 \(grade A\)\.\nSource: .*https?:\/\//);
  expect(number).toContain('sources.html#microsoft-rpo');
});

test('gives a picture with finding, labels, source and link, and the numbers', async ({ essay: page }) => {
  for (const id of ['ring', 'timeline', 'hundred']) {
    await share(page, id);
    // Its worlds come one by one.
    if (id === 'hundred') await expect(page.locator('#hundred')).toContainText('Counted from 10,000 futures;');
    const said = await finding(page, id);
    const file = await taken(page, 'SVG');
    expect(file.suggestedFilename()).toBe(`when-the-music-stops-${id}.svg`);
    const svg = await readFile(await file.path(), 'utf8');
    const drawn = await page.evaluate((svg) => {
      const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
      return {
        broken: picture.querySelector('parsererror, foreignObject, script')?.textContent,
        title: picture.querySelector('title')?.textContent,
        texts: [...picture.querySelectorAll('text')].map(({ textContent }) => textContent ?? ''),
        shapes: picture.querySelectorAll('path').length,
      };
    }, svg);
    expect(drawn.broken).toBeUndefined();
    expect(drawn.title?.replaceAll(/\s/g, ' ')).toBe(said.replaceAll(/\s/g, ' '));
    const all = drawn.texts.join(' ').replaceAll(/\s/g, '');
    expect(all).toContain(said.replaceAll(/\s/g, ''));
    expect(all).toContain('Dataasof30June2026');
    expect(all).toContain(`#${id}`);
    expect(drawn.shapes).toBeGreaterThan(5);
    // What is for readers of the page alone is not in it.
    expect(all).not.toMatch(/Thenumbers|Share|Holdstill|usual:/);

    // Each label of the figure is a text of its own, as it is on the page.
    const labels = await page.locator(`#${id}`).evaluate((figure) => {
      const shown = [...figure.querySelectorAll('.ring .name, .ring .state span, b, svg text, .worlds span')];
      return shown.filter((label) => label.checkVisibility()).map(({ textContent }) => textContent?.trim() ?? '');
    });
    expect(labels.length).toBeGreaterThan(5);
    for (const label of labels) expect(drawn.texts, label).toContain(label);

    const png = (await readFile(await (await taken(page, 'PNG')).path())).toString('base64');
    const seen = await page.evaluate(async (png) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
      pen?.drawImage(image, 0, 0);
      const pixels = new Uint32Array(pen?.getImageData(0, 0, image.width, image.height).data.buffer ?? []);
      return { width: image.width, colours: new Set(pixels).size };
    }, png);
    expect(seen.width).toBe(2 * Number(/width="(\d+)"/.exec(svg)?.[1]));
    expect(seen.colours).toBeGreaterThan(100);

    const csv = await readFile(await (await taken(page, 'CSV')).path(), 'utf8');
    const [head = '', ...rows] = csv.split('\r\n');
    expect(head).toMatch(/^\uFEFF.*,finding,world,link$/);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows[0]).toContain(`#${id}`);
    // Where it comes from is said once.
    expect(rows[1]).toMatch(/,,,$/);
    // Amounts are numbers, with their unit in the head.
    expect(head).toMatch(/, (\$bn|%)"/);
    expect(csv).not.toMatch(/(^|,)"?−?\$[\d.,]+bn/m);
    // The table was there for a moment only.
    await expect(page.locator(`#${id} details`)).not.toHaveAttribute('open');
    await page.keyboard.press('Escape');
  }
});

test('gives the table of moves with a head for each column', async ({ essay: page }) => {
  await share(page, 'moves');
  const csv = await readFile(await (await taken(page, 'CSV')).path(), 'utf8');
  const heads = [...(csv.split('\r\n')[0] ?? '').matchAll(/"[^"]*"|[^,]+/g)].map(([head]) => head);
  expect(heads.filter((head) => /Moved (down|up), /.test(head))).toHaveLength(4);
  expect(new Set(heads).size).toBe(heads.length);
});

test('says in a picture which world is pinned, and has a ruling as pale as on the screen', async ({ page }) => {
  await open(page, `${opening}&b.growth=0.8`);
  await share(page, 'fuse');
  const svg = await readFile(await (await taken(page, 'SVG')).path(), 'utf8');
  expect(svg).toContain('In the world: The music stops (dotted, the pinned world: Growth of the labs 80%).');
  expect(svg).toMatch(/<pattern [^>]*><path [^>]*fill-opacity="0\.5"/);
  await page.keyboard.press('Escape');
  // Every quarter of the run is in the lab, in this world and at the place.
  await share(page, 'fuse');
  await expect(sheet(page).getByRole('link', { name: 'Files panel' })).toHaveAttribute(
    'href',
    /^lab\.html\?v=1&stop=2027Q3&severity=0\.9&growth=0\.6&b\.growth=0\.8.*#files$/,
  );
  await page.keyboard.press('Escape');
  // Nothing dotted is in this one.
  await share(page, 'books');
  expect(await readFile(await (await taken(page, 'SVG')).path(), 'utf8')).toContain('In the world: The music stops.');
  await sheet(page).getByRole('link', { name: 'Files panel' }).click();
  await expect(page.getByRole('heading', { name: 'Files' })).toBeInViewport();
});

test('shows what the browser does not let it copy, selected, and goes back to the button', async ({ essay: page }) => {
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('No', 'NotAllowedError'));
  });
  await share(page, 'ring');
  expect(await findings(page, { within: ['.sheet'] })).toEqual([]);
  await press(page, 'As BibTeX');
  const field = sheet(page).getByRole('textbox', { name: 'BibTeX entry' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/^@misc/);
  expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^@misc/);
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(sheet(page).getByRole('button', { name: 'As BibTeX' })).toBeFocused();
  await page.evaluate(() => Reflect.deleteProperty(navigator.clipboard, 'writeText'));
});
