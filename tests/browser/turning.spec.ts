import type { Locator, Page } from '@playwright/test';
import { dialOf } from '../../src/world/dials';
import {
  bring,
  expect,
  field,
  frames,
  number,
  open,
  runsOf,
  slider,
  standsAt,
  test,
  undo,
  valueButton,
  world,
} from './page';

/** Presses at a place of the page, goes along by `dx` in small steps, and lets go. */
async function drag(page: Page, from: { x: number; y: number }, dx: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx, from.y, { steps: 8 });
  await page.mouse.up();
  await frames(page);
}

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  await bring(locator);
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function topOf(locator: Locator): Promise<number> {
  return (await locator.boundingBox())?.y ?? Number.NaN;
}

test.describe('by hand', () => {
  test('a slider follows the mouse, and stays at its ends', async ({ essay: page }) => {
    const severity = slider(page, 'severity');
    const handle = await middle(severity.locator('.handle'));
    const rail = (await severity.locator('.rail').boundingBox()) ?? { width: 0 };
    await drag(page, handle, -rail.width / 2);
    await expect.poll(() => standsAt(severity)).toBeCloseTo(0.4, 1);
    await drag(page, await middle(severity.locator('.handle')), -2 * rail.width);
    await expect.poll(() => standsAt(severity)).toBe(0);
    await drag(page, await middle(severity.locator('.handle')), 2 * rail.width);
    await expect.poll(() => standsAt(severity)).toBe(1);
  });

  test('a press on the track jumps there; a press on the handle moves nothing', async ({ essay: page }) => {
    const drought = slider(page, 'drought');
    const { x, y } = await middle(drought.locator('.rail'));
    await page.mouse.click(x + 30, y);
    await expect.poll(() => standsAt(drought)).toBeGreaterThan(dialOf('drought').usual);
    const there = await standsAt(drought);
    const handle = await middle(drought.locator('.handle'));
    await page.mouse.click(handle.x + 5, handle.y);
    await expect.poll(() => standsAt(drought)).toBe(there);
  });

  test('a number in the sentence follows the mouse both ways', async ({ essay: page }) => {
    const severity = number(page, 'severity');
    await drag(page, await middle(severity), -40);
    await expect.poll(() => standsAt(severity)).toBeLessThan(0.9);
    const less = await standsAt(severity);
    await expect(severity).toHaveText(`${Math.round(less * 100)}%`);
    await drag(page, await middle(severity), 200);
    await expect.poll(() => standsAt(severity)).toBe(1);
  });

  test('only the first button turns', async ({ essay: page }) => {
    const { x, y } = await middle(slider(page, 'severity').locator('.rail'));
    await page.mouse.click(x, y, { button: 'right' });
    await page.keyboard.press('Escape');
    await page.mouse.click(x, y, { button: 'middle' });
    await expect.poll(() => standsAt(slider(page, 'severity'))).toBe(0.9);
  });
});

test.describe('by keys', () => {
  const keys = [
    ['ArrowLeft', 0.89],
    ['ArrowDown', 0.88],
    ['ArrowRight', 0.89],
    ['ArrowUp', 0.9],
    ['Shift+ArrowLeft', 0.8],
    ['PageDown', 0.7],
    ['PageUp', 0.8],
    ['Home', 0],
    ['ArrowLeft', 0],
    ['End', 1],
    ['ArrowRight', 1],
  ] as const;

  for (const [what, dial] of [
    ['a slider', slider],
    ['a number in the sentence', number],
  ] as const) {
    test(`${what} goes by arrows, pages and to its ends, and stays where it is`, async ({ essay: page }) => {
      const severity = dial(page, 'severity');
      await severity.focus();
      await severity.scrollIntoViewIfNeeded();
      const top = await topOf(severity.locator('..'));
      for (const [key, value] of keys) {
        await page.keyboard.press(key);
        await expect(severity, key).toHaveAttribute('aria-valuenow', String(value));
      }
      await expect(severity).toHaveAttribute('aria-valuetext', '100 percent');
      // Each place that shows the dial shows the same, off the screen a moment later.
      for (const other of [slider(page, 'severity'), number(page, 'severity')]) {
        await expect(other).toHaveAttribute('aria-valuenow', '1');
      }
      // What stands above it has other words now, and perhaps a line more.
      expect(Math.abs((await topOf(severity.locator('..'))) - top)).toBeLessThan(2);
      // Those of the browser stay the browser's.
      await page.keyboard.press('Control+Home');
      await expect.poll(() => standsAt(severity)).toBe(1);
    });
  }
});

test.describe('by typing', () => {
  test('a digit on a dial begins a value, Enter takes it, and the focus comes back', async ({ essay: page }) => {
    for (const dial of [slider(page, 'growth'), number(page, 'growth')]) {
      await dial.focus();
      await page.keyboard.type('45');
      await expect(field(page, 'growth')).toHaveValue('45');
      await page.keyboard.press('Enter');
      await expect(dial).toHaveAttribute('aria-valuenow', '0.45');
      await expect(dial).toBeFocused();
      await page.keyboard.press('End');
    }
  });

  test('a value beside a slider opens, is selected, and takes words', async ({ essay: page }) => {
    await valueButton(page, 'growth').click();
    await page.keyboard.type('70% of plan');
    await page.keyboard.press('Enter');
    await expect(slider(page, 'growth')).toHaveAttribute('aria-valuenow', '0.7');
    await expect(valueButton(page, 'growth')).toBeFocused();
  });

  test('a number in the sentence opens on the second click', async ({ essay: page }) => {
    const { x, y } = await middle(number(page, 'stop'));
    await page.mouse.click(x, y);
    await expect(number(page, 'stop')).toBeFocused();
    await page.mouse.click(x, y);
    await expect(field(page, 'stop')).toBeFocused();
    await page.keyboard.type('2028q2');
    await page.keyboard.press('Enter');
    await expect(number(page, 'stop')).toHaveText('2028 Q2');
  });

  test('what cannot be read is answered beside the field, and nothing is lost', async ({ page }) => {
    await open(page);
    const severity = number(page, 'severity');
    await severity.focus();
    const before = await runsOf(page);
    for (const [bad, answer] of [
      ['9 cats', /cannot be read/],
      ['250', /from 0% to 100%/],
    ] as const) {
      await page.keyboard.press('Enter');
      await field(page, 'severity').fill(bad);
      await page.keyboard.press('Enter');
      await expect(field(page, 'severity')).toHaveValue(bad);
      await expect(field(page, 'severity')).toBeFocused();
      await expect(field(page, 'severity')).toHaveAttribute('aria-invalid', 'true');
      await expect(field(page, 'severity')).toHaveAccessibleDescription(answer);
      await expect(page.getByRole('alert').filter({ hasText: answer })).toBeInViewport({ ratio: 1 });
      // Typing on takes the reproach away; Escape gives up the field and leaves the dial as it was.
      await page.keyboard.type('1');
      await expect(field(page, 'severity')).not.toHaveAttribute('aria-invalid');
      await page.keyboard.press('Escape');
      await expect(severity).toBeFocused();
      await expect(severity).toHaveText('90%');
    }
    expect(await runsOf(page)).toBe(before);
    await expect(undo(page)).toBeDisabled();
  });

  test('escape gives up a good value too', async ({ essay: page }) => {
    await number(page, 'severity').press('Enter');
    await field(page, 'severity').fill('12');
    await page.keyboard.press('Escape');
    await expect(number(page, 'severity')).toBeFocused();
    await expect(number(page, 'severity')).toHaveText('90%');
    await valueButton(page, 'severity').click();
    await field(page, 'severity').fill('12');
    await page.keyboard.press('Escape');
    await expect(valueButton(page, 'severity')).toBeFocused();
    await expect.poll(() => standsAt(slider(page, 'severity'))).toBe(0.9);
  });

  test('the answer is seen at the edge of the screen too', async ({ essay: page }) => {
    const button = valueButton(page, 'backstop');
    // Right above the bar.
    await button.evaluate((element) => scrollBy(0, element.getBoundingClientRect().bottom - innerHeight + 60));
    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('a very long text that is no number at all, and goes on and on');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: /cannot be read/ })).toBeInViewport({ ratio: 1 });
    const [bottom, bar] = await page.evaluate(() => [
      document.querySelector('[role="alert"]:not(:empty)')?.getBoundingClientRect().bottom,
      document.querySelector('[aria-label="Your world"]')?.getBoundingClientRect().top,
    ]);
    expect(bottom).toBeLessThanOrEqual(bar ?? 0);
  });

  test('arrows step inside the field too, and leaving it takes the value', async ({ essay: page }) => {
    await valueButton(page, 'backstop').click();
    await page.keyboard.press('ArrowUp');
    await expect(field(page, 'backstop')).toHaveValue('1%');
    await field(page, 'backstop').fill('55');
    await slider(page, 'drought').focus();
    await expect(slider(page, 'backstop')).toHaveAttribute('aria-valuenow', '0.55');
    await expect(slider(page, 'drought')).toBeFocused();
  });

  test('escape with nothing open changes nothing', async ({ essay: page }) => {
    await slider(page, 'severity').focus();
    await page.keyboard.press('Escape');
    await expect(slider(page, 'severity')).toBeFocused();
    await expect.poll(() => standsAt(slider(page, 'severity'))).toBe(0.9);
  });
});

interface Snapshot {
  readonly after: string;
  readonly slider: string | null;
  readonly number: string | null;
  readonly button: string | null;
  readonly runs: string | null;
  /** All words on the screen but those that are looked for in what later frames have left. */
  readonly words: string;
}

declare global {
  interface Window {
    snapshots: Snapshot[];
    /** Ends what `record` has begun. */
    recording: AbortController;
    wordsOnScreen: () => string;
  }
}

/**
 * Reads the page in the first animation frame after each input, after all other callbacks of that frame that the input asked for: what
 * is in the page then is what this frame paints.
 */
const record = () => {
  window.snapshots = [];
  window.recording = new AbortController();
  window.wordsOnScreen = () =>
    [...document.querySelectorAll('main :is(h3, p, td, dd, button, .num)')]
      .filter((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top < innerHeight && bottom > 0 && !element.closest('.edge, #receipt');
      })
      .map((element) => element.textContent)
      .join('\n');
  const read = (after: string) => {
    const text = (selector: string) => document.querySelector(selector)?.textContent?.trim() ?? null;
    // The number in a sentence of the same chapter: what is off the screen catches up when the hand rests.
    const now = '#the-music-stops [aria-valuenow][aria-label="Venture money that goes away"]';
    window.snapshots.push({
      after,
      slider:
        document.querySelector('#the-music-stops .track[aria-valuetext$="percent"]')?.getAttribute('aria-valuenow') ??
        null,
      number: text(now),
      button: text('#the-music-stops button[aria-label^="Venture money that goes away"]'),
      runs: document.querySelector('[data-runs]')?.getAttribute('data-runs') ?? null,
      words: window.wordsOnScreen(),
    });
  };
  for (const type of ['keydown', 'pointermove', 'click']) {
    // On the way up, so that the dial has heard it before.
    window.addEventListener(
      type,
      (event) => {
        const after = event instanceof KeyboardEvent ? event.key : type;
        requestAnimationFrame(() => queueMicrotask(() => read(after)));
      },
      { signal: window.recording.signal },
    );
  }
};

test.describe('in the same frame', () => {
  test.beforeEach(({ essay: page }) => page.evaluate(record));
  test.afterEach(({ essay: page }) => page.evaluate(() => window.recording.abort()));

  test('a key changes the dial everywhere on the screen, the results and the count', async ({ essay: page }) => {
    const runs = await runsOf(page);
    // The chapter has to be told that it has come to the screen.
    await bring(slider(page, 'severity'));
    await slider(page, 'severity').focus();
    await page.keyboard.press('ArrowLeft');
    await frames(page);
    const seen = await page.evaluate(() => window.snapshots);
    // The focus has scrolled the page: the browser may add a move of the mouse that nobody made.
    const [first, ...more] = seen.filter(({ after }) => after !== 'pointermove');
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      after: 'ArrowLeft',
      slider: '0.89',
      number: '89%',
      button: '89%',
      runs: String(runs + 1),
    });
    // And later frames have nothing to add.
    await frames(page, 5);
    expect(first?.words).toMatch(/89%/);
    expect(first?.words).toBe(await page.evaluate(() => window.wordsOnScreen()));
  });

  test('a drag changes them with each move', async ({ essay: page }) => {
    const { x, y } = await middle(slider(page, 'severity').locator('.handle'));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await frames(page);
    await page.evaluate(() => {
      window.snapshots = [];
    });
    const first = await runsOf(page);
    for (const dx of [20, 45, 70]) {
      await page.mouse.move(x - dx, y);
      await frames(page);
    }
    await page.mouse.up();
    const seen = await page.evaluate(() => window.snapshots);
    // The browser adds moves of its own when things move under the mouse; those turn nothing.
    expect([...new Set(seen.map(({ runs }) => Number(runs)))]).toEqual([first + 1, first + 2, first + 3]);
    for (const { slider, number, button } of seen) {
      expect(number).toBe(`${Math.round(Number(slider) * 100)}%`);
      expect(button).toBe(number);
    }
    expect(new Set(seen.map(({ number }) => number)).size).toBe(3);
  });

  test('what keeps its place does so in the frame of its turn, and holds no later scroll back', async ({
    essay: page,
  }) => {
    await bring(slider(page, 'severity'));
    await slider(page, 'severity').press('ArrowLeft');
    await frames(page);
    const kept = await page.evaluate(async () => {
      scrollBy(0, 150);
      const before = scrollY;
      const more = document.createElement('div');
      more.style.height = '500px';
      document.body.append(more);
      for (let k = 0; k < 3; k++) await new Promise((done) => requestAnimationFrame(done));
      const after = scrollY;
      more.remove();
      return { before, after };
    });
    expect(kept.before).toBeGreaterThan(0);
    expect(kept.after).toBe(kept.before);
  });

  test('a hand that moves more often than the page is painted turns once a frame, to where it has come', async ({
    essay: page,
  }) => {
    const dial = slider(page, 'severity');
    const { x, y } = await middle(dial.locator('.handle'));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 20, y);
    await frames(page);
    const first = await runsOf(page);
    const values = await dial.evaluate(async (element, x) => {
      const value = () => Number(element.getAttribute('aria-valuenow'));
      const before = value();
      for (const dx of [40, 60, 90]) {
        element.dispatchEvent(new PointerEvent('pointermove', { pointerId: 1, clientX: x - dx, bubbles: true }));
      }
      await Promise.resolve();
      const between = value();
      await new Promise((done) => requestAnimationFrame(() => queueMicrotask(() => done(undefined))));
      return { before, between, after: value() };
    }, x);
    expect(values.between).toBe(values.before);
    expect(values.after).toBeLessThan(values.before);
    expect(await runsOf(page)).toBe(first + 1);
    // Where it lets go is where it has come, though no frame has passed since.
    await dial.evaluate((element, x) => {
      for (const type of ['pointermove', 'pointerup'])
        element.dispatchEvent(new PointerEvent(type, { pointerId: 1, clientX: x - 120, bubbles: true }));
    }, x);
    await frames(page);
    expect(Number(await dial.getAttribute('aria-valuenow'))).toBeLessThan(values.after);
    await page.mouse.up();
  });

  test('a whole world, set by a key on its button, arrives at once', async ({ essay: page }) => {
    await world(page, 'The backstop').focus();
    await frames(page);
    await page.keyboard.press('Enter');
    await frames(page, 5);
    const set = (await page.evaluate(() => window.snapshots)).find(({ after }) => after === 'click');
    expect(set?.number).toBe('90%');
    expect(set?.runs).toBe(String(await runsOf(page)));
    expect(set?.words).toBe(await page.evaluate(() => window.wordsOnScreen()));
  });

  test('what becomes of a whole world is said over the bar, until a dial turns', async ({ essay: page }) => {
    const line = page.locator('.outcome');
    await slider(page, 'severity').press('ArrowLeft');
    await expect(line).toHaveCount(0);
    await page.getByRole('region', { name: 'The burners' }).getByRole('link', { name: 'somewhat more growth' }).click();
    await expect(line).toHaveText(/^Every firm holds\. /);
    await slider(page, 'severity').press('ArrowLeft');
    await expect(line).toHaveCount(0);
  });
});
