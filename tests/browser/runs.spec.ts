import type { Page } from '@playwright/test';
import {
  bring,
  chapter,
  expect,
  frames,
  open,
  opening,
  runsOf,
  searchOf,
  slider,
  standsAt,
  test,
  undo,
  world,
} from './page';

declare global {
  interface Window {
    /** Runs of each engine of the page, in the order in which they were made, counted at the module's own door. */
    engineRuns: number[];
    writes: { at: number; url: string; how: 'replace' | 'push' }[];
  }
}

const countRuns = () => {
  window.engineRuns = [];
  // Under both names: a new Instance, and instantiate.
  const counted = (instance: WebAssembly.Instance): WebAssembly.Instance => {
    const { run, ...others } = instance.exports as { run(): void } & WebAssembly.Exports;
    const engine = window.engineRuns.push(0) - 1;
    const countedRun = () => {
      window.engineRuns[engine] = (window.engineRuns[engine] ?? 0) + 1;
      run();
    };
    return { exports: { ...others, run: countedRun } };
  };
  const { instantiate, Instance } = WebAssembly;
  WebAssembly.instantiate = (async (...args: Parameters<typeof instantiate>) => {
    const made: unknown = await instantiate(...args);
    return counted(made as WebAssembly.Instance);
  }) as unknown as typeof instantiate;
  WebAssembly.Instance = ((...args: ConstructorParameters<typeof Instance>) =>
    counted(new Instance(...args))) as unknown as typeof Instance;
};

const countWrites = () => {
  window.writes = [];
  for (const [how, name] of [
    ['replace', 'replaceState'],
    ['push', 'pushState'],
  ] as const) {
    const write = history[name].bind(history);
    history[name] = (data, unused, url) => {
      window.writes.push({ at: performance.now(), url: String(url), how });
      write(data, unused, url);
    };
  }
};

/** How often the reader's engine has run, by its own count, which must be the one that the page tells. */
async function runs(page: Page): Promise<number> {
  const told = await runsOf(page);
  expect(await page.evaluate(() => window.engineRuns[0])).toBe(told);
  return told;
}

test('a frame in which the world has changed is one run, and any other is none', async ({ page }) => {
  await page.addInitScript(countRuns);

  await test.step('the page opens with one run, and a link to another world takes one more', async () => {
    await open(page, opening);
    expect(await runs(page)).toBe(1);
    await open(page, 'v=1');
    expect(await runs(page)).toBe(2);
    await open(page);
    expect(await runs(page)).toBe(1);
  });

  /** Each begins in the opening world. */
  const step = (what: string, does: (before: number) => Promise<void>) =>
    test.step(what, async () => {
      await world(page, 'The music stops').click();
      await frames(page);
      await does(await runs(page));
    });

  await step('each key that turns a dial is one run', async (before) => {
    await slider(page, 'severity').focus();
    for (let i = 1; i <= 12; i += 1) {
      await page.keyboard.press('ArrowLeft');
      await frames(page);
      expect(await runs(page)).toBe(before + i);
    }
    await undo(page).click();
    await frames(page);
    expect(await runs(page)).toBe(before + 13);
    await world(page, 'The plan holds').click();
    await frames(page);
    expect(await runs(page)).toBe(before + 14);
  });

  await step('several inputs in one frame are one run', async (before) => {
    await slider(page, 'severity').evaluate((dial) => {
      for (let i = 0; i < 7; i += 1) {
        dial.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true }));
      }
    });
    await frames(page);
    await expect(slider(page, 'severity')).toHaveAttribute('aria-valuenow', '0.83');
    expect(await runs(page)).toBe(before + 1);
  });

  await step('what comes back to where it was within a frame is no run', async (before) => {
    await slider(page, 'severity').evaluate((dial) => {
      for (const key of ['ArrowLeft', 'ArrowLeft', 'PageUp', 'PageDown', 'ArrowRight', 'ArrowRight']) {
        dial.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      }
    });
    await frames(page);
    await expect(slider(page, 'severity')).toHaveAttribute('aria-valuenow', '0.9');
    expect(await runs(page)).toBe(before);
  });

  await step('an input that changes nothing is no run', async () => {
    await slider(page, 'severity').focus();
    await page.keyboard.press('End');
    await frames(page);
    const before = await runs(page);
    for (const key of ['End', 'ArrowRight', 'PageUp', 'Tab', 'Escape', 'q']) {
      await page.keyboard.press(key);
      await frames(page);
    }
    expect(await runs(page)).toBe(before);
    await world(page, 'The music stops').click();
    await world(page, 'The music stops').click();
    await frames(page);
    expect(await runs(page)).toBe(before + 1);
  });

  await step(
    'looking is no run: the mouse over everything, the page up and down, time played and chosen',
    async (before) => {
      for (const dial of await chapter(page).getByRole('slider').all()) await dial.hover();
      for (const way of [900, 900, -500, -1300]) {
        await page.mouse.wheel(0, way);
        await frames(page);
      }
      await slider(page, 'drought').focus();
      const quarter = page.locator('#ring').getByRole('slider', { name: 'Quarter' });
      for (const key of ['Home', 'ArrowRight', 'PageUp']) await quarter.press(key);
      const from = await standsAt(quarter);
      await page.locator('css:light=#ring').getByRole('button', { name: /^Play/ }).click();
      await expect.poll(() => standsAt(quarter)).toBeGreaterThan(from);
      await page.locator('css:light=#ring').getByRole('button', { name: 'Pause' }).click();
      await page.locator('css:light=#timeline').getByRole('radio', { name: 'Cash in hand' }).check();
      for (const name of ['OpenAI', 'Nvidia']) await page.locator('#ring').getByRole('button', { name }).hover();
      await page.setViewportSize({ width: 700, height: 600 });
      await frames(page);
      expect(await runs(page)).toBe(before);
    },
  );
});

/**
 * Turns a dial by one key, right after a frame was painted, and tells the frames in which something on the screen then changed:
 * 1 is the next one that is painted. The edges of the other dials on the screen are left out: they are looked for in what the frames after it have left.
 */
async function paintedIn(page: Page, key: string): Promise<number[]> {
  return slider(page, 'severity').evaluate(async (dial, key) => {
    const app = document.getElementById('app');
    if (!app) throw new Error('There is no #app');
    const afterPaint = () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      });
    await afterPaint();
    let frame = 1;
    const changed = new Set<number>();
    const goesBeside = ({ target, attributeName, addedNodes, removedNodes }: MutationRecord) => {
      const nodes = [...addedNodes, ...removedNodes].filter((node) => !(node instanceof Comment));
      let at = target instanceof Element ? target : target.parentElement;
      // What has no box, as a way back that is not there, is where its parent is: a dial off the screen catches up later.
      while (at && at.getClientRects().length === 0) at = at.parentElement;
      if (attributeName === 'aria-describedby' || at?.closest('.edge')) return true;
      const { top = 0, bottom = 0 } = at?.getBoundingClientRect() ?? {};
      // What is not drawn, for it is far from the screen, has no box: it follows when it may.
      if (bottom <= 0 || top >= innerHeight) return true;
      return nodes.length > 0 && nodes.every((node) => node instanceof Element && node.matches('.edge'));
    };
    const observer = new MutationObserver((records) => {
      if (!records.every(goesBeside)) changed.add(frame);
    });
    observer.observe(app, { subtree: true, childList: true, characterData: true, attributes: true });
    dial.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    for (; frame <= 12; frame += 1) await afterPaint();
    observer.disconnect();
    return [...changed];
  }, key);
}

test('each input is painted in one frame, the next, and one without effect in none', async ({ essay: page }) => {
  await bring(slider(page, 'severity'));
  await slider(page, 'severity').focus();
  // A test before this one may have left another world, with which the chapter has yet to catch up.
  await frames(page, 60);
  for (const key of ['ArrowLeft', 'PageDown', 'Home']) expect(await paintedIn(page, key), key).toEqual([1]);
  // What is found beside the frames, as what would have saved a firm, has been found by then.
  await frames(page, 90);
  expect(await paintedIn(page, 'Home')).toEqual([]);
});

test.describe('the address', () => {
  test.beforeEach(({ page }) => page.addInitScript(countWrites));

  test('is written as a long drag begins and where it rests, at most four times a second', async ({ page }) => {
    await open(page);
    const entries = await page.evaluate(() => history.length);
    expect(await page.evaluate(() => window.writes)).toEqual([]);
    await bring(slider(page, 'severity'));
    const rail = await slider(page, 'severity').locator('.rail').boundingBox();
    if (!rail) throw new Error('There is no slider');
    const y = rail.y + rail.height / 2;
    await page.mouse.move(rail.x + rail.width * 0.9, y);
    await page.mouse.down();
    const start = Date.now();
    // As long as this takes: what is measured is time.
    for (let i = 0; Date.now() - start < 1600; i += 1) {
      await page.mouse.move(rail.x + rail.width * (0.5 + 0.4 * Math.cos(i / 9)), y);
      await frames(page, 1);
    }
    await page.mouse.move(rail.x + rail.width * 0.25, y);
    await page.mouse.up();
    const severity = await slider(page, 'severity').getAttribute('aria-valuenow');
    const last = `?v=1&stop=2027Q3&severity=${severity}&growth=0.6`;
    await expect.poll(() => searchOf(page)).toBe(last);

    const writes = await page.evaluate(() => window.writes);
    expect(writes.length).toBeGreaterThan(1);
    // A machine that is busy elsewhere may make the hand look as if it rested; a write for every fourth of a second would be seven.
    expect(writes.length).toBeLessThan(6);
    expect(writes.every(({ how }) => how === 'replace')).toBe(true);
    expect(new URL(writes.at(-1)?.url ?? '', page.url()).search).toContain(`${last}&was=`);
    const times = writes.map(({ at }) => at);
    for (const [i, at] of times.entries()) {
      const within = times.slice(i).filter((later) => later - at < 995);
      expect(within.length, `writes in the second after ${at}`).toBeLessThanOrEqual(4);
    }
    expect(await page.evaluate(() => history.length)).toBe(entries);
  });

  test('is left alone while nothing differs', async ({ page }) => {
    const query = 'growth=0.6&stop=2027-Q3&severity=.90';
    await open(page, query);
    await slider(page, 'severity').focus();
    for (const key of ['End', 'End', 'ArrowRight']) await page.keyboard.press(key);
    await expect.poll(() => searchOf(page)).toBe('?v=1&stop=2027Q3&severity=1&growth=0.6');
    expect(await page.evaluate(() => window.writes.length)).toBe(1);
    await page.keyboard.press('End');
    await world(page, 'The music stops').focus();
    await frames(page, 20);
    expect(await page.evaluate(() => window.writes.length)).toBe(1);
  });

  test('keeps the reader’s own spelling until something moves, and the place in the page', async ({ page }) => {
    await page.goto('./?severity=.90&stop=2027-Q3&growth=0.6#the-music-stops');
    await expect(slider(page, 'severity')).toHaveAttribute('tabindex', '0');
    await frames(page, 20);
    expect(await page.evaluate(() => window.writes)).toEqual([]);
    await slider(page, 'severity').press('ArrowLeft');
    await expect
      .poll(() => page.url())
      .toMatch(/\?v=1&stop=2027Q3&severity=0\.89&growth=0\.6&was=[\w.]+#the-music-stops$/);
  });

  test('may be out of reach, and the page works on', async ({ page }) => {
    await page.addInitScript(() => {
      history.replaceState = () => {
        throw new DOMException('Not here', 'SecurityError');
      };
    });
    await open(page);
    await slider(page, 'severity').press('Home');
    await frames(page);
    expect(await runsOf(page)).toBe(2);
    expect(await searchOf(page)).toBe('');
  });
});
