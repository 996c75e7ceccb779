import type { CDPSession, Locator, Page } from '@playwright/test';
import { expect, frames, number, open, runsOf, slider, standsAt, test, undo, world } from './page';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

/** A finger, as the browser gets it from the screen: what scrolls, and what does not, is for the browser to say. */
async function swipe(
  cdp: CDPSession,
  page: Page,
  from: { x: number; y: number },
  dx: number,
  dy: number,
): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const steps = 10;
  await touch('touchStart', [from]);
  for (let i = 1; i <= steps; i += 1) {
    await touch('touchMove', [{ x: from.x + (dx * i) / steps, y: from.y + (dy * i) / steps }]);
    await frames(page, 1);
  }
  await touch('touchEnd', []);
  await frames(page);
}

/** To the middle of the screen, so that there is way to scroll and the bar does not lie over it. */
async function bringUp(page: Page, locator: Locator): Promise<void> {
  await locator.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await frames(page);
}

async function placeOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const scrolled = (page: Page) => page.evaluate(() => scrollY);

for (const [what, dial, grip] of [
  ['a slider', slider, '.handle'],
  ['a track', slider, '.rail'],
  ['a number in the sentence', number, undefined],
] as const) {
  test(`${what} lets a finger that goes up or down scroll, and turns under one that goes sideways`, async ({
    page,
    context,
  }) => {
    const cdp = await context.newCDPSession(page);
    await open(page);
    const severity = dial(page, 'severity');
    const place = grip ? severity.locator(grip) : severity;
    await bringUp(page, place);

    await test.step('it does not turn as the page scrolls', async () => {
      const before = await runsOf(page);
      for (const dy of [-180, 160]) {
        const from = await placeOf(place);
        const top = await scrolled(page);
        await swipe(cdp, page, from, 12, dy);
        const way = -dy;
        await expect.poll(async () => Math.sign((await scrolled(page)) - top)).toBe(Math.sign(way));
        await expect.poll(() => standsAt(severity)).toBe(0.9);
      }
      expect(await runsOf(page)).toBe(before);
      await expect(undo(page)).toBeDisabled();
    });

    await test.step('it stays where it is as it turns', async () => {
      await bringUp(page, place);
      const from = await placeOf(place);
      await swipe(cdp, page, from, -60, 6);
      const value = await standsAt(severity);
      expect(value).toBeLessThan(0.85);
      // It stays under the finger, whatever lines come and go above it.
      expect(Math.abs((await placeOf(place)).y - from.y)).toBeLessThan(2);
      // One gesture, one step back. A finger takes a moment from one place to the next, and a tap that comes sooner may be taken for the end of the swipe.
      await frames(page, 15);
      await undo(page).tap();
      await expect(severity).toHaveAttribute('aria-valuenow', '0.9');
      await expect(undo(page)).toBeDisabled();
    });
  });
}

test('a tap on a number opens its field, and the page does not zoom; one on a track jumps there', async ({ page }) => {
  await open(page);
  await number(page, 'severity').tap();
  const field = page.getByRole('textbox', { name: /type a value/ });
  await expect(field).toBeFocused();
  expect(await field.evaluate((input) => Number.parseFloat(getComputedStyle(input).fontSize))).toBeGreaterThanOrEqual(
    16,
  );
  await page.keyboard.type('33');
  await page.keyboard.press('Enter');
  await expect(number(page, 'severity')).toHaveText('33%');

  const rail = slider(page, 'severity').locator('.rail');
  await bringUp(page, rail);
  const { x, y } = await placeOf(rail);
  await page.touchscreen.tap(x, y);
  await expect.poll(() => standsAt(slider(page, 'severity'))).toBeCloseTo(0.5, 1);
});

test('a world is set, and its button stays where it is', async ({ page }) => {
  await open(page);
  // As in a browser that does not hold the page still by itself.
  await page.evaluate(() => {
    document.documentElement.style.overflowAnchor = 'none';
  });
  for (const name of ['The plan holds', 'The music stops']) {
    const button = world(page, name);
    await bringUp(page, button);
    const moved = await button.evaluate(async (element) => {
      const top = () => element.getBoundingClientRect().top;
      const before = top();
      (element as HTMLElement).click();
      // The world, and what stays put after it.
      for (let k = 0; k < 3; k += 1) await new Promise(requestAnimationFrame);
      return top() - before;
    });
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    expect(Math.abs(moved), name).toBeLessThan(2);
  }
});
