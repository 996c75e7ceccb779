/**
 * npm run bench:page: how long ten thousand futures of the shipped network take in Chromium, from the question to the picture with the last answer, and to the first answer; by how
 * many workers there are. The answers are compared to the bit before anything is timed, and every question has other dials than the one before.
 */
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFor } from '../browser/chromium';
import type { Asked } from '../browser/futures/page';
import { serveSite } from '../browser/futures/site';
import { machine } from './machine';
import { timingHead, timingRow } from './timings';

declare const asked: Asked;

const count = 10_000;
const times = 25;

const site = await serveSite(resolve('tests/browser/futures'));
const browser = await chromium.launch(chromiumFor('benchmarks'));
try {
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => 'asked' in globalThis);
  const answers = new Set<string>();
  for (const workers of [0, 1, 2]) {
    const { digest } = await page.evaluate(([n, w]) => asked.answer(n, w), [count, workers]);
    answers.add(digest);
  }
  if (answers.size !== 1) throw new Error(`The answers differ: ${[...answers].join(', ')}.`);

  console.log(`${machine()}, Chromium ${browser.version()}`);
  console.log(`${count} futures, the same bits from all pools; ${times} questions each\n`);
  console.log(timingHead);
  for (const workers of [0, 1, 2]) {
    const name = workers === 0 ? 'no worker, on the page’s thread' : `${workers} worker${workers > 1 ? 's' : ''}`;
    const { whole, firsts } = await page.evaluate(([n, w, k]) => asked.measure(n, w, k), [count, workers, times]);
    console.log(timingRow(name, whole, count));
    console.log(timingRow('  the first 64', firsts, 64));
  }
} finally {
  await browser.close();
  site.close();
}
