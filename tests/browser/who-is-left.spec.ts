import type { Page } from '@playwright/test';
import { aside } from '../../src/views/hundred-layout';
import { awake, bring, expect, frames, open, opening, runsOf, test } from './page';

const figure = (page: Page) => page.locator('#hundred');
const sub = (page: Page) => figure(page).locator('.sub');
const whole = 'Counted from 10,000 futures;';

/** Goes to the hundred worlds and waits until all futures are in. */
async function goToWorlds(page: Page): Promise<void> {
  await figure(page).locator('.worlds').scrollIntoViewIfNeeded();
  await expect(sub(page)).toContainText(whole, { timeout: 20_000 });
}

/** What the figure says and draws. */
async function drawn(page: Page): Promise<string[]> {
  await frames(page);
  return figure(page).evaluate((element) => [
    element.querySelector('.finding')?.textContent ?? '',
    ...[...element.querySelectorAll('.worlds path')].map((path) => path.getAttribute('d') ?? ''),
    ...[...element.querySelectorAll('li')].map((item) => item.textContent ?? ''),
    element.querySelector('.replayed')?.textContent ?? '',
  ]);
}

/** Turns the first dial of the figure by keys, one a frame, and says after each what stood there as its frame was painted. */
function turn(page: Page, keys: readonly string[]): Promise<{ finding: string; sub: string; runs: number }[]> {
  return figure(page).evaluate(async (element, keys) => {
    const track = element.querySelector('.track') as HTMLElement;
    const seen = [];
    for (const key of keys) {
      track.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      // The page asked for this frame before, so its run is done when this is called.
      await new Promise(requestAnimationFrame);
      seen.push({
        finding: element.querySelector('.finding')?.textContent?.trim() ?? '',
        sub: element.querySelector('.sub')?.textContent ?? '',
        runs: Number(document.querySelector('[data-runs]')?.getAttribute('data-runs')),
      });
    }
    return seen;
  }, keys);
}

test('the odds of a new world stand in the frame of its run, and sharpen after', async ({ essay: page }) => {
  await goToWorlds(page);
  const before = await runsOf(page);
  const [first] = await turn(page, ['PageUp']);
  expect(first.runs).toBe(before + 1);
  expect(first.finding).toMatch(/^OpenAI falls in \d+ of 100 worlds/);
  expect(first.sub).toContain('futures so far');
  await expect(sub(page)).toContainText(whole, { timeout: 20_000 });
});

test('what is overtaken is dropped: the last world is the one that is counted', async ({ page, context }) => {
  await open(page, opening);
  await goToWorlds(page);
  const before = await runsOf(page);
  const seen = await turn(
    page,
    Array.from({ length: 12 }, () => 'ArrowRight'),
  );
  expect(seen.map(({ runs }) => runs - before)).toEqual(seen.map((_, k) => k + 1));
  for (const { sub } of seen) expect(sub).toContain('futures so far');
  await expect(sub(page)).toContainText(whole, { timeout: 20_000 });

  const other = await context.newPage();
  await open(other, opening.replace('growth=0.6', 'growth=0.72'));
  await goToWorlds(other);
  expect(await drawn(other)).toEqual(await drawn(page));
  await other.close();
});

test('nobody counts futures before a figure that shows them is near the screen', async ({ page }) => {
  await open(page, opening);
  await frames(page, 6);
  expect(page.workers()).toHaveLength(0);
  await goToWorlds(page);
  expect(page.workers().length).toBeGreaterThan(0);
});

test('a mark is chosen by key, click or tap, and its world is run alone', async ({ essay: page }) => {
  await goToWorlds(page);
  const runs = await runsOf(page);
  const worlds = figure(page).locator('.worlds');
  await worlds.focus();
  await page.keyboard.press('End');
  await expect(worlds).toHaveAttribute('aria-valuetext', 'world 100 of 100. Every firm stands to the end.');
  await expect(figure(page).locator('.replayed')).toContainText('World 100, run alone');
  await page.keyboard.press('Home');
  await expect(worlds).toHaveAttribute('aria-valuetext', /^world 1 of 100\. OpenAI fails in quarter/);

  // The first mark of those in which nobody falls stands in the corner of their part of the drawing.
  const drawing = figure(page).locator('.wide svg');
  await drawing.scrollIntoViewIfNeeded();
  const box = await drawing.boundingBox();
  if (!box) throw new Error('The marks have no place');
  const { width } = await drawing.evaluate(({ viewBox }: SVGSVGElement) => ({ width: viewBox.baseVal.width }));
  await page.mouse.click(box.x + (1 - aside.wide / width) * box.width + 6, box.y + box.height - 6);
  const standing = Number(await figure(page).locator('.wide .standing').textContent());
  await expect(worlds).toHaveAttribute('aria-valuenow', String(101 - standing));
  await expect(worlds).toHaveAttribute('aria-valuetext', /Every firm stands to the end\.$/);
  // It is looked at, and not made the reader's own.
  expect(await runsOf(page)).toBe(runs);
});

test('the bands follow the firm that is chosen', async ({ essay: page }) => {
  const bands = page.locator('#bands');
  await bands.scrollIntoViewIfNeeded();
  await expect(bands.locator('.sub')).toContainText('OpenAI’s cash in hand');
  // A press without waiting lands where the name was before the chapter was laid out.
  const oracle = bands.getByRole('radio', { name: 'Oracle' });
  await bring(oracle);
  await oracle.check({ force: true });
  await expect(bands.locator('.sub')).toContainText('What other firms pay Oracle in a quarter');
  await expect(bands.locator('.sub')).toContainText('10,000 futures', { timeout: 20_000 });
});

test('nothing jumps while a dial is dragged', async ({ essay: page }) => {
  await goToWorlds(page);
  const top = () =>
    figure(page).evaluate((element) => {
      const below = element.querySelector('.replayed') as Element;
      return below.getBoundingClientRect().top - element.getBoundingClientRect().top;
    });
  const before = await top();
  await turn(page, ['PageUp', 'PageUp', 'PageUp', 'PageUp']);
  expect(await top()).toBe(before);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the opening world has its odds', async ({ page }) => {
    await page.goto('./');
    await expect(figure(page).locator('.finding')).toContainText('of 100 worlds');
    const marks = await figure(page).locator('.wide .open path').getAttribute('d');
    expect(marks?.match(/M/g)?.length).toBeGreaterThan(50);
    await expect(page.locator('#bands .finding')).toContainText('In nine futures of ten');
    await expect(page.locator('#moves')).toContainText('the first firm fails from');
    await expect(page.locator('#who-matters .finding')).toContainText('would cost the others most');
  });
});

test('a link to another world is counted when its reader arrives', async ({ page }) => {
  await page.goto('./?v=1');
  await awake(page);
  await goToWorlds(page);
  await expect(figure(page).locator('.finding')).toHaveText(/^In none of .*futures does a firm fall\.$/);
});
