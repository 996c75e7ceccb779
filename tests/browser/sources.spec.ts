import type { Page } from '@playwright/test';
import figures from '../../content/figures.json' with { type: 'json' };
import { curly } from '../../src/views/words';
import { findings } from './axe';
import { expect, openModel, shipped, test } from './page';

const note = (page: Page) => page.locator('css:light=.source-note[role="dialog"]');
const total = (page: Page) => page.locator('a.sourced[href$="#four-cloud-backlog-total"]');

test('a note opens by click, says value, date, grade and source, and closes by Escape', async ({ page }) => {
  await openModel(page);
  const details: string[] = [];
  page.on('request', (request) => details.push(request.url()));
  await total(page).click();
  await expect(note(page)).toBeVisible();
  await expect(note(page)).toContainText('$2,091bn');
  await expect(note(page)).toContainText('31 March 2026 to 31 May 2026');
  await expect(note(page)).toContainText('Grade B');
  await expect(note(page).getByRole('link', { name: /Hyperscaler/ })).toHaveAttribute('href', /^https:/);
  // The words of the figures came when they were asked for, and not before.
  expect(details.filter((url) => url.includes('figures'))).not.toEqual([]);
  await page.keyboard.press('Escape');
  await expect(note(page)).toBeHidden();
  await expect(total(page)).toBeFocused();
});

test('a note opens by key, its links follow in the order of Tab, and its button closes it', async ({ page }) => {
  await openModel(page);
  await total(page).press('Enter');
  await expect(note(page)).toBeFocused();
  await expect(note(page).getByRole('link')).toHaveCount(2);
  await page.keyboard.press('Tab');
  await expect(note(page).getByRole('link').first()).toBeFocused();
  await note(page).getByRole('button', { name: 'Close' }).press('Enter');
  await expect(note(page)).toBeHidden();
  await expect(total(page)).toBeFocused();
});

test('on a phone a tap opens the note, inside of the screen', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, hasTouch: true, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await openModel(page);
  for (const link of await page.locator('a.sourced, a.given').all()) {
    await link.tap();
    await expect(note(page)).toBeVisible();
    const box = await note(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    await page.keyboard.press('Escape');
  }
  await context.close();
});

test('each note is of its own number, whatever was opened before', async ({ essay: page }) => {
  const links = page.locator('#books a.sourced, #burners a.sourced');
  expect(await links.count()).toBeGreaterThan(8);
  const copy = note(page).getByRole('button', { name: 'Copy this number with its source' });
  for (const link of await links.all()) {
    const id = (await link.getAttribute('href'))?.split('#')[1];
    const figure = figures.find((other) => other.id === id);
    await link.click();
    await expect(note(page).locator('.what')).toHaveText(curly(`${figure?.subject}: ${figure?.quantity}`));
    await expect(note(page).getByRole('link').first()).toHaveAttribute('href', figure?.source_url ?? '');
    // What was copied from the note before is not said to be copied from this one.
    await copy.click();
    await expect(note(page).getByRole('button', { name: 'Copied, with its source' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`sources.html#${id}`);
    await page.keyboard.press('Escape');
  }
});

test('an assumption leads to its dial, or says what the dial would do', async ({ page }) => {
  await openModel(page);
  await page.locator('a.assumed[href$="#dial-severity"]').click();
  await expect(page.locator('[data-dial="severity"]')).toBeFocused();
  await page.locator('a.assumed[href$="#dial-firmness"]').click();
  await expect(note(page)).toContainText('An assumption of ours');
  await page.keyboard.press('Escape');
  await page.locator('a.given[href$="#anthropic.cash"]').click();
  await expect(note(page)).toContainText('An assumption of ours');
  // What it leans on is named, not called by its id, and links to the list.
  const leansOn = note(page).getByRole('link', { name: 'Anthropic: Equity raised in half year' });
  await expect(leansOn).toHaveAttribute('href', /#anthropic-equity-2026h1$/);
  await expect(note(page)).not.toContainText('anthropic-equity-2026h1');
});

test('every marked number is a link to a row of the list, without a script too', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  const targets = new Set<string>();
  for (const from of ['./', './model.html']) {
    await page.goto(from);
    const links = await page
      .locator('a[href^="sources.html#"]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).hash.slice(1)));
    for (const id of links) targets.add(id);
  }
  expect(targets.size).toBeGreaterThan(10);
  await page.goto('./sources.html');
  const missing = await page.evaluate((ids) => ids.filter((id) => !document.getElementById(id)), [...targets]);
  expect(missing).toEqual([]);
  await expect(page.getByRole('searchbox')).toBeHidden();
  await context.close();
});

test('the list is searched by word and by grade, and a link to a hidden row brings it back', async ({ page }) => {
  await page.goto('./sources.html');
  const field = page.getByRole('searchbox', { name: 'Find' });
  /** The words of the rows that are shown. */
  const rows = () =>
    page
      .locator('tr[data-grade]:not([hidden])')
      .evaluateAll((all) => all.map((row) => row.textContent?.toLowerCase() ?? ''));
  const all = (await rows()).length;
  expect(all).toBe(figures.length);
  await field.fill('oracle debt');
  const found = await rows();
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((text) => !text.includes('oracle'))).toEqual([]);
  await expect(page.getByRole('status')).toHaveText(`${found.length} of ${all} figures`);
  await field.fill('');
  expect(await rows()).toHaveLength(all);
  await page.getByRole('checkbox', { name: 'A' }).uncheck();
  expect(await rows()).toHaveLength(figures.filter(({ confidence }) => confidence !== 'A').length);
  await page.evaluate(() => {
    location.hash = '#microsoft-rpo';
  });
  await expect(page.locator('#microsoft-rpo')).toBeInViewport();
  expect(await rows()).toHaveLength(all);
});

test('the way to the list and back keeps the world', async ({ page }) => {
  await openModel(page, shipped('the-backstop'));
  await page.getByRole('link', { name: 'the page of sources' }).click();
  await expect(page).toHaveURL(/sources\.html\?.*#assumptions$/);
  await page.getByRole('link', { name: 'Back to the essay' }).click();
  expect(new URL(page.url()).search).toContain('backstop=');
});

test('axe finds nothing on the list and in a note, light and dark', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto('./sources.html');
  // Rows are alike, and axe takes long over all of them.
  await page.getByRole('searchbox', { name: 'Find' }).fill('microsoft');
  expect(await findings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findings(page, { only: 'color-contrast' })).toEqual([]);
  await openModel(page);
  await total(page).click();
  await expect(note(page)).toContainText('Grade B');
  expect(await findings(page)).toEqual([]);
});
