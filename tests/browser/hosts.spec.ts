import type { Page } from '@playwright/test';
import { expect, frames, runsOf, searchOf, test, world } from './page';

const dollar = (page: Page) => page.locator('#dollar');
const finding = (page: Page, figure: string) => page.locator(`#${figure} .finding`);
const host = (page: Page, name: string) => dollar(page).getByRole('radio', { name });

test('whose dollar is followed is chosen by click and by keys, and no run is needed for it', async ({
  essay: page,
}) => {
  await dollar(page).scrollIntoViewIfNeeded();
  await frames(page);
  const [runs, query] = [await runsOf(page), await searchOf(page)];
  await expect(host(page, 'Microsoft')).toBeChecked();
  await expect(finding(page, 'dollar')).toContainText('Microsoft’s own');

  await host(page, 'Oracle').click();
  await expect(host(page, 'Oracle')).toBeChecked();
  await expect(finding(page, 'dollar')).toContainText('Oracle gives the labs nothing');
  await expect(dollar(page).locator('dl')).toHaveCount(1);

  await page.keyboard.press('ArrowRight');
  await expect(host(page, 'Nvidia')).toBeFocused();
  await expect(host(page, 'Nvidia')).toBeChecked();
  await expect(finding(page, 'dollar')).toContainText('Nvidia');
  await page.keyboard.press('ArrowRight');
  await expect(host(page, 'Microsoft')).toBeChecked();
  await expect(dollar(page).locator('dl')).toHaveCount(2);
  expect([await runsOf(page), await searchOf(page)]).toEqual([runs, query]);
});

test('what nobody sees is worked out when it comes into view, and on paper', async ({ essay: page }) => {
  const figures = ['exposure', 'dollar', 'orders', 'leases'] as const;
  const said = () => Promise.all(figures.map((id) => finding(page, id).textContent()));
  const opened = await said();
  await world(page, 'The plan holds').click();
  await frames(page);
  expect(await said()).toEqual(opened);

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await frames(page);
  const printed = await said();
  for (const [at, id] of figures.entries()) expect(printed[at], id).not.toBe(opened[at]);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));

  await world(page, 'The music stops').click();
  for (const [at, id] of figures.entries()) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await expect(finding(page, id)).toHaveText(opened[at] ?? '');
  }
});
