import type { Page } from '@playwright/test';
import { awake, bar, expect, frames, open, runsOf, test, undo, world } from './page';

const guess = (page: Page) => page.locator('css:light=#the-music-stops .guess');
const timeline = (page: Page) => page.locator('css:light=#timeline');
const said = (page: Page) => page.locator('[data-part="the-music-stops"] .result');
const rounds = (page: Page) => page.locator('css:light=#rounds');
const receipt = (page: Page) => page.locator('css:light=#receipt');
const another = (page: Page) => guess(page).getByRole('button', { name: 'A world you have not seen' });
const showAll = (page: Page) => guess(page).getByRole('button', { name: 'Show me the whole of it' });
const covered = (page: Page) => expect(timeline(page).getByRole('heading').first()).toHaveText(/is covered/);
const uncovered = (page: Page) => expect(timeline(page).getByRole('heading').first()).not.toHaveText(/is covered/);

/**
 * All that stands outside the chapter that asks, as text and as shapes; and the address. Everything is up to date, as on paper. Not what is counted over
 * futures, for it goes on being counted: it follows the runs, and those are counted too.
 */
async function elsewhere(page: Page): Promise<string[]> {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await frames(page);
  const found = await page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const own of body.querySelectorAll('#the-music-stops, #who-is-left, #ledger, .odds, .colophon dl, script'))
      own.remove();
    const drawn = [...body.querySelectorAll('[d], [title], [aria-valuenow], [aria-label]')].flatMap((element) =>
      ['d', 'title', 'aria-valuenow', 'aria-valuetext', 'aria-label'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [location.search, body.textContent.replace(/\s+/g, ' '), ...drawn];
  });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  return found;
}

/** The same, once the edges of all dials that are shown have been found. */
async function settled(page: Page): Promise<string[]> {
  let last = await elsewhere(page);
  await expect
    .poll(
      async () => {
        const before = last;
        last = await elsewhere(page);
        return last.join() === before.join();
      },
      { intervals: [500] },
    )
    .toBe(true);
  return last;
}

test.describe('a guess', () => {
  test('is asked for while nothing on the page knows of the world', async ({ page }) => {
    await open(page);
    await page.locator('#guess-title').scrollIntoViewIfNeeded();
    const before = await settled(page);
    const runs = await runsOf(page);
    await another(page).click();
    await covered(page);
    await expect(guess(page).getByRole('list', { name: 'How its dials stand' })).toContainText('2028 Q1');
    expect(await settled(page)).toEqual(before);
    expect(await runsOf(page)).toBe(runs);
    // The chapter itself names nobody who falls, neither there nor in the reader's own world.
    const own = await page.locator('#the-music-stops').evaluate((chapter) => {
      const copy = chapter.cloneNode(true) as HTMLElement;
      copy.querySelector('[aria-label="Worlds to set"]')?.remove();
      return copy.textContent;
    });
    expect(own).not.toMatch(/(fails|falls|failed|restructured) (in )?20|(fails|restructured),? \$|first to fall/);
    await expect(receipt(page)).toHaveCount(0);
    await expect(rounds(page)).toHaveCount(0);
    // A reload goes back to the reader's own, and the same world is kept.
    await page.reload();
    await awake(page);
    await uncovered(page);
    await another(page).click();
    await expect(guess(page).getByRole('list', { name: 'How its dials stand' })).toContainText('2028 Q1');
  });

  test('is made about it, and told how it did', async ({ page }) => {
    await open(page);
    await another(page).click();
    await guess(page).getByRole('button', { name: 'Guess, and watch' }).click();
    await expect(guess(page).getByRole('alert')).toHaveText('Choose a firm first, or nobody.');
    await expect(guess(page).getByRole('radio').first()).toBeFocused();
    await guess(page).getByRole('radio', { name: 'Oracle' }).check();
    await expect(guess(page).getByRole('alert')).toHaveCount(0);
    await guess(page).getByRole('slider').press('Home');
    await guess(page).getByRole('button', { name: 'Guess, and watch' }).click();
    await expect(said(page)).toContainText('You said: Oracle falls first, in 2026 Q3.');
    await expect(said(page)).toBeFocused();
    await covered(page);
    // Nothing says how it ends: neither the line over the bar nor the live region, however long they wait.
    const told = page.locator('.outcome, [aria-live=polite]').filter({ hasText: 'OpenAI' });
    await page.waitForTimeout(1500);
    await covered(page);
    await expect(told).toHaveCount(0);
    await showAll(page).click();
    await expect(said(page)).toContainText('OpenAI falls first, in ');
    await expect(receipt(page).getByRole('heading', { name: 'OpenAI', exact: true })).toBeVisible();

    // It outlives the page, and the world can be come back to.
    await expect.poll(() => page.url()).toContain('vendorShare');
    await page.reload();
    await expect(said(page)).toContainText('You said: Oracle');
    await expect(guess(page)).toContainText('You said: Oracle');
  });

  for (const width of [390, 1440]) {
    test(`stays in view beside the years at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await open(page);
      await another(page).click();
      await guess(page).getByRole('radio', { name: 'OpenAI' }).check();
      await guess(page).getByRole('button', { name: 'Guess, and watch' }).click();
      await expect(said(page)).toBeInViewport({ ratio: 1 });
      await expect(timeline(page).locator('.row').first()).toBeInViewport({ ratio: 1 });
      await timeline(page).getByRole('slider', { name: 'Quarter' }).press('End');
      await expect(said(page)).toContainText('The firm is right');
      await expect(said(page)).toBeInViewport({ ratio: 1 });
    });
  }

  test('goes by keys, and the cover draws back with time', async ({ page }) => {
    await open(page);
    await another(page).press('Enter');
    await guess(page).getByRole('radio', { name: 'nobody' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(guess(page).getByRole('radio', { name: 'Anthropic' })).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(said(page)).toContainText('You said: Anthropic falls first');
    const years = timeline(page).getByRole('slider', { name: 'Quarter' });
    await expect.poll(async () => Number(await years.getAttribute('aria-valuenow'))).toBeGreaterThan(1);
    await covered(page);
    // To the end: what has been seen stays uncovered.
    await years.press('End');
    await expect(said(page)).toContainText('OpenAI falls first');
    await years.press('Home');
    await expect(receipt(page)).toBeVisible();
  });

  test('is not asked of anybody: a world can be left, or shown and undone', async ({ page }) => {
    await open(page);
    await another(page).click();
    await guess(page).getByRole('button', { name: 'Leave it covered' }).click();
    await expect(timeline(page).getByRole('heading').first()).toHaveText(/^OpenAI fails in 2029\sQ4/);
    await another(page).click();
    await showAll(page).click();
    await uncovered(page);
    await undo(page).click();
    await expect(timeline(page).getByRole('heading').first()).toHaveText(/^OpenAI fails in 2029\sQ4/);
    // What has been seen is not asked about.
    await another(page).click();
    await expect(guess(page).getByRole('list', { name: 'How its dials stand' })).not.toContainText('2028 Q1');
    // A world that the reader sets takes the question back.
    await world(page, 'The plan holds').click();
    await uncovered(page);
  });

  test('is asked of others by a link that does not tell', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, 'v=1&stop=2028Q1&severity=0.95&growth=0.7');
    const asks = guess(page).getByRole('button', { name: 'Ask others about this world' });
    await asks.scrollIntoViewIfNeeded();
    await asks.click();
    await expect(guess(page).getByRole('button', { name: 'Copied: a link that does not tell' })).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).search).toBe('');

    // Who opens it finds the page in its own world, and the question in its chapter.
    const other = await context.newPage();
    await open(other);
    const own = await settled(other);
    await other.goto('about:blank');
    await other.goto(link);
    await awake(other);
    const notice = other.getByRole('complementary', { name: 'What the sender of this link asks' });
    await expect(notice).toBeVisible();
    await notice.getByRole('link', { name: 'To the question' }).click();
    await expect(guess(other).getByRole('heading', { name: 'Who is left without a chair?' })).toBeInViewport();
    await expect(guess(other)).toContainText('The world that you were sent.');
    await expect(guess(other).getByRole('list', { name: 'How its dials stand' })).toContainText('2028 Q1');
    await covered(other);
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    expect(await settled(other)).toEqual(own);
    // A link to the page's own world does not hand the question on.
    await bar(other).getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => other.evaluate(() => navigator.clipboard.readText())).not.toContain('#ask');
    await guess(other).getByRole('radio', { name: 'Oracle' }).check();
    await guess(other).getByRole('button', { name: 'Guess, and watch' }).click();
    await showAll(other).click();
    await expect(said(other)).toContainText('OpenAI falls first, in ');
    // It has been answered, and is not asked again.
    await other.goto('about:blank');
    await other.goto(link);
    await awake(other);
    await uncovered(other);
  });

  test('is asked in a page that is open, and not about a world that cannot be read', async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      location.hash = '#ask?v=1&stop=2029Q1&severity=1';
    });
    await covered(page);
    await expect(guess(page).getByRole('heading', { name: 'Who is left without a chair?' })).toBeInViewport();
    await guess(page).getByRole('button', { name: 'Leave it covered' }).click();
    await expect(guess(page).getByRole('button', { name: 'The world that you were sent' })).toBeVisible();
    await page.goto('about:blank');
    await page.goto('./#ask?severity=much');
    await awake(page);
    const notice = page.getByRole('complementary', { name: 'What the sender of this link asks' });
    await expect(notice).toContainText('which one cannot be read from it');
    await expect(notice).toContainText('severity is left out: "much" is not a number.');
    await uncovered(page);
  });

  test('may be that nobody falls, and needs no quarter then', async ({ page }) => {
    await open(page);
    // Nothing is chosen for the reader, and without a choice there is no guess.
    await expect(guess(page).getByRole('radio', { checked: true })).toHaveCount(0);
    await guess(page).getByRole('button', { name: 'Guess, and watch' }).click();
    await expect(said(page)).toHaveText('');
    await guess(page).getByRole('radio', { name: 'nobody' }).check();
    await expect(guess(page).locator('input[type="range"]')).toBeHidden();
    await guess(page).getByRole('button', { name: 'Guess, and watch' }).click();
    await expect(said(page)).toContainText('You said: nobody falls. OpenAI falls first, in 2029 Q4.');
  });
});

test.describe('the receipt', () => {
  test('has lines that save the firm, each in the world it sets', async ({ essay: page }) => {
    const lines = receipt(page).getByRole('link');
    await receipt(page).scrollIntoViewIfNeeded();
    await expect(lines).not.toHaveCount(0);
    await expect(receipt(page).getByRole('heading', { name: 'OpenAI', exact: true })).toBeVisible();
    const count = await lines.count();
    expect(count).toBeGreaterThan(2);
    for (let k = 0; k < count; k += 1) {
      await lines.nth(k).click();
      await expect(receipt(page).getByRole('heading', { name: 'All firms' })).toBeVisible();
      await undo(page).click();
      await expect(receipt(page).getByRole('heading', { name: 'OpenAI', exact: true })).toBeVisible();
      await expect(lines).toHaveCount(count);
    }
  });

  test('is printed for each fall of another world, with what would have saved it', async ({ page }) => {
    await open(page, 'v=1&stop=2028Q1&severity=1&growth=0&lock=1');
    await receipt(page).scrollIntoViewIfNeeded();
    for (const name of ['OpenAI', 'Oracle', 'Anthropic']) {
      const slip = receipt(page)
        .getByRole('article')
        .filter({ has: page.getByRole('heading', { name, exact: true }) });
      await expect(slip.getByRole('link').first()).toBeVisible();
    }
    await rounds(page).scrollIntoViewIfNeeded();
    await expect(rounds(page).getByRole('heading').first()).toHaveText(/It takes two rounds/);
  });

  test('is short where nobody falls', async ({ essay: page }) => {
    await world(page, 'The plan holds').click();
    // What is off the screen is not kept up to date.
    await receipt(page).scrollIntoViewIfNeeded();
    await expect(receipt(page)).toContainText('Nobody fell, and nobody was late.');
  });
});

test('the rounds are those of the quarter that is chosen', async ({ essay: page }) => {
  await rounds(page).scrollIntoViewIfNeeded();
  await expect(rounds(page).getByRole('heading').first()).toHaveText(/^In 2029\sQ4 OpenAI cannot pay/);
  await rounds(page).getByRole('button', { name: '2029 Q3' }).click();
  await expect(rounds(page).getByRole('heading').first()).toHaveText(/^In 2029\sQ3 OpenAI cannot pay/);
  await expect(timeline(page).getByRole('slider', { name: 'Quarter' })).toHaveAttribute('aria-valuenow', '12');
});
