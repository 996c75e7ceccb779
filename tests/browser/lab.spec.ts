import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { LeverId } from '../../src/engine/levers';
import { dialOf, groups } from '../../src/world/dials';
import { findings } from './axe';
import { bar, expect, frames, open, redo, runsOf, searchOf, shipped, test, undo } from './page';

const two = 'v=1&stop=2027Q3&severity=0.9&growth=0.6&b.stop=2027Q3&b.severity=0.9&b.growth=0.6&b.backstop=1';

/** Opens the lab with a query (without "?") and waits until it answers. */
async function openLab(page: Page, query = ''): Promise<void> {
  await page.goto(`./lab.html${query && `?${query}`}`);
  await expect(outcomes(page)).toBeVisible();
  await expect(bar(page).getByRole('button', { name: 'Copy link' })).toBeEnabled();
}

const outcomes = (page: Page) => page.locator('#outcomes');
const row = (page: Page, name: string) => outcomes(page).getByRole('row', { name: new RegExp(`^${name}`) });
const dial = (page: Page, id: LeverId) => page.locator(`.track[data-dial="${id}"]`);
const world = (page: Page, letter: string) => page.getByRole('radio', { name: new RegExp(`^${letter} `) });
const chart = (page: Page) => page.locator('#lab-chart').getByRole('img');
const canvas = (page: Page) => page.locator('#lab-chart canvas');
const series = (page: Page) => page.getByRole('combobox', { name: 'Draw', exact: true });

/** The picture on the canvas. */
const drawn = (page: Page) => canvas(page).evaluate((element: HTMLCanvasElement) => element.toDataURL());

/** Brings the chart onto the screen and waits until it is drawn. */
async function seeChart(page: Page): Promise<void> {
  await canvas(page).scrollIntoViewIfNeeded();
  // Chart.js gives the canvas its size.
  await expect(canvas(page)).toHaveAttribute('style', /width/);
  await frames(page);
}

test.describe('the lab', () => {
  test('turns the active world: one run, and table and chart with it', async ({ page }) => {
    await openLab(page, two);
    await expect(row(page, 'First to fall').getByRole('cell')).toHaveText([
      'OpenAI fails in 2029 Q4',
      /^nobody falls\s+in A OpenAI fails$/,
    ]);
    await seeChart(page);
    const bar = page.getByRole('region', { name: 'Your world' });
    await expect(bar).toContainText('A: The music stops');
    const [runs, picture, label] = [
      await runsOf(page),
      await drawn(page),
      await chart(page).getAttribute('aria-label'),
    ];
    expect(runs).toBe(2);
    await dial(page, 'severity').focus();
    await page.keyboard.press('Home');
    await frames(page);
    expect(await runsOf(page)).toBe(3);
    await expect(row(page, 'First to fall').getByRole('cell')).toHaveText([
      'nobody falls',
      /^nobody falls\s+the same$/,
    ]);
    await expect(page.getByRole('row', { name: /^Venture money that goes away/ })).toHaveText(/away0%90%$/);
    await expect(bar).toContainText('A: your own');
    expect(await drawn(page)).not.toBe(picture);
    expect(await chart(page).getAttribute('aria-label')).not.toBe(label);

    // The other one, by the arrow keys, and the differences from it.
    await world(page, 'A').focus();
    await page.keyboard.press('ArrowDown');
    await expect(world(page, 'B')).toBeChecked();
    await expect(bar).toContainText('B: The backstop');
    await expect(page.getByRole('region', { name: 'Dials of B' })).toBeVisible();
    await expect(dial(page, 'severity')).toHaveAttribute('aria-valuenow', '0.9');
    await page
      .getByRole('group', { name: /differences are counted from/ })
      .getByLabel('B')
      .check({ force: true });
    await expect(row(page, 'Raised from suppliers').getByRole('cell').nth(0)).toHaveText(/\s\$\d+bn less$/);
    await expect(row(page, 'Raised from suppliers').getByRole('cell').nth(1)).not.toHaveText(/more|less/);
    await expect(page.getByRole('link', { name: 'Back to the essay, in world B' })).toHaveAttribute(
      'href',
      './?v=1&stop=2027Q3&severity=0.9&backstop=1&growth=0.6',
    );
    expect(await findings(page)).toEqual([]);
  });

  test('takes up to four worlds and loses none', async ({ page }) => {
    await openLab(page, two);
    const add = page.getByRole('button', { name: 'Add world' });
    const heads = outcomes(page).getByRole('columnheader');
    await add.click();
    await expect(world(page, 'C')).toBeChecked();
    await expect(page.getByText('World C is a copy of A.')).toBeAttached();
    await page.getByRole('combobox', { name: 'Another world:' }).selectOption('“Slow leak”');
    await add.press('Enter');
    await expect(page.getByRole('radio', { name: 'D Slow leak' })).toBeChecked();
    await expect(heads).toHaveText(['A', 'B', 'C', 'D']);
    await expect(page.getByText('Four worlds stand here.')).toBeVisible();
    await add.click({ force: true });
    await expect(heads).toHaveCount(4);
    const all = await outcomes(page).innerText();
    await expect.poll(() => searchOf(page)).toContain('&d.stop=2027Q1&');

    await page.getByRole('button', { name: 'Remove world B' }).press('Enter');
    await expect(heads).toHaveText(['A', 'B', 'C']);
    await expect(world(page, 'C')).toBeFocused();
    await undo(page).click();
    await expect(heads).toHaveCount(4);
    expect(await outcomes(page).innerText()).toBe(all);
    for (let i = 0; i < 2; i += 1) await undo(page).click();
    await expect(undo(page)).toBeDisabled();
    await expect(heads).toHaveText(['A', 'B']);
    for (let i = 0; i < 2; i += 1) await redo(page).click();
    expect(await outcomes(page).innerText()).toBe(all);
  });

  test('is found again by its link: worlds, series, firms and comparison', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openLab(page, two);
    await series(page).selectOption('Debt');
    await page.getByRole('checkbox', { name: 'Oracle' }).check({ force: true });
    await page.getByRole('combobox', { name: 'as', exact: true }).selectOption('the difference from the plan');
    await expect(chart(page)).toHaveAccessibleName(
      /^Debt of OpenAI, Anthropic and Oracle in A and B, against the plan\. Debt in 2034\sQ2, against the plan/,
    );
    await page.locator('#lab-chart').getByText('The numbers').click();
    const [table, numbers, name] = [
      await outcomes(page).innerText(),
      await page.locator('#lab-chart table').innerText(),
      await chart(page).getAttribute('aria-label'),
    ];
    await bar(page).getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByText('Copied', { exact: true })).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).pathname).toMatch(/\/lab\.html$/);
    expect(link).toContain('&see=debt:openai+anthropic+oracle:plan&was=openai.2029Q4.');

    await page.goto(link);
    await expect(outcomes(page)).toBeVisible();
    expect(await outcomes(page).innerText()).toBe(table);
    await expect(chart(page)).toHaveAttribute('aria-label', name ?? '');
    await page.locator('#lab-chart').getByText('The numbers').click();
    expect(await page.locator('#lab-chart table').innerText()).toBe(numbers);
  });

  test('gives away how all worlds end, and the run of each', async ({ page }) => {
    await openLab(page, two);
    const save = async (name: string) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      return file;
    };
    const file = await save('Save this table as CSV');
    expect(file.suggestedFilename()).toBe('outcomes-2026q3-2026-06-30.csv');
    await expect(page.locator('#worlds')).toContainText('Saved as outcomes-2026q3-2026-06-30.csv.');
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines[0]).toBe('\uFEFFHow it ends,unit,A: The music stops,B: The backstop');
    expect(lines[1]).toBe('First to fall,,OpenAI fails in 2029 Q4,nobody falls');
    expect(lines.at(-1)).toMatch(/^Link,,http.*lab\.html\?v=1&stop=2027Q3.*,http.*backstop=1/);

    const run = await save('World B: save as CSV');
    expect(run.suggestedFilename()).toBe('run-2026q3-2026-06-30-world-b.csv');
    expect((await readFile(await run.path(), 'utf8')).split('\n')[1]).toContain('backstop=1');
  });

  test('has all dials, found by a word, and a group put back at once', async ({ page }) => {
    await openLab(page, 'v=1&stop=2027Q3&severity=0.9&growth=0.6&see=zebra');
    await expect(page.locator('#notices')).toContainText('"zebra" in see is left out: there is no such series.');
    const panel = page.getByRole('region', { name: 'Dials of A' });
    const search = panel.getByRole('searchbox', { name: 'Find a dial' });
    const dials = panel.getByRole('slider');
    await panel.getByRole('button', { name: 'The mood' }).press('Enter');
    const before = await dials.count();
    await search.fill('mood goes');
    await expect(panel.getByRole('status')).toHaveText('One dial matches.');
    await expect(dials).toHaveCount(1);
    await expect(dials).toHaveAccessibleName(dialOf('panic').name);
    await search.fill('xyz');
    await expect(panel.getByRole('status')).toHaveText('No dials match.');
    await search.fill('oracle');
    await expect(panel.getByRole('status')).toContainText('No dials match. Oracle is a firm, with one contract');
    await expect(panel.getByRole('link', { name: 'The network' })).toHaveAttribute('href', '#network');
    await search.fill('take-or-pay');
    await expect(panel.getByRole('slider', { name: 'Firm part of a promise' })).toBeVisible();
    await search.press('Escape');
    await expect(search).toHaveValue('');
    await expect(dials).toHaveCount(before);
    for (const group of groups) await expect(panel.getByRole('button', { name: group, exact: true })).toBeVisible();

    const stop = panel.getByRole('group', { name: 'The stop' });
    await expect(stop).toContainText('two dials moved');
    await stop.getByRole('button', { name: 'The stop: back to the usual values' }).click();
    await expect(stop).not.toContainText('moved');
    await expect(panel.getByRole('button', { name: 'The stop' })).toBeFocused();
    await expect.poll(() => searchOf(page)).toBe('?v=1&growth=0.6');
    await undo(page).click();
    await expect(dial(page, 'severity')).toHaveAttribute('aria-valuenow', '0.9');
    await expect(dial(page, 'stop')).toHaveAttribute('aria-valuetext', 'quarter 3 of 2027');
    await expect(undo(page)).toBeDisabled();
  });

  test('looks closer by a drag and by keys, and back at the whole run', async ({ page }) => {
    await openLab(page, two);
    await seeChart(page);
    const [from, to] = [page.getByLabel('From', { exact: true }), page.getByLabel('to', { exact: true })];
    const whole = await drawn(page);
    const box = await canvas(page).boundingBox();
    if (!box) throw new Error('There is no chart');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.3, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, y, { steps: 5 });
    await page.mouse.up();
    await expect(from).not.toHaveValue('0');
    await expect(to).not.toHaveValue('31');
    await page.mouse.move(0, 0);
    await page.getByRole('button', { name: 'Whole run' }).click();
    await expect(from).toHaveValue('0');
    await expect(to).toHaveValue('31');
    await expect.poll(() => drawn(page)).toBe(whole);
    await to.selectOption('2029 Q4');
    await expect(chart(page)).toHaveAccessibleName(/Cash in 2029\sQ4: OpenAI in A/);
    await expect.poll(() => drawn(page)).not.toBe(whole);
  });

  test('fits a phone, and by night', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await openLab(page, `${two}&c.v&d.growth=1.2&d.substitution=0.4`);
    await seeChart(page);
    // Also with text of twice the size.
    for (const [width, size] of [
      [390, '200%'],
      [320, '200%'],
      [320, ''],
      [390, ''],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), size);
      await frames(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}, ${size}`).toBe(width);
    }
    const day = await drawn(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => drawn(page)).not.toBe(day);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Worlds' }).click();
    await expect(page.getByRole('heading', { name: 'Worlds', exact: true })).toBeInViewport();
    expect(await findings(page)).toEqual([]);
  });

  test('is led to from the essay, with the reader’s world', async ({ page }) => {
    await open(page, shipped('slow-leak'));
    await page.getByRole('contentinfo').getByRole('link', { name: 'The lab' }).click();
    await expect(page.getByRole('radio', { name: 'A Slow leak' })).toBeChecked();
    await page.getByRole('link', { name: 'When the Music Stops' }).click();
    await expect.poll(() => searchOf(page)).toBe(`?${shipped('slow-leak')}`);
  });
});
