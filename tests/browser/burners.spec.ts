import type { Page } from '@playwright/test';
import { expect, frames, runsOf, standsAt, test, undo, world } from './page';

const race = (page: Page) => page.locator('#race');
const grip = (page: Page) => race(page).locator('.grip');
const dial = (page: Page, id: 'growth' | 'severity') =>
  page
    .locator('#burners')
    .getByRole('slider', { name: { growth: 'Growth of the labs', severity: 'Venture money that goes away' }[id] });

async function place(page: Page, x: number, y: number) {
  const box = await race(page).locator('.field').boundingBox();
  if (!box) throw new Error('There is no plane');
  return [box.x + x * box.width, box.y + y * box.height] as const;
}

test.beforeEach(async ({ essay: page }) => {
  await race(page).locator('.field').scrollIntoViewIfNeeded();
  await frames(page);
});

test('a drag over the plane sets both dials, a run for each place, and is one turn', async ({ essay: page }) => {
  const finding = race(page).locator('.finding');
  await expect(finding).toContainText('OpenAI loses the race');
  const before = await runsOf(page);
  await page.mouse.move(...(await place(page, 0.3, 0.5)));
  await page.mouse.down();
  await frames(page);
  for (const [k, x] of [0.5, 0.7, 0.9].entries()) {
    await page.mouse.move(...(await place(page, x, 0.4 - 0.1 * k)));
    await frames(page);
  }
  await page.mouse.up();
  await frames(page);
  expect(await runsOf(page)).toBe(before + 4);
  await expect.poll(() => standsAt(grip(page))).toBe(29);
  await expect.poll(() => standsAt(dial(page, 'growth').first())).toBeCloseTo(1.2, 1);
  await expect(finding).toContainText('No lab fails');
  await undo(page).click();
  await expect(finding).toContainText('OpenAI loses the race');
  expect([await standsAt(grip(page)), await standsAt(dial(page, 'growth').first())]).toEqual([4, 0.6]);
});

test('arrow keys move the mark, each by one run, until nobody fails', async ({ essay: page }) => {
  await grip(page).focus();
  const from = await runsOf(page);
  await page.keyboard.press('ArrowRight');
  await frames(page);
  await expect.poll(() => standsAt(grip(page))).toBe(5);
  await page.keyboard.press('PageUp');
  await frames(page);
  await page.keyboard.press('ArrowUp');
  await frames(page);
  await expect.poll(() => standsAt(dial(page, 'growth').first())).toBeCloseTo(0.71, 9);
  expect(await runsOf(page)).toBe(from + 3);
  await page.keyboard.press('PageUp');
  await frames(page);
  await expect(race(page).locator('.finding')).toContainText('No lab fails');
  await expect(grip(page)).toHaveAttribute('aria-valuetext', /Stops: .*Growth: .*No lab fails/);
});

test('moving the mark leaves the plane as it is; another dial draws it anew', async ({ essay: page }) => {
  const line = () => race(page).locator('.frontier').getAttribute('d');
  await frames(page, 30);
  const drawn = await line();
  await grip(page).press('ArrowRight');
  await frames(page, 30);
  expect(await line()).toBe(drawn);
  await race(page).getByRole('slider', { name: 'Venture money that goes away' }).press('End');
  await frames(page, 30);
  expect(await line()).not.toBe(drawn);
});

test('the fuse is worked out when it comes into view', async ({ essay: page }) => {
  const fuse = page.locator('#fuse .finding');
  await page.locator('h1').scrollIntoViewIfNeeded();
  await frames(page);
  await world(page, 'The plan holds').click();
  await page.locator('#fuse').scrollIntoViewIfNeeded();
  await expect(fuse).toContainText('OpenAI pays its own way');
});
