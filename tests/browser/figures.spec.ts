import type { Locator, Page } from '@playwright/test';
import { displayQuarter } from '../../src/world/quarters';
import {
  bring,
  chapter,
  expect,
  frames,
  number,
  opening,
  openNumbers,
  runsOf,
  searchOf,
  slider,
  standsAt,
  test,
  world,
} from './page';

const ring = (page: Page) => page.locator('css:light=#ring');
const timeline = (page: Page) => page.locator('css:light=#timeline');
const quarterOf = (figure: Locator) => figure.getByRole('slider', { name: 'Quarter' });
const play = (page: Page) => ring(page).getByRole('button', { name: /^Play/ });
const pause = (page: Page) => ring(page).getByRole('button', { name: 'Pause' });
const called = (t: number) => displayQuarter(t, '2026Q3');

/** The money of the quarter, as the ring draws it, as it says it and as the timeline lists it. */
async function flows(page: Page): Promise<{ drawn: string; said: string; listed: string }> {
  await frames(page);
  return {
    drawn: (
      await ring(page)
        .locator('svg[role="img"] path.band')
        .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')))
    ).join(),
    said: (await ring(page).getByRole('img').first().getAttribute('aria-label')) ?? '',
    listed: await timeline(page)
      .getByRole('region', { name: /^Who pays whom in/ })
      .innerText(),
  };
}

test('the beads of the ring stand still while a hand turns something', async ({ essay: page }) => {
  const move = () =>
    ring(page)
      .locator('path.beads')
      .first()
      .evaluate((beads) => getComputedStyle(beads).animationPlayState);
  await expect.poll(move).toBe('running');
  await number(page, 'growth').hover();
  await page.mouse.down();
  await expect.poll(move).toBe('paused');
  await page.mouse.up();
  await expect.poll(move).toBe('running');
});

test.describe('the quarter', () => {
  test('goes by keys on the ring, and everything that shows it goes along', async ({ essay: page }) => {
    const quarter = quarterOf(ring(page));
    await quarter.focus();
    const seen = new Set<string>();
    for (const [key, t] of [
      ['Home', 0],
      ['ArrowRight', 1],
      ['PageUp', 5],
      ['End', 31],
      ['ArrowRight', 31],
      ['ArrowLeft', 30],
    ] as const) {
      await page.keyboard.press(key);
      await expect(quarter, key).toHaveAttribute('aria-valuenow', String(t));
      await expect(quarterOf(timeline(page))).toHaveAttribute('aria-valuenow', String(t));
      await expect(timeline(page).getByRole('heading', { name: `Who pays whom in ${called(t)}` })).toBeVisible();
      const { drawn, said, listed } = await flows(page);
      expect(said).toContain(called(t));
      if (key !== 'ArrowRight' || t !== 31) expect(seen.has(drawn + listed), `new flows in ${called(t)}`).toBe(false);
      seen.add(drawn + listed);
    }
  });

  test('goes by keys on the timeline', async ({ essay: page }) => {
    const quarter = quarterOf(timeline(page));
    await quarter.focus();
    await page.keyboard.press('Home');
    const before = await flows(page);
    await page.keyboard.press('Shift+ArrowRight');
    await expect(quarter).toHaveAttribute('aria-valuenow', '4');
    await expect(quarter).toHaveAttribute('aria-valuetext', /2027/);
    await expect.poll(() => standsAt(quarterOf(ring(page)))).toBe(4);
    expect((await flows(page)).listed).not.toBe(before.listed);
  });

  test('is the one that is clicked on the timeline, and shows its flows', async ({ essay: page }) => {
    const field = quarterOf(timeline(page));
    await bring(field);
    for (const t of [3, 20]) {
      const box = await field.boundingBox();
      if (!box) throw new Error('There is no timeline');
      await page.mouse.click(box.x + (box.width * (t + 0.5)) / 32, box.y + 30);
      await expect(field).toHaveAttribute('aria-valuenow', String(t));
      await expect(timeline(page).getByRole('heading', { name: `Who pays whom in ${called(t)}` })).toBeVisible();
      expect((await flows(page)).said).toContain(called(t));
    }
  });

  test('follows a drag on the ring’s scrubber', async ({ essay: page }) => {
    const quarter = quarterOf(ring(page));
    await quarter.press('Home');
    const box = await quarter.boundingBox();
    if (!box) throw new Error('There is no scrubber');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.3, y);
    await page.mouse.down();
    const near = await standsAt(quarter);
    await page.mouse.move(box.x + box.width * 0.8, y, { steps: 6 });
    await page.mouse.up();
    expect(near).toBeGreaterThan(0);
    await expect.poll(() => standsAt(quarter)).toBeGreaterThan(near + 8);
  });

  test('plays, pauses, ends at the end and begins again', async ({ essay: page }) => {
    const quarter = quarterOf(ring(page));
    await quarter.press('Home');
    const before = await flows(page);
    await ring(page)
      .getByRole('button', { name: `Play from ${called(0)}` })
      .click();
    await expect.poll(() => standsAt(quarter)).toBeGreaterThan(1);
    expect((await flows(page)).drawn).not.toBe(before.drawn);
    await pause(page).click();
    const paused = await standsAt(quarter);
    await frames(page, 60);
    await expect.poll(() => standsAt(quarter)).toBe(paused);

    await quarter.press('End');
    await quarter.press('ArrowLeft');
    await play(page).click();
    await expect(quarter).toHaveAttribute('aria-valuenow', '31');
    await ring(page).getByRole('button', { name: 'Play again from the start' }).click();
    await expect(pause(page)).toBeVisible();
    await expect.poll(() => standsAt(quarter)).toBeLessThan(5);
    // A hand on the quarter stops it.
    await quarter.press('PageUp');
    await expect(play(page)).toBeVisible();
  });

  test('stays where it is when the world changes', async ({ essay: page }) => {
    const quarter = quarterOf(ring(page));
    await quarter.press('End');
    await world(page, 'The backstop').click();
    await slider(page, 'severity').press('Home');
    await expect(quarter).toHaveAttribute('aria-valuenow', '31');
  });

  test('of an event in the log is a click away, and so is its cause', async ({ essay: page }) => {
    const log = chapter(page).getByRole('region', { name: 'Who could not pay, and why' });
    const last = log.getByRole('button', { name: /^Go to/ }).last();
    // A test before this one may have left another world.
    await bring(log);
    await bring(last);
    const name = (await last.getAttribute('aria-label'))?.replace('Go to ', '') ?? '';
    await last.click();
    await expect(last).toHaveAttribute('aria-current', 'true');
    expect((await flows(page)).said).toContain(name);
    const cause = log.locator('a:not(.mark)').first();
    const target = (await cause.getAttribute('href'))?.slice(1) ?? '';
    await cause.click();
    await expect(page.locator(`[id="${target}"]`)).toBeFocused();
    // A quarter is a place a link leads to; the world is the same.
    await expect.poll(() => searchOf(page)).toMatch(new RegExp(`^\\?${opening}&at=\\d{4}Q\\d$`));
    expect(page.url()).not.toContain('#');
  });
});

test('a firm of the ring tells of itself: pointed at, by keys, pinned, and let go', async ({ essay: page }) => {
  const firm = ring(page).getByRole('button', { name: 'Oracle' });
  const dimmed = ring(page).locator('svg[role="img"] .flow.dim');
  await expect(dimmed).toHaveCount(0);
  await firm.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(firm).toHaveAccessibleDescription(/Oracle/);
  await expect(dimmed).not.toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(firm).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Tab');
  await quarterOf(ring(page)).focus();
  await expect(dimmed).not.toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(firm).toHaveAttribute('aria-pressed', 'false');
  await expect(dimmed).toHaveCount(0);
});

test('the measure of the timeline changes its rows and nothing else', async ({ essay: page }) => {
  const lines = () =>
    timeline(page)
      .locator('path.line')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')).join());
  const runs = await runsOf(page);
  const seen = new Set([await lines()]);
  for (const name of ['Cash in hand', 'Money coming in']) {
    await timeline(page).getByRole('radio', { name }).check();
    await frames(page);
    seen.add(await lines());
  }
  expect(seen.size).toBe(3);
  expect(await runsOf(page)).toBe(runs);
});

test('the plan is the same in every world', async ({ essay: page }) => {
  const plan = () =>
    timeline(page)
      .locator('path.plan')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')).join());
  const became = page.getByRole('region', { name: /^What became of/ });
  const planned = became.locator('td:last-child');
  await bring(became);
  const before = [await plan(), ...(await planned.allTextContents())];
  expect(before.length).toBeGreaterThan(5);
  await slider(page, 'growth').press('Home');
  await frames(page);
  expect(await planned.allTextContents()).toEqual(before.slice(1));
  await world(page, 'The plan holds').click();
  await bring(became);
  // In the plan, what happens is what was planned.
  await expect.poll(() => became.locator('td:nth-child(2)').allTextContents()).toEqual(before.slice(1));
  expect([await plan(), ...(await planned.allTextContents())]).toEqual(before);
});

test('open tables follow the world and the quarter', async ({ essay: page }) => {
  await openNumbers(page);
  const table = ring(page).getByRole('table');
  const before = await table.innerText();
  await quarterOf(ring(page)).press('End');
  await expect(table.getByRole('columnheader').first()).toHaveText(called(31));
  const later = await table.innerText();
  expect(later).not.toBe(before);
  await world(page, 'The plan holds').click();
  // The ring is off the screen by now, and catches up.
  await expect.poll(() => table.innerText()).not.toBe(later);
  await expect(timeline(page).getByRole('table').first()).toBeVisible();
  // The same click closes them.
  await openNumbers(page);
  await expect(timeline(page).getByRole('table').first()).toBeHidden();
});
