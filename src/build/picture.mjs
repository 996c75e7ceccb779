import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { createBuilder, preview } from 'vite';
import { findBrowser } from './ensure-browser.mjs';

// npm run picture: the README's picture, taken from the built page as a reader first sees it.

const root = fileURLToPath(new URL('../..', import.meta.url));

const builder = await createBuilder({ root: `${root}src`, configFile: `${root}vite.config.ts`, logLevel: 'error' });
await builder.buildApp();
const server = await preview({ root: `${root}src`, configFile: `${root}vite.config.ts`, preview: { port: 0 } });
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.locator('html').evaluate(() => document.fonts.ready);
  mkdirSync(`${root}.github`, { recursive: true });
  await page.screenshot({ path: `${root}.github/picture.png` });
} finally {
  await browser.close();
  await server.close();
}
