import type { Page } from '@playwright/test';
import { expect, number, open, opening, runsOf, test } from './page';

/** What a browser may refuse a page, each with the reason it gives; the essay goes on without. */
const refusals: Record<string, (page: Page) => Promise<unknown>> = {
  'workers, by an error': (page) =>
    page.addInitScript(() => {
      window.Worker = class {
        constructor() {
          throw new DOMException('Not in this frame', 'SecurityError');
        }
      } as unknown as typeof Worker;
    }),
  'workers, by having none': (page) => page.addInitScript(() => void Reflect.deleteProperty(window, 'Worker')),
  storage: (page) =>
    page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure', 'SecurityError');
        },
      }),
    ),
  'observers and idle time': (page) =>
    page.addInitScript(() => {
      for (const name of ['requestIdleCallback', 'cancelIdleCallback']) Reflect.deleteProperty(window, name);
    }),
};

test.describe('a browser that refuses', () => {
  // A worker that cannot be had is told of on the console.
  test.use({ tolerated: /worker/i });

  for (const [what, arrange] of Object.entries(refusals)) {
    test(`${what} has the whole essay`, async ({ page }) => {
      await arrange(page);
      await open(page, opening);
      const hundred = page.locator('#hundred');
      await hundred.scrollIntoViewIfNeeded();
      await expect(hundred.locator('.finding')).toHaveText(/of 100 worlds|all|no world|hardly/);
      const before = await hundred.locator('.finding').innerText();
      const runs = await runsOf(page);
      await number(page, 'severity').focus();
      await page.keyboard.press('Home');
      await expect.poll(() => runsOf(page)).toBe(runs + 1);
      // The odds are counted again, here if nowhere else.
      await hundred.scrollIntoViewIfNeeded();
      await expect(hundred.locator('.finding')).not.toHaveText(before);
      // A guess is taken down, if only for as long as the page is open.
      const guess = page.getByRole('region', { name: 'Who is left without a chair?' });
      await guess.getByRole('radio', { name: 'nobody' }).check();
      await guess.getByRole('button', { name: 'Guess, and watch' }).click();
      await expect(page.locator('[data-part="the-music-stops"] .result')).toContainText('You said: nobody falls.');
    });
  }
});

test.describe('paper without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('has the whole essay on it', async ({ page }) => {
    await page.goto('./');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.needs-script:visible, .screen-only:visible')).toHaveCount(0);
    for (const figure of await page.locator('main figure.figure').all()) await expect(figure).toBeVisible();
    const pdf = await page.pdf();
    // A dozen pages and more: an essay of a few would have lost its figures or its words.
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(12);
  });
});
