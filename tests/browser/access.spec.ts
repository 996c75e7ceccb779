import { findings } from './axe';
import { bar, expect, field, frames, number, open, openNumbers, slider, standsAt, test, world } from './page';

/** A world in which firms fail. */
const failed = 'v=1&stop=2026Q4&severity=1&speed=1&growth=0.2&grace=0&firmness=1';

for (const [what, query, width] of [
  ['the opening world', '', 390],
  ['a failed world', failed, 1440],
] as const) {
  test(`axe finds nothing in ${what}, at ${width} pixels, light and dark`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await open(page, query);
    await openNumbers(page);
    expect(await findings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    // Nothing but colours has changed.
    expect(await findings(page, { only: 'color-contrast' })).toEqual([]);
  });
}

test('every slider has a name, bounds, and its value in words', async ({ essay: page }) => {
  const sliders = page.getByRole('slider');
  expect(await sliders.count()).toBeGreaterThan(7);
  for (const dial of await sliders.all()) await expect(dial).toHaveAccessibleName(/\S/);
  const said = await sliders.evaluateAll((dials) =>
    dials.map((dial) => {
      const number = (name: string) => Number(dial.getAttribute(name) ?? Number.NaN);
      return {
        between:
          number('aria-valuemin') <= number('aria-valuenow') && number('aria-valuenow') <= number('aria-valuemax'),
        words: dial.getAttribute('aria-valuetext')?.trim() ?? '',
      };
    }),
  );
  for (const { between, words } of said) {
    expect(between, words).toBe(true);
    expect(words).not.toBe('');
  }
});

declare global {
  interface Window {
    /** What the Tab key should come by, in this order. */
    controls: Element[];
    /** Of a group of radio buttons one is such a stop, and arrows go on inside: the chosen one, or any of them while none is. */
    stopOf(element: Element): Element;
    /** Where the focus has been since `noteStops`: which of the controls. */
    stops: number[];
    /** Where it was before each key since `noteRests`. */
    rests: Stop[];
  }
}

/** What a person who sees the page takes for a control, in the order of the document. */
const collect = () => {
  window.stopOf = (element) => {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return element;
    const group = [...document.querySelectorAll<HTMLInputElement>(`[type="radio"][name="${element.name}"]`)];
    return group.find(({ checked }) => checked) ?? group[0] ?? element;
  };
  const named =
    'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
  window.controls = [...document.querySelectorAll(named)].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.getAttribute('tabindex') !== '-1' &&
      window.stopOf(element) === element,
  );
  return window.controls.length;
};

interface Stop {
  readonly control: number;
  readonly what: string;
  readonly outlined: boolean;
  readonly seen: boolean;
}

/** Notes before each key, when the page has come to rest, where the focus is: which of the controls, does it show, and is it in view? */
const noteRests = () => {
  window.rests = [];
  document.addEventListener('keydown', () => window.rests.push(here()), { capture: true });

  function here(): Stop {
    const element = document.activeElement ?? document.body;
    const shows = (style: CSSStyleDeclaration) =>
      (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    // A link that goes on in the next line has a box in each.
    const { left, right, top, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const x = Math.min(innerWidth - 1, Math.max(0, (left + right) / 2));
    const y = Math.min(innerHeight - 1, Math.max(0, (top + bottom) / 2));
    const on = document.elementFromPoint(x, y);
    return {
      control: window.controls.indexOf(window.stopOf(element)),
      what: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40)}`,
      // A dial shows it on its handle.
      outlined: [element, ...element.querySelectorAll('*')].some((part) => shows(getComputedStyle(part))),
      seen: on !== null && (element.contains(on) || on.contains(element)),
    };
  }
};

const noteStops = () => {
  window.stops = [];
  document.addEventListener('focusin', ({ target }) => {
    window.stops.push(window.controls.indexOf(window.stopOf(target as Element)));
  });
};

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 700 },
]) {
  test(`the keyboard reaches every control in reading order, seen and marked, at ${viewport.width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, 'stop=2027Q3&severity=0.9&growth=lots');
    const count = await page.evaluate(collect);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'To the essay' })).toBeFocused();
    await expect(page.getByRole('link', { name: 'To the essay' })).toBeInViewport();
    await page.evaluate(noteRests);
    for (let i = 0; i < count; i += 1) await page.keyboard.press('Tab');
    const forth = await page.evaluate(() => window.rests);
    expect(forth.map(({ control }) => control)).toEqual(Array.from({ length: count }, (_, i) => i));
    expect(forth.filter(({ outlined }) => !outlined)).toEqual([]);
    expect(forth.filter(({ seen }) => !seen)).toEqual([]);

    // And all the way back: nothing holds the focus.
    await bar(page).getByRole('button', { name: 'Copy link' }).focus();
    await page.evaluate(noteStops);
    for (let i = count - 2; i >= 0; i -= 1) await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => window.stops)).toEqual(Array.from({ length: count - 1 }, (_, i) => count - 2 - i));
  });
}

test('the outcome is said once the reader rests, and only then', async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const said: string[] = [];
      Object.assign(window, { said });
      const live = document.querySelector('[aria-live="polite"]');
      if (!live) return;
      new MutationObserver(() => said.push(live.textContent?.trim() ?? '')).observe(live, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
  });
  await open(page);
  await slider(page, 'severity').focus();
  for (let i = 0; i < 10; i += 1) await page.keyboard.press('ArrowLeft');
  await expect(page.locator('[aria-live="polite"]')).toHaveText(/\S/);
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said.length)).toBe(1);
});

test('with reduced motion nothing moves by itself, nor on its way to a new value', async ({ essay: page }) => {
  // The ring moves, and would go on.
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await frames(page);
  const moving = await slider(page, 'severity').evaluate(async (dial) => {
    const running = () => document.getAnimations().map((animation) => (animation as CSSTransition).transitionProperty);
    const before = running();
    dial.focus();
    dial.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true, cancelable: true }));
    await new Promise(requestAnimationFrame);
    return [...before, ...running()];
  });
  expect(moving).toEqual([]);
  await page.getByRole('button', { name: /^Play/ }).click();
  const quarter = page.locator('#ring').getByRole('slider', { name: 'Quarter' });
  const from = await standsAt(quarter);
  await expect.poll(() => standsAt(quarter)).toBeGreaterThan(from);
  const playing = () => document.getAnimations().filter(({ playState }) => playState === 'running').length;
  expect(await page.evaluate(playing)).toBe(0);
});

test('with forced colours every dial keeps a handle and every button its word', async ({ essay: page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const lost = await page.evaluate(() => {
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    const handles = [...document.querySelectorAll('.track .handle')];
    const buttons = [...document.querySelectorAll('button:not(:disabled)')];
    return [
      ...handles.filter((handle) => getComputedStyle(handle).borderTopColor === paper),
      ...buttons.filter((button) => getComputedStyle(button).color === paper),
    ].map((element) => element.outerHTML.slice(0, 120));
  });
  expect(lost).toEqual([]);
});

test('the page fits a narrow screen, whatever is open; axe finds nothing in a notice and in a message beside a field, light and dark', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(
    page,
    'v=1&stop=2027Q3&severity=lots&growth=0.6&vendorShare=0.75&drought=30&a_rather_long_name_that_is_not_a_dial=1',
  );
  await openNumbers(page);
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 640 });
    await number(page, 'stop').press('Enter');
    await field(page, 'stop').fill('sometime');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: /Type a quarter/ })).toBeInViewport({ ratio: 1 });
    const wide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const beyond = [...document.querySelectorAll('main *, footer *')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth,
      );
      return [`${scrollWidth} in ${clientWidth}`, ...beyond.map((element) => element.outerHTML.slice(0, 100))];
    });
    expect(wide, `at ${width}`).toEqual([]);
    // Who pays whom is seen at once.
    const hidden = await page.locator('#ring .scroll').evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(hidden, `at ${width}`).toBe(0);
    // Each width has its own colours of the reader's system.
    await page.emulateMedia({ colorScheme: width === 320 ? 'light' : 'dark' });
    expect(await findings(page, { within: ['#notices', 'p:has([role="alert"]:not(:empty))'] })).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

/** Blocks of text that lie over each other. The browser cuts columns as it cuts pages, so the page is laid out in columns of the size of a sheet, whose places can be asked for. */
const overlaps = ({ width, height }: { readonly width: number; readonly height: number }) => {
  const { style } = document.body;
  style.cssText = `inline-size: ${width}px; block-size: ${height}px; columns: ${width}px; column-gap: 0; column-fill: auto`;
  const blocks =
    '.band > :is(p, h3), header h2, .prose p, .words > *, caption, summary, figcaption :is(th, td), .source';
  const lines = [...document.querySelectorAll(blocks)].flatMap((block) => {
    const range = document.createRange();
    range.selectNodeContents(block);
    return [...range.getClientRects()]
      .filter((line) => line.width > 3 && line.height > 3 && !block.matches('.hidden-visually, .hidden-visually *'))
      .map(({ left, right, top, bottom }) => ({ block, left, right, top, bottom }));
  });
  lines.sort((a, b) => a.left - b.left);
  const found = new Set<string>();
  lines.forEach((one, i) => {
    for (const other of lines.slice(i + 1)) {
      if (other.left > one.right - 3) break;
      if (one.block.contains(other.block) || other.block.contains(one.block)) continue;
      const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (shared > 4) found.add([one, other].map(({ block }) => block.textContent?.trim().slice(0, 30)).join(' | '));
    }
  });
  const beyond = Math.max(...lines.map(({ right }) => right));
  style.cssText = '';
  return { found: [...found], lines: lines.length, sheets: Math.ceil(beyond / width) };
};

test('text of twice the size fits a phone, and so does the bar', async ({ essay: page }) => {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    for (const size of [130, 200]) {
      await page.evaluate((size) => document.documentElement.style.setProperty('font-size', `${size}%`), size);
      await frames(page);
      const seen = await page.evaluate(() => {
        const within = document.querySelector('[aria-label="Your world"]');
        const place = (selector: string) => within?.querySelector(selector)?.getBoundingClientRect();
        return {
          wide: document.documentElement.scrollWidth,
          tall: within?.getBoundingClientRect().height ?? 0,
          wordsEnd: place('.few button')?.right ?? 0,
          actsBegin: place('[aria-label="Undo"]')?.left ?? 0,
          actsEnd: place('.acts')?.right ?? 0,
        };
      });
      const told = `${width} pixels, ${size}%`;
      expect(seen.wide, told).toBe(width);
      expect(seen.tall, told).toBeLessThan(844 / 5);
      expect(seen.wordsEnd, told).toBeGreaterThan(0);
      expect(seen.wordsEnd, told).toBeLessThanOrEqual(seen.actsBegin);
      expect(seen.actsEnd, told).toBeLessThanOrEqual(width);
    }
  }
  // Where nothing is moved it says so in as many words as it has room for.
  await world(page, 'The plan holds').evaluate((button: HTMLElement) => button.click());
  await frames(page);
  for (const size of [100, 130, 200]) {
    await page.evaluate((size) => document.documentElement.style.setProperty('font-size', `${size}%`), size);
    const room = await page.locator('[aria-label="Your world"]').evaluate((within) => {
      const words = within.querySelector('.none')?.getBoundingClientRect();
      return within.getBoundingClientRect().height - (words?.height ?? Number.POSITIVE_INFINITY);
    });
    expect(room, `${size}%`).toBeGreaterThan(0);
  }
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
});

test('on paper there are no controls, all numbers and odds of the reader’s world, and no text over another', async ({
  page,
}) => {
  await open(page, 'v=1&stop=2027Q3&severity=0.9&growth=0.3&lock=0.6');
  // As wide as what a sheet of A4 leaves between its margins.
  const sheet = { width: 672, height: 1008 };
  await page.setViewportSize(sheet);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.needs-script:visible, .screen-only:visible, .skip:visible')).toHaveCount(0);
  await expect(page.locator('details:not([open])')).toHaveCount(0);
  await expect(page.locator('#ledger .counted')).toHaveText(/ 10,000 futures/);
  await expect(page.locator('#hundred')).toContainText('10,000 futures');
  expect(await page.locator('main').innerText()).not.toMatch(/being (counted|sought)/i);
  const { found, lines, sheets } = await page.evaluate(overlaps, sheet);
  expect(found).toEqual([]);
  expect(lines).toBeGreaterThan(1000);
  expect(sheets).toBeLessThanOrEqual(30);
  // The strip under the ring is as wide as the ring's figure leaves it.
  const strip = await page.locator('#ring .scrubber').boundingBox();
  expect(strip?.width).toBeGreaterThan(sheet.width / 2);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('figure details[open]')).toHaveCount(0);
});
