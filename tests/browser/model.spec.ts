import type { Page } from '@playwright/test';
import { expect, openModel, shipped, test, undo } from './page';

const failed = 'v=1&stop=2026Q4&severity=1&speed=1&growth=0.2&grace=0&firmness=1&friction=0.3';

const hostsFall = 'v=1&stop=2026Q4&severity=1&speed=1&drought=32&growth=0&lock=1&firmness=1&credit=1&caution=0';

const audit = (page: Page) => page.getByRole('table', { name: 'The audit of this run' });
const books = (page: Page) => page.getByRole('table', { name: /billions of dollars/ });

test('the audit holds, and is of the reader’s own world', async ({ page }) => {
  await openModel(page);
  await expect(audit(page).getByText('yes')).toHaveCount(7);
  const before = await audit(page).textContent();
  await page.getByRole('button', { name: 'The backstop' }).click();
  await expect.poll(() => audit(page).textContent()).not.toBe(before);
  await expect(audit(page).getByText('yes')).toHaveCount(7);
  await undo(page).click();
  await expect.poll(() => audit(page).textContent()).toBe(before);
  await openModel(page, failed);
  await expect(audit(page).getByText('yes')).toHaveCount(7);
  expect(await page.locator('[data-broken]').getAttribute('data-broken')).toBe('0');
});

test('a quarter adds up, in the world of the link, for any firm and quarter', async ({ page }) => {
  await openModel(page, shipped('the-music-stops'));
  await expect(books(page)).toContainText('OpenAI');
  const sum = page.locator('[data-residual]');
  const adds = async () => Math.abs(Number(await sum.getAttribute('data-residual')));
  expect(await adds()).toBeLessThan(1e-9);
  await page.getByRole('combobox', { name: 'Firm' }).selectOption('Oracle');
  await page.getByRole('combobox', { name: 'Quarter' }).selectOption('2030 Q1');
  await expect(books(page)).toContainText('Oracle in 2030 Q1');
  expect(await adds()).toBeLessThan(1e-9);
  // What a reader adds up with a pencil: the amounts are rounded to a million.
  // The quarter before OpenAI fell, and Oracle got some of its late bills: three standing amounts, and what lies between them.
  const rows = await books(page)
    .locator('tr:has(td.num)')
    .evaluateAll((all) =>
      all.map((row) => ({
        stock: row.classList.contains('stock'),
        amount: Number(row.querySelector('td.num')?.textContent?.trim().replace('−', '-').replaceAll(',', '')),
      })),
    );
  expect(rows.filter(({ stock }) => stock)).toHaveLength(3);
  let added = 0;
  let rounded = 0;
  rows.forEach(({ stock, amount }, k) => {
    rounded += 0.0006;
    if (stock && k > 0) expect(Math.abs(added - amount)).toBeLessThan(rounded);
    if (stock) [added, rounded] = [amount, 0.0006];
    else added += amount;
  });
});

test('the quarter and firm of a link are those of the books, stay in the address, and go along to the essay and back', async ({
  page,
}) => {
  await openModel(page, `${hostsFall}&at=2028Q3&firm=oracle`);
  await expect(books(page)).toContainText('Oracle in 2028 Q3');
  // What its restructuring put in stands where the quarter opens.
  await expect(books(page)).toContainText('put in by its creditors, as it was restructured');
  await page.getByRole('combobox', { name: 'Firm' }).selectOption('Amazon');
  await page.getByRole('combobox', { name: 'Quarter' }).selectOption('2029 Q1');
  await expect.poll(() => new URL(page.url()).searchParams.get('firm')).toBe('amazon');
  await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBe('2029Q1');
  await page.getByRole('link', { name: 'Back to the essay' }).click();
  const back = page.getByRole('link', { name: 'The model, explained' });
  await expect(back).toHaveAttribute('href', /&at=2029Q1&firm=amazon$/);
  await back.click();
  await expect(books(page)).toContainText('Amazon in 2029 Q1');
});

test('the page wakes up without changing, and its formulas are MathML', async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      window.arrived = [...document.querySelectorAll('#app *')];
    });
  });
  await openModel(page);
  const gone = await page.evaluate(() =>
    window.arrived.filter((element) => !element.isConnected).map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(gone).toEqual([]);
  expect(await page.evaluate(() => window.arrived.length)).toBeGreaterThan(1000);
  expect(await page.locator('#step-8 math').count()).toBeGreaterThan(20);
  await page.getByRole('link', { name: 'step 8' }).first().click();
  await expect(page.locator('#step-8')).toBeInViewport();
});

test('formulas break over lines rather than over the edge of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await openModel(page);
  const wide = await page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll('math')]
      .filter((math) => math.getBoundingClientRect().right > clientWidth)
      .map((math) => math.textContent);
  });
  expect(wide).toEqual([]);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(360);
  // With text of twice the size what does not fit scrolls by itself.
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await width()).toBeLessThanOrEqual(360);
});
