import { dialOf } from '../../src/world/dials';
import {
  bar,
  bring,
  chapter,
  expect,
  field,
  frames,
  moved,
  number,
  open,
  redo,
  searchOf,
  shownBy,
  slider,
  standsAt,
  test,
  undo,
  world,
} from './page';

test.describe('undo and redo', () => {
  test('go back and forth by buttons, a gesture at a time', async ({ page }) => {
    await open(page);
    await expect(undo(page)).toBeDisabled();
    await expect(redo(page)).toBeDisabled();
    const atFirst = await shownBy(page);
    await slider(page, 'severity').press('Home');
    await slider(page, 'drought').press('End');
    const atLast = await shownBy(page);

    await undo(page).click();
    await expect.poll(() => standsAt(slider(page, 'drought'))).toBe(dialOf('drought').usual);
    await expect(slider(page, 'severity')).toHaveAttribute('aria-valuenow', '0');
    await undo(page).click();
    expect(await shownBy(page)).toEqual(atFirst);
    await expect(undo(page)).toBeDisabled();

    await redo(page).click();
    await redo(page).click();
    expect(await shownBy(page)).toEqual(atLast);
    await expect(redo(page)).toBeDisabled();
  });

  test('take a whole drag as one', async ({ page }) => {
    await open(page);
    const severity = slider(page, 'severity');
    await bring(severity);
    const rail = await severity.locator('.rail').boundingBox();
    if (!rail) throw new Error('There is no slider');
    const y = rail.y + rail.height / 2;
    for (const [from, to] of [
      [0.9, 0.3],
      [0.3, 0.6],
    ] as const) {
      await page.mouse.move(rail.x + rail.width * from, y);
      await page.mouse.down();
      await page.mouse.move(rail.x + rail.width * to, y, { steps: 12 });
      await page.mouse.up();
    }
    const between = 0.3;
    await undo(page).click();
    await expect.poll(() => standsAt(severity)).toBeCloseTo(between, 1);
    await undo(page).click();
    await expect(severity).toHaveAttribute('aria-valuenow', '0.9');
    await expect(undo(page)).toBeDisabled();
  });

  test('go by keys', async ({ page }) => {
    await open(page);
    const severity = slider(page, 'severity');
    await severity.press('Home');
    for (const [key, value] of [
      ['Control+z', '0.9'],
      ['Control+z', '0.9'],
      ['Control+Shift+z', '0'],
      ['Control+z', '0.9'],
      ['Control+y', '0'],
      ['Meta+z', '0.9'],
      ['Meta+Shift+z', '0'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(severity, key).toHaveAttribute('aria-valuenow', value);
    }
  });

  test('leave the keys to a field while it is typed in', async ({ essay: page }) => {
    await slider(page, 'severity').press('Home');
    await number(page, 'growth').press('Enter');
    await field(page, 'growth').fill('12');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+y');
    await frames(page);
    await expect(slider(page, 'severity')).toHaveAttribute('aria-valuenow', '0');
    await expect(field(page, 'growth')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(number(page, 'growth')).toHaveText('60%');
    await page.keyboard.press('Control+z');
    await expect(slider(page, 'severity')).toHaveAttribute('aria-valuenow', '0.9');
  });

  test('lose nothing when something new is done after an undo', async ({ essay: page }) => {
    await slider(page, 'severity').press('Home');
    await undo(page).click();
    await slider(page, 'drought').press('End');
    await undo(page).click();
    await undo(page).click();
    await expect(slider(page, 'severity')).toHaveAttribute('aria-valuenow', '0');
  });
});

test.describe('the way back', () => {
  test('each moved dial is listed with its value and a way to the plan', async ({ essay: page }) => {
    await world(page, 'The plan holds').click();
    await expect(bar(page).getByText('Nothing is moved: this is the plan.')).toBeVisible();
    await slider(page, 'growth').press('Home');
    await slider(page, 'stop').press('Home');
    // In the order of the table of dials, not of the turning.
    await expect(moved(page)).toHaveText([`${dialOf('stop').name} 2026 Q3`, `${dialOf('growth').name} 0%`]);
    await bar(page)
      .getByRole('button', { name: `${dialOf('stop').name}: back to never` })
      .click();
    await expect(moved(page)).toHaveText([/0%/]);
    await expect(slider(page, 'stop')).toHaveAttribute('aria-valuetext', 'never');
    await undo(page).click();
    await expect(moved(page)).toHaveCount(2);
    await bar(page).getByRole('button', { name: 'All to plan' }).click();
    await expect(bar(page).getByText('Nothing is moved: this is the plan.')).toBeVisible();
    await expect.poll(() => searchOf(page)).toBe('?v=1');
  });

  test('a phone has the moved dials in a sheet over its bar', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, 'v=1&stop=2028Q1&growth=0.5&lock=0.6');
    expect((await bar(page).boundingBox())?.height).toBeLessThan(844 / 6);
    await expect(moved(page)).toHaveCount(0);
    await bar(page).getByRole('button', { name: 'This page opens with three dials set' }).click();
    await expect(moved(page)).toHaveCount(3);
    await bar(page)
      .getByRole('button', { name: `${dialOf('lock').name}: back to 35 percent` })
      .click();
    await expect(moved(page)).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(moved(page)).toHaveCount(0);
    await bar(page).getByRole('button', { name: 'Two dials off plan' }).click();
    await bar(page).getByRole('button', { name: 'All to plan' }).click();
    await expect(bar(page).getByText('Nothing is moved: this is the plan.')).toBeVisible();
    await undo(page).click();
    await expect(bar(page).getByRole('button', { name: 'Two dials off plan' })).toBeVisible();
  });

  test('a dial goes back to what the link opened with, and the focus to the dial', async ({ page }) => {
    await open(page, 'v=1&stop=2028Q1&severity=0.4');
    await slider(page, 'severity').press('End');
    await chapter(page).getByRole('button', { name: 'back to 40%' }).press('Enter');
    await expect(slider(page, 'severity')).toHaveAttribute('aria-valuenow', '0.4');
    await expect(slider(page, 'severity')).toBeFocused();
    // It has a way to its usual value still, and that one is another.
    await chapter(page).getByRole('button', { name: 'usual: 80%' }).click();
    await expect(slider(page, 'severity')).toHaveAttribute('aria-valuenow', '0.8');
    await expect(chapter(page).getByRole('button', { name: 'back to 40%' })).toBeVisible();
  });

  test('setting a shipped world never loses the reader’s own', async ({ essay: page }) => {
    await slider(page, 'severity').press('Shift+ArrowLeft');
    await slider(page, 'backstop').press('End');
    const own = await shownBy(page);
    for (const name of ['The plan holds', 'The backstop', 'The music stops']) {
      await world(page, name).click();
      await expect(world(page, name)).toHaveAttribute('aria-pressed', 'true');
    }
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+z');
    expect(await shownBy(page)).toEqual(own);
    await expect(chapter(page).getByRole('button', { name: 'back to 0%' })).toBeVisible();
  });
});

test.describe('copy link', () => {
  const copy = { name: 'Copy link' };

  test('puts the address of this world on the clipboard, and says so', async ({ essay: page }) => {
    const announced = page.locator('p[aria-live="polite"]');
    await slider(page, 'severity').press('ArrowLeft');
    await expect(announced).toContainText('OpenAI');
    await bar(page).getByRole('button', copy).click();
    await expect(bar(page).getByText('Copied', { exact: true })).toBeVisible();
    await expect(announced).toHaveText('The link to this world is copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(copied).search).toMatch(/^\?v=1&stop=2027Q3&severity=0\.89&growth=0\.6&was=openai\.[\w.]+$/);
    await expect.poll(() => page.url()).toBe(copied);
  });

  test('copies this world even before the address has been written', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page);
    await bar(page).getByRole('button', copy).click();
    await expect(bar(page).getByText('Copied', { exact: true })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(copied).search).toMatch(/^\?v=1&stop=2027Q3&severity=0\.9&growth=0\.6&was=openai\.[\w.]+$/);
    expect(copied.length).toBeLessThan(120);
  });

  test('shows the link selected where the browser does not let it copy', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('No', 'NotAllowedError'));
    });
    await open(page, 'v=1&severity=0.5');
    await bar(page).getByRole('button', copy).press('Enter');
    const link = page.getByRole('textbox', { name: 'Link' });
    await expect(link).toBeFocused();
    await expect(link).toHaveValue(new RegExp(`^${page.url().replaceAll(/[.?]/g, '\\$&')}&was=`));
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(await link.inputValue());
    await page.keyboard.press('Escape');
    await expect(link).toBeHidden();
    await expect(bar(page).getByRole('button', copy)).toBeFocused();
  });
});
