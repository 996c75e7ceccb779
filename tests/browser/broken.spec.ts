import type { Page } from '@playwright/test';
import { bar, expect, notices, opening, test } from './page';

/** Every figure of the prerendered page has a drawing with something in it. */
async function figuresStand(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.getByRole('figure').count()).toBeGreaterThan(1);
  const empty = await page.getByRole('figure').evaluateAll((figures) =>
    figures
      .filter((figure) => {
        // Shapes, or boxes whose place and length are a number.
        const shapes = figure.querySelectorAll('svg :is(path, rect, circle, line, text), [style]').length;
        return !figure.checkVisibility() || !figure.querySelector('h3')?.textContent?.trim() || shapes <= 5;
      })
      .map(({ id }) => id),
  );
  expect(empty).toEqual([]);
}

/** The dials that look as if they answered. */
const turnable = (page: Page) =>
  page
    .getByRole('slider')
    .evaluateAll((dials) =>
      dials
        .filter((dial) => dial.getAttribute('aria-disabled') !== 'true' || dial.getAttribute('tabindex') !== '-1')
        .map((dial) => dial.outerHTML.slice(0, 120)),
    );

/** Nothing is offered that does not answer. What a browser does by itself, a link or a `details`, may stay. */
async function offersNothing(page: Page): Promise<void> {
  await expect(page.locator('.needs-script:visible')).toHaveCount(0);
  const offered = await page.evaluate(() =>
    [...document.querySelectorAll('button:not(:disabled), input:not(:disabled), [tabindex="0"][role="slider"]')]
      .filter((element) => element.checkVisibility())
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(offered).toEqual([]);
  expect(await turnable(page)).toEqual([]);
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the essay is there, with the figures of the opening world', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(300);
    // The dials of the sentence stand where the opening world has them.
    const fields = new URLSearchParams(opening);
    await expect(
      page
        .locator('.dial')
        .and(page.getByRole('slider', { name: 'Venture money that goes away' }))
        .first(),
    ).toHaveText(`${Number(fields.get('severity')) * 100}%`);
    await expect(page.locator('[data-audit]')).toHaveText(/\S/);
  });

  test('no control is offered that cannot work', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('.needs-script:visible')).toHaveCount(0);
    await expect(page.getByRole('button', { disabled: false })).toHaveCount(0);
    expect(await turnable(page)).toEqual([]);
  });
});

test.describe('when the model cannot start', () => {
  // It says so on the console as well; an uncaught error would be another message.
  test.use({ tolerated: /WebAssembly|engine|404|Failed to load|CompileError|magic word|ERR_FAILED|fetch/ });

  const broken: Record<string, (page: Page) => Promise<unknown>> = {
    'for there is no WebAssembly': (page) =>
      page.addInitScript(() => {
        Reflect.deleteProperty(window, 'WebAssembly');
      }),
    'for its file is not there': (page) => page.route('**/*.wasm', (route) => route.fulfill({ status: 404 })),
    'for its file is no module': (page) =>
      page.route('**/*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: '<!doctype html>' })),
    'for its file is cut off': (page) =>
      page.route('**/*.wasm', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.body()).subarray(0, 2000) });
      }),
    'for the way to its file is cut': (page) => page.route('**/*.wasm', (route) => route.abort()),
  };

  for (const [why, arrange] of Object.entries(broken)) {
    test(`${why}, the reader is told and keeps the figures`, async ({ page }) => {
      await arrange(page);
      await page.goto('./?v=1&severity=0.2');
      const words = notices(page);
      await expect(words).toHaveText(/could not start/);
      await expect(words).toBeVisible();
      await figuresStand(page);
      await offersNothing(page);
    });
  }
});

test('while the model is on its way, nothing is offered, and then everything', async ({ page }) => {
  let arrive = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./');
  await figuresStand(page);
  await expect(bar(page).getByRole('button', { name: 'Copy link' })).toBeDisabled();
  await page.getByRole('slider').first().press('ArrowLeft');
  await expect(page.getByRole('slider').first()).toHaveAttribute('aria-disabled', 'true');
  arrive();
  await expect(bar(page).getByRole('button', { name: 'Copy link' })).toBeEnabled();
  await expect(page.locator('[aria-disabled]')).toHaveCount(0);
});

test.describe('when a chapter cannot be fetched', () => {
  test.use({ tolerated: /fetch|ERR_FAILED/ });

  test('and where the networks of payments cannot be fetched the opening runs, and the chapters say so', async ({
    page,
  }) => {
    await page.route('**/networks-*.wasm', (route) => route.abort());
    await page.goto('./');
    await expect(page.getByRole('slider').first()).not.toHaveAttribute('aria-disabled');
    await expect(page.getByText('This chapter could not be fetched').first()).toBeAttached();
    await figuresStand(page);
  });

  test('it says so and keeps its figures, and the others wake up', async ({ page }) => {
    await page.route('**/Hosts-*.js', (route) => route.abort());
    await page.goto('./');
    await expect(page.locator('#hosts .broken')).toHaveText(/could not be fetched/);
    await expect(page.locator('[data-part]:not([data-awake])')).toHaveCount(1);
    await expect(page.locator('#hosts').getByRole('figure').first()).toBeVisible();
    await expect(page.locator('#diggers').getByRole('slider').first()).not.toHaveAttribute('aria-disabled');
  });
});
