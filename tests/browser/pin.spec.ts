import AxeBuilder from '@axe-core/playwright';
import { expect, frames, number, open, opening, runsOf, searchOf, standsAt, test, undo, world } from './page';

const button = { name: 'Pin a world' };
const pinThis = { name: 'Pin this world' };
const ring = '#ring';
const apart = '#ring .ring .plan:not([d=""])';

test('a pinned world is the quiet line behind the next ones, in the link too, and undo knows nothing of it', async ({
  page,
}) => {
  await open(page);
  const runs = await runsOf(page);
  await expect(page.locator(ring)).toContainText('dotted, the plan.');
  await page.getByRole('button', button).click();
  await page.getByRole('button', pinThis).click();
  await expect(page.getByRole('button', pinThis)).toBeHidden();
  await expect(page.locator(ring)).toContainText('dotted, the pinned world.');
  // It is the same world, and so no line stands apart from it.
  await expect(page.locator(apart)).toHaveCount(0);
  expect(await runsOf(page)).toBe(runs);
  await expect(undo(page)).toBeDisabled();

  await number(page, 'growth').press('End');
  await frames(page);
  await expect.poll(() => page.locator(apart).count()).toBeGreaterThan(0);
  // The bar says what is pinned, and the headline compares with it.
  const bar = page.getByRole('region', { name: 'Your world' });
  await expect(bar.getByText('Pinned: The music stops')).toBeVisible();
  await expect(bar.getByRole('button', { name: 'Pin a world. Pinned: The music stops' })).toBeVisible();
  await expect(page.locator('#ring-finding')).not.toContainText('the plan');
  const pinned = opening.replace('v=1&', '').replaceAll(/(^|&)/g, '$1b.');
  await expect.poll(() => searchOf(page)).toContain(`&${pinned}`);
  await undo(page).click();
  await expect.poll(() => standsAt(number(page, 'growth'))).toBe(0.6);
  await expect(page.locator(ring)).toContainText('dotted, the pinned world.');
});

test('a link brings its pinned world along; one can go to it, and take the plan again', async ({ page }) => {
  await open(page, `${opening}&b.growth=0.8`);
  await expect(page.locator(ring)).toContainText('dotted, the pinned world.');
  await expect(page.getByRole('link', { name: 'Open it in the lab.' })).toHaveCount(0);
  await page.getByRole('button', button).click();
  const sheet = page.getByRole('group', { name: /^The quiet line/ });
  await expect(sheet).toContainText('Growth of the labs 80%');
  const { violations } = await new AxeBuilder({ page }).include('[role="group"]:popover-open').analyze();
  expect(violations).toEqual([]);
  await sheet.getByRole('button', { name: 'Go to the pinned one' }).click();
  await expect.poll(() => standsAt(number(page, 'growth'))).toBe(0.8);
  await page.getByRole('button', button).click();
  await expect(sheet.getByRole('button', pinThis)).toBeDisabled();
  await sheet.getByRole('button', { name: 'Take the plan again' }).click();
  await expect(page.locator(ring)).toContainText('dotted, the plan.');
  await expect.poll(() => searchOf(page)).toBe('?v=1&growth=0.8');
  await undo(page).click();
  await expect(world(page, 'The music stops')).toHaveAttribute('aria-pressed', 'true');
});
