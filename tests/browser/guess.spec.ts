import type { Page } from '@playwright/test';
import { expect, open, shipped, test, undo } from './page';

const guess = (page: Page) => page.getByRole('region', { name: 'Who is left without a chair?' });
const said = (page: Page) => guess(page).getByRole('status');
const timeline = (page: Page) => page.locator('#timeline');
const rounds = (page: Page) => page.locator('#rounds');
const receipt = (page: Page) => page.locator('#receipt');
const another = (page: Page) => guess(page).getByRole('button', { name: 'A world you have not seen' });
const showAll = (page: Page) => guess(page).getByRole('button', { name: 'Show me the whole of it' });

test.describe('a guess', () => {
  test('is made about a covered world, and told how it did', async ({ page }) => {
    await open(page);
    await another(page).click();
    await expect(timeline(page).getByRole('heading').first()).toHaveText(/is covered/);
    await expect(receipt(page)).toHaveCount(0);
    await guess(page).getByRole('radio', { name: 'Oracle' }).check();
    await guess(page).getByRole('slider').press('Home');
    await guess(page).getByRole('button', { name: 'Guess, and watch' }).click();
    await expect(said(page)).toContainText('You said: Oracle falls first, in 2026 Q3.');
    await expect(timeline(page).getByRole('heading').first()).toHaveText(/is covered/);
    await showAll(page).click();
    await expect(said(page)).toContainText('OpenAI falls first, in ');
    await expect(receipt(page).getByRole('heading', { name: 'OpenAI', exact: true })).toBeVisible();

    // It outlives the page, and the world can be come back to.
    await expect.poll(() => page.url()).toContain('vendorShare');
    await page.reload();
    await expect(said(page)).toContainText('You said: Oracle');
  });

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
    await expect(timeline(page).getByRole('heading').first()).toHaveText(/is covered/);
    // To the end: what has been seen stays uncovered.
    await years.press('End');
    await expect(said(page)).toContainText('OpenAI falls first');
    await years.press('Home');
    await expect(receipt(page)).toBeVisible();
  });

  test('is not asked of anybody: a world can be shown, and undone', async ({ page }) => {
    await open(page);
    await another(page).click();
    await showAll(page).click();
    await expect(timeline(page).getByRole('heading').first()).not.toHaveText(/is covered/);
    await undo(page).click();
    await expect(timeline(page).getByRole('heading').first()).toHaveText(/^OpenAI fails in 2029 Q4/);
  });

  test('may be that nobody falls, and needs no quarter then', async ({ page }) => {
    await open(page);
    await expect(guess(page).getByRole('radio', { name: 'nobody' })).toBeChecked();
    await expect(guess(page).getByRole('slider')).toBeDisabled();
    await guess(page).getByRole('button', { name: 'Guess, and watch' }).click();
    await expect(said(page)).toContainText('You said: nobody falls. OpenAI falls first, in 2029 Q4.');
  });
});

test.describe('the receipt', () => {
  test('has lines that save the firm, each in the world it sets', async ({ page }) => {
    await open(page);
    const lines = receipt(page).getByRole('link');
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

  test('is short where nobody falls', async ({ page }) => {
    await open(page, shipped('the-plan-holds'));
    // What is off the screen is not kept up to date.
    await receipt(page).scrollIntoViewIfNeeded();
    await expect(receipt(page)).toContainText('Nobody fell, and nobody was late.');
  });
});

test('the rounds are those of the quarter that is chosen', async ({ page }) => {
  await open(page);
  await rounds(page).scrollIntoViewIfNeeded();
  await expect(rounds(page).getByRole('heading').first()).toHaveText(/^In 2029 Q4 OpenAI cannot pay/);
  await rounds(page).getByRole('button', { name: '2029 Q3' }).click();
  await expect(rounds(page).getByRole('heading').first()).toHaveText(/^In 2029 Q3 OpenAI cannot pay/);
  await expect(timeline(page).getByRole('slider', { name: 'Quarter' })).toHaveAttribute('aria-valuenow', '12');
});
