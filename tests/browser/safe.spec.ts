import type { Page } from '@playwright/test';
import { pack } from '../../src/world/packing';
import { hostileTexts, inLink } from '../world/hostile';
import { awake, bar, expect, notices, openModel, shipped, test } from './page';

declare global {
  interface Window {
    /** Set by whatever runs that should not. */
    taken?: unknown;
    /** What the policy has stopped. */
    stopped: string[];
  }
}

const pages = ['./', './lab.html', './model.html', './sources.html'] as const;

/** Waits until a page has read its link. */
async function openLab(page: Page, query = ''): Promise<void> {
  await page.goto(`./lab.html${query && `?${query}`}`);
  await expect(bar(page).getByRole('button', { name: 'Copy link' })).toBeEnabled();
}

test('the policy stands on every page before anything that could break it, and stops what it must', async ({
  context,
  request,
}) => {
  for (const address of [...pages, './worlds/the-backstop/']) {
    const html = await (await request.get(address)).text();
    const [before = '', after] = html.split('<meta http-equiv="Content-Security-Policy"');
    expect(after, address).toBeDefined();
    expect(before, address).not.toMatch(/<script|<style|rel="(?!icon)/);
    expect(html, address).toContain('<meta name="referrer" content="no-referrer">');
    expect(html, address).not.toMatch(/<script(?![^>]* src=)|<style|\son[a-z]+=/);
  }
  // A page that may complain, for it shall.
  const page = await context.newPage();
  await page.goto('./sources.html');
  const stopped = await page.evaluate(async () => {
    window.stopped = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      window.stopped.push(effectiveDirective);
    });
    const add = (name: string, attributes: Record<string, string>, text = '') => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.textContent = text;
      document.body.append(element);
      return element;
    };
    add('script', {}, 'window.taken = "script"');
    add('button', { onclick: 'window.taken = "attribute"' }).click();
    add('a', { href: 'javascript:window.taken="address"' }).click();
    add('style', {}, 'body { display: none }');
    add('img', { src: 'https://example.org/picture.png' });
    add('iframe', { src: 'https://example.org/' });
    add('iframe', { srcdoc: '<script>parent.taken = "frame"</script>' });
    add('base', { href: 'https://example.org/' });
    add('link', { rel: 'stylesheet', href: 'https://example.org/sheet.css' });
    await fetch('https://example.org/').catch(() => undefined);
    // Later, for what a test evaluates by itself may evaluate more.
    setTimeout(() => {
      window.taken = new Function('return "eval"')();
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    return window.stopped;
  });
  const directives = ['base-uri', 'connect-src', 'frame-src', 'img-src', 'script-src', 'script-src-attr'];
  expect(new Set(stopped)).toEqual(new Set([...directives, 'script-src-elem', 'style-src-elem']));
  expect(await page.evaluate(() => window.taken)).toBeUndefined();
  expect(await page.locator('body').isVisible()).toBe(true);
});

test('no page breaks its own policy, and none asks for anything from elsewhere', async ({ page }) => {
  // Both would be complaints (page.ts): here is only what makes a page show all that it has.
  await page.goto('./?v=1&growth=0.8');
  await awake(page);
  await page.locator('[data-part] details summary').first().click();
  await openLab(page, 'v=1&growth=0.8');
  await openModel(page, 'v=1&growth=0.8');
  await page.goto('./sources.html');
  await page.getByRole('searchbox').fill('Oracle');
});

test('the short address of a world moves on to the essay in it, and the back button leaves', async ({ page }) => {
  await page.goto('./sources.html');
  await page.goto('./worlds/slow-leak/?utm_source=somebody');
  await page.waitForURL((url) => url.search === `?${shipped('slow-leak')}`);
  await expect(page.getByRole('button', { name: 'Slow leak', exact: true })).toHaveAttribute('aria-pressed', 'true');
  const told = page.getByRole('complementary', { name: 'The world this page opened in' });
  await expect(told).toContainText('This page opened in Slow leak.');
  await expect(told.getByRole('link', { name: 'All worlds' })).toHaveAttribute('href', '#worlds');
  await expect(page).toHaveTitle('Slow leak: When the Music Stops');
  await page.getByRole('button', { name: 'The backstop', exact: true }).click();
  await expect(page).toHaveTitle('When the Music Stops');
  await expect(told).toContainText('This page opened in Slow leak.');
  await told.getByRole('button', { name: 'Dismiss' }).click();
  await expect(told).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(/sources\.html$/);
});

/** What could do harm in a page, counted. */
const harmful = (page: Page) =>
  page.evaluate(() => {
    const kinds = 'script, iframe, frame, img, object, embed, base, form, style, meta, svg script, [srcdoc]';
    const all = [...document.querySelectorAll('*')];
    const handlers = all.filter((element) => element.getAttributeNames().some((name) => /^on/.test(name)));
    const links = [...document.querySelectorAll('[href]')].filter((element) =>
      /^\s*(javascript|data):/i.test(element.getAttribute('href') ?? ''),
    );
    const found = [...document.querySelectorAll(kinds), ...handlers, ...links];
    return found.map((element) => (element.cloneNode() as Element).outerHTML).sort();
  });

/** Where a link can hold a text. */
const fields = ['v', 'stop', 'severity', 'at', 'firm', 'was', 'b.growth', 'c.stop', 'net'] as const;

/** Links that put every hostile text somewhere, each as a value or as a name, and as a place in the page or in a question. */
function* hostileLinks(): Generator<{ query: string; fragment: string }> {
  const escaped = hostileTexts.map(inLink);
  for (let i = 0; i < escaped.length; i += fields.length) {
    const some = escaped.slice(i, i + fields.length);
    const own = some.map((text, at) => (at % 4 === 3 ? `${text}=1` : `${fields[(i + at) % fields.length]}=${text}`));
    const [text = ''] = some;
    yield { query: own.join('&'), fragment: (i / fields.length) % 2 === 0 ? text : `ask?growth=${text}` };
  }
}

for (const [what, open] of [
  ['the essay', (page: Page, link: string) => page.goto(`./?${link}`)],
  ['the lab', (page: Page, link: string) => page.goto(`./lab.html?${link}`)],
] as const) {
  test(`hostile links bring nothing into ${what} but text`, async ({ page }) => {
    const ready = () => expect(bar(page).getByRole('button', { name: 'Copy link' })).toBeEnabled();
    // No shipped world, for the window is called after one.
    await open(page, 'v=1&growth=0.97');
    await ready();
    const before = await harmful(page);
    const [title, address] = [await page.title(), new URL(page.url()).pathname];
    for (const { query, fragment } of hostileLinks()) {
      await open(page, `${query}#${fragment}`);
      await ready();
      await expect(notices(page).getByRole('listitem').first()).toBeVisible();
      expect(await harmful(page), query).toEqual(before);
      expect(await page.evaluate(() => window.taken), query).toBeUndefined();
      expect([await page.title(), new URL(page.url()).pathname]).toEqual([title, address]);
    }
    // And what was refused is shown as the text that it is.
    await open(page, `firm=${inLink('<img src=x>')}&growth=${inLink('<b>1</b>')}`);
    await ready();
    await expect(notices(page)).toContainText('"<b>1</b>" is not a number');
  });
}

test('a hostile network brings nothing into the lab but text', async ({ page }) => {
  await openLab(page);
  const before = await harmful(page);
  for (const text of [
    '"><img src=x onerror=window.taken=1>',
    '<svg><script>window.taken=1</script></svg>',
    '{@html 1}',
  ]) {
    const net = await pack({ title: text, changed: { openai: { name: text }, oracle: { name: text } } });
    await openLab(page, `v=1&growth=0.8&net=${net}`);
    await expect(notices(page)).toBeEmpty();
    expect(await harmful(page)).toEqual(before);
    expect(await page.evaluate(() => window.taken)).toBeUndefined();
    // It was read: the lab links to it again.
    await expect.poll(() => page.evaluate(() => location.search)).toContain(net);
  }
});
