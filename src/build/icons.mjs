import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from './ensure-browser.mjs';

// npm run icons: static/favicon.svg as pictures, for those who take no drawing: home screens and the web manifest.

const fixed = fileURLToPath(new URL('../../static/', import.meta.url));
const drawing = readFileSync(`${fixed}favicon.svg`, 'utf8');
/** @type {{ background_color: string }} */
const { background_color: paper } = JSON.parse(readFileSync(`${fixed}site.webmanifest`, 'utf8'));

const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  mkdirSync(`${fixed}icons`, { recursive: true });
  for (const [name, size] of /** @type {const} */ ([
    ['apple-touch', 180],
    ['192', 192],
    ['512', 512],
  ])) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    // On paper, and small enough that a home screen may cut a circle out of it.
    const style = `margin:0;display:grid;place-items:center;height:100vh;background:${paper}`;
    await page.setContent(`<body style="${style}"><div style="width:74%;line-height:0">${drawing}</div></body>`);
    writeFileSync(`${fixed}icons/${name}.png`, await page.screenshot());
    await page.close();
  }
} finally {
  await browser.close();
}
