import { expect, test } from '@playwright/test';

declare global {
  interface Window {
    added: string[];
    heading: Element | null;
  }
}

/** Svelte mends markup that does not match without a word. So what is watched is the page: waking up, it changes no child. */
const watch = () => {
  window.added = [];
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    const app = document.getElementById('app');
    if (!app) return;
    window.heading = app.querySelector('h1');
    new MutationObserver((records) => {
      for (const { target, addedNodes, removedNodes } of records) {
        const place = target instanceof Element ? target.outerHTML.slice(0, 120) : target.nodeName;
        window.added.push(`${place}: ${addedNodes.length} added, ${removedNodes.length} removed`);
      }
    }).observe(app, { childList: true, subtree: true });
  });
};

test('the prerendered page wakes up without changing', async ({ page, baseURL }) => {
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url());
  });
  await page.addInitScript(watch);
  await page.goto('./', { waitUntil: 'networkidle' });

  expect(await page.evaluate(() => window.heading?.textContent)).toBeTruthy();
  expect(await page.evaluate(() => window.heading === document.querySelector('h1'))).toBe(true);
  expect(await page.evaluate(() => window.added)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test('without scripts the prose is there', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('./');
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('#app p').first()).toBeVisible();
  await context.close();
});

test('an unknown address is not the essay', async ({ request }) => {
  expect((await request.get('./no-such-page')).status()).toBe(404);
});
