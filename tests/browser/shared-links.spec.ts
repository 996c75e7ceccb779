import type { Page } from '@playwright/test';
import frozen from '../world/frozen-links.json' with { type: 'json' };
import {
  awake,
  bar,
  expect,
  frames,
  moved,
  number,
  open,
  opening,
  searchOf,
  shipped,
  slider,
  test,
  undo,
} from './page';

const seen = (page: Page) => page.getByText(/sender of the link saw|since this link was made|its sender saw/);
const was = (query: string) => frozen.find(({ link }) => link === query)?.outcome ?? '';

async function copied(page: Page): Promise<URL> {
  await bar(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(bar(page).getByText('Copied', { exact: true })).toBeVisible();
  return new URL(await page.evaluate(() => navigator.clipboard.readText()));
}

test('a link is the result its sender saw, or says what it was then and what it is now', async ({ page }) => {
  // That it is the same is looked at below.
  const leak = shipped('slow-leak');
  await page.goto(`./?${leak}&panic=99&was=${was(opening)}`);
  await expect(seen(page)).toHaveText(/not all of the link could be read/i);
  // An address that was changed by hand says nothing of the model.
  const marked = frozen.findLast(({ link, outcome }) => link === opening || outcome.split('.').length > 4);
  await page.goto(`./?${leak}&was=${marked?.outcome}`);
  await expect(seen(page)).toHaveText(/^The address has been changed since it was copied/);
  // Turning a dial is no change of the model.
  await page.goto(`./?v=1&was=${was('v=1')}`);
  await expect(seen(page)).toHaveText(/^This is what the sender of the link saw\. Nobody falls/);
});

test('a page that is loaded again or come back to says nothing of a sender, unless the result is another', async ({
  page,
}) => {
  expect(was(opening)).toMatch(/^openai\./);
  await page.goto(`./?${opening}&was=${was(opening)}`);
  await expect(seen(page)).toHaveText(/^This is what the sender of the link saw\. OpenAI falls first/);
  await page.reload();
  await awake(page);
  await frames(page);
  await expect(seen(page)).toHaveCount(0);
  await page.goto('./sources.html');
  await page.goBack();
  await awake(page);
  await frames(page);
  await expect(seen(page)).toHaveCount(0);

  await page.goto(`./?${shipped('slow-leak')}&was=${was(opening)}`);
  const told = page.locator('css:light=[role="status"]').filter({ has: seen(page) });
  const changed = 'The model has changed since this link was made, or the link has been altered.';
  await expect(seen(page)).toHaveText(changed);
  await page.reload();
  await expect(seen(page)).toHaveText(changed);
  await expect(told.getByRole('definition')).toHaveText([
    /^OpenAI falls first, in 2029\sQ4/,
    /^OpenAI falls first, in/,
  ]);
  await told.getByRole('button', { name: 'Dismiss' }).click();
  await expect(seen(page)).toHaveCount(0);
});

test('a link leads to a quarter and a firm, and a copied one says them', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, `${opening}&at=2029Q4&firm=oracle`);
  const quarter = page.locator('#ring').getByRole('slider', { name: 'Quarter' });
  const firm = page.locator('#ring').getByRole('button', { name: 'Oracle' });
  await expect(quarter).toHaveAttribute('aria-valuetext', /2029/);
  await expect(firm).toHaveAttribute('aria-pressed', 'true');
  expect((await copied(page)).search).toMatch(/&at=2029Q4&firm=oracle&was=openai\.2029Q4\.\d+\.[\w.]+$/);

  await quarter.press('ArrowRight');
  await firm.click();
  await expect.poll(async () => (await searchOf(page)).endsWith('&at=2030Q1')).toBe(true);
  const link = await copied(page);
  expect(link.search).toBe(await page.evaluate(() => location.search));
  await page.goto(link.href);
  await awake(page);
  await expect(quarter).toHaveAttribute('aria-valuetext', /2030/);
  await expect(firm).toHaveAttribute('aria-pressed', 'false');
  await expect(seen(page)).toHaveText(/^This is what/);
});

test('who comes by a link to a figure sees there what its sender saw, until something is turned', async ({ page }) => {
  await open(page, `${opening}&was=${was(opening)}#fuse`);
  await expect(page.locator('#fuse')).toBeInViewport();
  await expect(seen(page)).toBeInViewport({ ratio: 1 });
  await number(page, 'growth').press('ArrowRight');
  await expect(seen(page)).toHaveCount(0);
});

test('a link leads to an event, also one that is told only when all are asked for', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  const line = page.locator('.log .line').last();
  const words = (await line.innerText()).replace(/\s*#$/, '');
  const id = await line.getAttribute('id');
  await line.getByRole('link', { name: 'A link to this' }).click();
  await expect(line).toBeFocused();
  const entries = await page.evaluate(() => history.length);
  const link = await copied(page);
  expect(link.hash).toBe(`#${id}`);
  expect(await page.evaluate(() => history.length)).toBe(entries);

  await page.goto('about:blank');
  await page.goto(link.href);
  await awake(page);
  const there = page.locator(`#${id}`);
  await expect(there).toBeFocused();
  await expect(there).toBeInViewport();
  await expect(there).toContainText(words.slice(0, 40));
});

test('a link with more than the essay shows says where it opens', async ({ page }) => {
  await page.goto(`./?${opening}&b.growth=0.8&c.growth=0.7&was=..0.abc`);
  const link = page.getByRole('link', { name: 'Open it in the lab.' });
  await expect(link).toHaveAttribute('href', `lab.html?${opening}&b.growth=0.8&c.growth=0.7&was=..0.abc`);
  await expect(seen(page)).toHaveCount(0);
});

test('what the reader did is a list to go back in, and nothing is lost', async ({ page }) => {
  await open(page);
  const list = bar(page).getByRole('button', { name: 'What you did' });
  await expect(list).toBeDisabled();
  await slider(page, 'severity').press('ArrowLeft');
  await slider(page, 'growth').press('End');
  await number(page, 'stop').press('ArrowRight');
  await list.click();
  const sheet = bar(page).getByRole('group', { name: /^What you did/ });
  await expect(sheet.getByRole('listitem')).toHaveText([
    'The music stops: 2027 Q3 to 2027 Q4',
    /^Growth.*: 60% to/,
    'Venture money that goes away: 90% to 89%',
    'The music stops',
  ]);
  const present = sheet.locator('[aria-current="step"]');
  await expect(present).toBeFocused();
  await sheet.getByRole('button', { name: 'The music stops', exact: true }).click();
  await frames(page);
  await expect(moved(page)).toHaveText([/2027\sQ3/, /90%/, /60%/]);
  await expect(undo(page)).toBeDisabled();
  await expect(present).toHaveText('The music stops');
  await sheet.getByRole('button', { name: /^The music stops: / }).click();
  await frames(page);
  await expect(moved(page)).toHaveText([/2027\sQ4/, /89%/, /./]);
  await sheet.getByRole('button', { name: 'Back to what was opened' }).click();
  await expect(sheet.getByRole('listitem')).toHaveCount(5);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(undo(page)).toBeEnabled();
});
