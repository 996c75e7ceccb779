/**
 * npm run cards: the picture that is shown where somebody links to the essay or to a world (static/cards/ID.jpg), taken from the built page in that world, and what it shows
 * (static/cards/cards.json). A build must not need a browser, so they are kept in the repository; tests/build/cards.test.ts tells when one is out of date.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium, expect, type Page } from '@playwright/test';
import { createBuilder, preview } from 'vite';
import { compileCore } from '../engine';
import sheet from './card.css?inline';
import { cardRecords } from './card-records';
import type { CardRecord } from './cards';
import { findBrowser } from './ensure-browser.mjs';

const folder = 'static/cards';
const config = { root: 'src', configFile: 'vite.config.ts' };

/** Puts the ring and the words of the page into a card, and nothing else. */
async function layOut(page: Page, { name, finding }: CardRecord): Promise<void> {
  await page.addStyleTag({ content: sheet });
  await page.evaluate(
    ({ name, finding }) => {
      const ring = document.querySelector('#ring .room');
      if (!ring) throw new Error('The page has no ring');
      const card = document.createElement('main');
      const words = document.createElement('header');
      const line = (element: string, text: string) => {
        const made = document.createElement(element);
        made.textContent = text;
        words.append(made);
      };
      const title = document.querySelector('h1')?.textContent?.trim() ?? '';
      if (name !== title) line('p', title);
      line('h1', name);
      line('h3', finding);
      card.append(words, ring);
      document.body.replaceChildren(card);
    },
    { name, finding },
  );
}

const records = await cardRecords(await compileCore(readFileSync('build/core.wasm')));
mkdirSync(folder, { recursive: true });
const builder = await createBuilder({ ...config, logLevel: 'error' });
await builder.buildApp();
const server = await preview({ ...config, preview: { port: 0 } });
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const context = await browser.newContext({
    // 1200 by 630, and set so large that it can be read at half of that.
    viewport: { width: 800, height: 420 },
    deviceScaleFactor: 1.5,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    // For the style sheet of the card, which the page would refuse.
    bypassCSP: true,
  });
  for (const [id, record] of Object.entries(records)) {
    const page = await context.newPage();
    await page.goto(`${server.resolvedUrls?.local[0]}?${record.query}`);
    await page.locator('[role=slider]:not([aria-disabled])').first().waitFor({ state: 'attached' });
    // What is off the screen takes its time to follow.
    const finding = page.locator('#ring-finding');
    await finding.scrollIntoViewIfNeeded();
    await expect(finding, `${id}: what the page says`).toHaveText(record.finding);
    await layOut(page, record);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${folder}/${id}.jpg`, type: 'jpeg', quality: 86 });
    await page.close();
  }
  writeFileSync(`${folder}/cards.json`, `${JSON.stringify(records, undefined, 2)}\n`);
} finally {
  await browser.close();
  await server.close();
}
