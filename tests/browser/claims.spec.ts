import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { bring, expect, frames, runsOf, test, world } from './page';

/** The row of a claim in the ledger. */
const row = (page: Page, id: string) => page.locator(`#ledger #claim-${id}`);
const marker = (page: Page, id: string) => row(page, id).locator('button.marker');
const note = (page: Page) => page.getByRole('dialog').filter({ has: page.getByText('How it is measured.') });
const growth = (page: Page) =>
  page.locator('#reckoning .dial').and(page.getByRole('slider', { name: 'Growth of the labs' }));
const groupOf = (page: Page, id: string) =>
  row(page, id).evaluate((element) => element.closest('section')?.getAttribute('aria-labelledby'));

test('a claim flips with a dial, the ledger regroups, and it takes one run', async ({ essay: page }) => {
  await growth(page).focus();
  // A test before this one may have left another world, with which what was off the screen has yet to catch up.
  await expect.poll(() => groupOf(page, 'ponzi-shaped')).toBe('ledger-holds');
  expect(await groupOf(page, 'labs-most-vulnerable')).toBe('ledger-holds');
  const before = await runsOf(page);
  await page.keyboard.press('End');
  await frames(page);
  expect(await groupOf(page, 'ponzi-shaped')).toBe('ledger-fails');
  expect(await groupOf(page, 'labs-most-vulnerable')).toBe('ledger-untested');
  expect(await runsOf(page)).toBe(before + 1);
  await expect(page.locator('#ledger .finding')).toContainText('are not put to the test');
  await expect(page.locator('#reckoning [data-claim=demand-outlives-firms]').last()).toContainText('not tested here');
});

test('the note of a claim opens, says its odds and closes by keys alone, and takes no run of the reader’s', async ({
  essay: page,
}) => {
  await bring(page.locator('#ledger'));
  // A test before this one may have left another world, with which what was off the screen has yet to catch up.
  await expect.poll(() => groupOf(page, 'ponzi-shaped')).toBe('ledger-holds');
  const before = await runsOf(page);
  const button = marker(page, 'microsoft-best-placed');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(note(page)).toBeVisible();
  await expect(note(page)).toContainText('Of the clouds, Microsoft writes off the least for its size.');
  await expect(note(page)).toContainText('of 100 futures');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  const { violations } = await new AxeBuilder({ page }).include('.claim-note:popover-open').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(note(page)).toBeHidden();
  await expect(button).toBeFocused();
  expect(await runsOf(page)).toBe(before);
});

test('a note leads to the nearest world in which the claim stands otherwise', async ({ essay: page }) => {
  await world(page, 'The plan holds').click();
  await bring(page.locator('#ledger'));
  await expect.poll(() => groupOf(page, 'google-conflict')).toBe('ledger-fails');
  await marker(page, 'google-conflict').click();
  await note(page).locator('a.try').click();
  await frames(page);
  await expect(note(page)).toBeHidden();
  expect(await groupOf(page, 'google-conflict')).toBe('ledger-holds');
});

test('on paper a claim is words, and its note is not there', async ({ essay: page }) => {
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#reckoning [data-claim=demand-outlives-firms]').last()).toContainText(
    'Demand outlives firms: holds here',
  );
  await expect(page.locator('.claim-note').first()).toBeHidden();
});

test('on a phone the note of a claim stays clear of the bar, and its button closes it', async ({ essay: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const button = page.locator('#backlog [data-claim=half-of-backlog] button.marker');
  for (const block of ['start', 'center', 'end'] as const) {
    await button.evaluate((element, at) => element.scrollIntoView({ block: at }), block);
    await button.click();
    await expect(note(page)).toBeVisible();
    await frames(page);
    const foot = await note(page).evaluate((element) => element.getBoundingClientRect().bottom);
    const bar = await page.getByRole('region', { name: 'Your world' }).evaluate((each) => each.getBoundingClientRect());
    expect(foot).toBeLessThan(bar.top);
    await note(page).getByRole('button', { name: 'Close' }).click();
    await expect(note(page)).toBeHidden();
    await expect(button).toBeFocused();
  }
});
