import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { findings } from './axe';
import { expect, frames, redo, runsOf, test, undo } from './page';

const stopped = 'v=1&stop=2027Q3&severity=0.9&growth=0.6';

const plane = (page: Page) => page.locator('#plane');
const futures = (page: Page) => page.locator('#futures');
const flows = (page: Page) => page.locator('#flows');
const grip = (page: Page) => plane(page).locator('.grip');
/** The last number of futures that were counted, and what they came to. */
const counts = (page: Page) => futures(page).locator('.count').allTextContents();

async function openLab(page: Page, query: string): Promise<void> {
  await page.goto(`./lab.html?${query}`);
  await expect(grip(page)).toBeVisible();
  await frames(page);
}

/** Brings a panel onto the screen, and waits until it has settled there. */
async function see(page: Page, id: string): Promise<void> {
  await page.locator(`#${id} .figure`).first().scrollIntoViewIfNeeded();
  await frames(page, 4);
}

async function counted(page: Page, futuresCounted: number): Promise<string[]> {
  await page.locator('#futures').scrollIntoViewIfNeeded();
  await expect(futures(page).locator(`[data-futures="${futuresCounted}"][aria-busy="false"]`)).toBeVisible({
    timeout: 30_000,
  });
  return counts(page);
}

test.describe('planes, futures and flows of the lab', () => {
  test('a press on the plane sets both dials in one turn, and another dial can be chosen', async ({ page }) => {
    await openLab(page, stopped);
    await see(page, 'plane');
    const finding = plane(page).locator('.finding');
    await expect(finding).toHaveText(/^OpenAI is the first to fall in \d+ of 100 of these worlds\.$/);
    await frames(page, 40);
    const map = () => plane(page).locator('.border').getAttribute('d');
    const drawn = await map();
    const before = await runsOf(page);
    const box = await plane(page).locator('.field').boundingBox();
    if (!box) throw new Error('There is no plane');
    await page.mouse.click(box.x + 0.7 * box.width, box.y + 0.2 * box.height);
    await frames(page);
    expect(await runsOf(page)).toBe(before + 1);
    await expect(grip(page)).toHaveAttribute('aria-valuenow', '23');
    await expect(grip(page)).toHaveAttribute('aria-valuetext', /quarter 2 of 2032\. Growth of the labs: 12\d percent/);
    await expect(grip(page)).toHaveAttribute('aria-valuetext', /Every firm stands to the end\.$/);
    expect(await map()).toBe(drawn);
    await undo(page).click();
    await expect(grip(page)).toHaveAttribute('aria-valuenow', '4');
    await expect(grip(page)).toHaveAttribute('aria-valuetext', /OpenAI fails in 2029\sQ4\.$/);
    await redo(page).click();
    await grip(page).press('ArrowDown');
    await expect(grip(page)).toHaveAttribute('aria-valuenow', '23');

    // The dial of the other axis changes places with this one.
    await plane(page).getByLabel('Across', { exact: true }).selectOption('Growth of the labs');
    await expect(plane(page).getByLabel('Up', { exact: true })).toHaveValue('stop');
    await plane(page).getByLabel('Up', { exact: true }).selectOption('Venture money that goes away');
    await plane(page).getByRole('radio', { name: 'promises gone' }).check({ force: true });
    await expect(finding).toHaveText(/promise/);
    await expect(grip(page)).toHaveAttribute(
      'aria-label',
      'Your world: Growth of the labs, by left and right, and Venture money that goes away, by up and down',
    );
    await plane(page).getByText('The numbers').click();
    await expect(plane(page).getByRole('row')).toHaveCount(7);
    await frames(page, 40);
    expect(await findings(page, { within: ['#plane'] })).toEqual([]);
  });

  test('the futures of one world are the same each time they are counted', async ({ page }) => {
    await openLab(page, stopped);
    const first = await counted(page, 10_000);
    expect(first[0]).toMatch(/^\d+ of 100$/);
    await expect(futures(page).getByText('Counted from 10,000 futures, seed 20260930.')).toBeVisible();
    await see(page, 'plane');
    await grip(page).press('PageUp');
    expect(await counted(page, 10_000)).not.toEqual(first);
    await page.keyboard.press('Control+z');
    await expect(grip(page)).toHaveAttribute('aria-valuetext', /60 percent of plan/);
    await expect.poll(() => counted(page, 10_000)).toEqual(first);
    // The line of another firm, and another line of it.
    await futures(page).getByRole('radio', { name: 'Oracle' }).check({ force: true });
    await futures(page).getByRole('radio', { name: 'debt' }).check({ force: true });
    await expect(page.locator('#lab-bands').getByText('Oracle’s debt as a quarter ends')).toBeVisible();
    await expect(page.locator('#lab-bands .finding')).toHaveText(/Oracle owes lenders between/);
    expect(await findings(page, { within: ['#futures'] })).toEqual([]);
  });

  test('the flows are those of the quarter, and its table adds up to them', async ({ page }) => {
    await openLab(page, stopped);
    await see(page, 'flows');
    const finding = flows(page).locator('.finding');
    const money = async () => Number((await finding.innerText()).match(/\$([\d,.]+)bn/)?.[1].replace(',', ''));
    await expect(finding).toHaveText(/^In 2026\sQ3 \$\d+bn moves between firms and investors; \d+% of it is orders\.$/);
    await flows(page).getByText('The numbers').click();
    const table = flows(page).locator('table');
    const slider = flows(page).getByRole('slider', { name: 'Quarter' });
    for (const [key, quarter] of [
      ['PageUp', '2027 Q3'],
      ['ArrowRight', '2027 Q4'],
      ['End', '2034 Q2'],
    ]) {
      await slider.press(key);
      await expect(finding).toContainText(`In ${quarter} `);
      await expect(table.locator('caption')).toContainText(quarter);
      const paid = await table.locator('tbody tr td:nth-child(4)').allTextContents();
      const sum = paid.reduce((all, text) => all + Number(text.replace(',', '')), 0);
      expect(Math.abs(sum - (await money()))).toBeLessThan(0.02 * sum);
      const labels = await flows(page).locator('.stand text').allTextContents();
      const left = labels.filter((_, k) => k < labels.length / 2);
      expect(left.length).toBeGreaterThan(3);
      // A drawn ribbon for each payment that is made, and no more.
      const made = await flows(page).locator('.ribbon .ground:not(.none)').count();
      expect(made).toBe(paid.filter((text) => text !== '0').length);
    }
    await flows(page)
      .getByRole('radio', { name: /^all money/ })
      .check({ force: true });
    await expect(finding).toHaveText(/moves in, out and between; \d+% of it is revenue from customers outside\.$/);
    await flows(page).locator('[data-party="0"] text').first().click();
    await expect(flows(page).getByText(/^OpenAI is paid /)).toBeVisible();
    expect(await flows(page).locator('.ribbon.quiet').count()).toBeGreaterThan(10);
    expect(await findings(page, { within: ['#flows'] })).toEqual([]);
  });

  test('say which world they show where there are two, and only there', async ({ page }) => {
    await openLab(page, `${stopped}&b.growth=0.8`);
    const title = (panel: Locator) => panel.getByRole('heading', { level: 2 });
    const panels = { Plane: plane(page), Futures: futures(page), Flows: flows(page) };
    for (const [name, panel] of Object.entries(panels)) await expect(title(panel)).toHaveText(`${name} of A`);
    await expect(plane(page)).toContainText('All other dials stand as in world A. The circle is world A:');
    await expect(page.locator('#worlds')).toContainText('all in one network');
    await page.getByRole('radio', { name: /^B / }).check({ force: true });
    for (const [name, panel] of Object.entries(panels)) await expect(title(panel)).toHaveText(`${name} of B`);
    await expect(grip(page)).toHaveAttribute('aria-label', /^World B: /);
    await futures(page).scrollIntoViewIfNeeded();
    await expect(page.locator('#lab-bands').getByText(/^the run of B/)).toBeVisible();

    await page.getByRole('button', { name: 'Remove world A' }).click();
    for (const [name, panel] of Object.entries(panels)) await expect(title(panel)).toHaveText(name);
    await expect(plane(page)).toContainText('All other dials stand as yours. The circle is your world:');
    await expect(page.locator('#lab-bands').getByText(/^your run/)).toBeVisible();
  });

  test('all of it fits a phone, by night', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await openLab(page, 'v=1&growth=0.3&stop=2026Q4&severity=1&panic=5&credit=1&grace=0&firmness=1&lock=1&caution=0');
    for (const id of ['plane', 'futures', 'flows']) await see(page, id);
    await flows(page)
      .getByRole('radio', { name: /^all money/ })
      .check({ force: true });
    await flows(page).getByRole('slider', { name: 'Quarter' }).press('PageUp');
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await frames(page, 4);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await frames(page, 4);
    const cut = await flows(page)
      .locator('svg[role="img"] text')
      .evaluateAll((texts) => {
        const room = texts[0].closest('svg')?.getBoundingClientRect();
        return texts
          .filter((text) => {
            const { left, right } = text.getBoundingClientRect();
            return room && (left < room.left - 1 || right > room.right + 1);
          })
          .map((text) => text.textContent);
      });
    expect(cut).toEqual([]);
    expect(await findings(page)).toEqual([]);
  });
});

test.describe('where workers are refused', () => {
  test.use({ tolerated: /futures-worker|Failed to load resource/ });

  test('the futures are counted on the page itself, fewer of them, and it says so', async ({ page }) => {
    await page.route(/futures-worker/, (route) => route.abort());
    await openLab(page, stopped);
    const here = await counted(page, 2000);
    expect(here[0]).toMatch(/^\d+ of 100$/);
    await expect(futures(page).getByText(/could not be run beside the page/)).toBeVisible();
  });
});

test('a figure of the lab is shared with all its worlds, and its link looks at the same', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLab(page, `${stopped}&b.growth=0.8`);
  await see(page, 'plane');
  await plane(page).getByLabel('Across', { exact: true }).selectOption({ label: 'Growth of the labs' });
  await plane(page).getByLabel('Up', { exact: true }).selectOption({ label: 'Venture money that goes away' });
  await expect(page).toHaveURL(/&plane=growth:severity/);
  const finding = page.locator('#lab-plane-finding');
  await plane(page).getByRole('radio', { name: 'promises gone' }).check();
  await expect(page).toHaveURL(/&plane=growth:severity:gone/);
  const said = await finding.innerText();

  const sheet = page.getByRole('dialog', { name: /^Share/ });
  await page.locator('#lab-plane').getByRole('button', { name: 'Share this figure' }).click();
  await expect(sheet.getByRole('button', { name: 'Copy the code' })).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Copy the link' }).click();
  await expect(sheet.getByRole('button', { name: 'Copied', exact: true })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('Escape');

  await see(page, 'chart');
  await page.locator('#lab-chart').getByRole('button', { name: 'Share this figure' }).click();
  const download = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'SVG', exact: true }).click();
  const svg = await readFile(await (await download).path(), 'utf8');
  expect(svg).toContain('A: The music stops; B: Growth of the labs 80%');
  expect(svg).toMatch(/<image [^>]*href="data:image\/png;base64,[\w+/]{5000}/);

  await page.goto(link);
  await see(page, 'plane');
  await expect(finding).toHaveText(said);
  await expect(plane(page).getByLabel('Across', { exact: true })).toHaveValue('growth');
});
