import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { compileCore, createBatch } from '../../src/engine';
import { BlockMaker } from '../../src/engine/futures/block-maker';
import { Tally } from '../../src/engine/futures/tally';
import { claims } from '../../src/world/claims';
import { shippedNetwork } from '../arbitraries/shipped';
import { digest } from '../engine/futures/digest';
import { essayJob } from '../engine/futures/question';
import type { Asked } from './futures/page';
import { serveSite } from './futures/site';

declare const asked: Asked;

const count = 1000;
let site: Awaited<ReturnType<typeof serveSite>>;
let inNode: string;

test.beforeAll(async () => {
  site = await serveSite(fileURLToPath(new URL('./futures', import.meta.url)));
  const module = await compileCore(readFileSync(new URL('../../build/lanes.wasm', import.meta.url)));
  const network = shippedNetwork();
  const job = essayJob(count);
  const maker = new BlockMaker(await createBatch(module, network), claims);
  maker.prepare(job);
  const tally = new Tally(network, job);
  tally.add(maker.make(0, count, new ArrayBuffer(maker.bytes(count))));
  inNode = digest(tally, job);
});
test.afterAll(() => site.close());

test.beforeEach(async ({ page }) => {
  await page.goto(site.url);
  await page.waitForFunction(() => 'asked' in globalThis);
});

for (const workers of [0, 1, 2]) {
  test(`futures come to the same bits in Node and in a page with ${workers} workers`, async ({ page }) => {
    const answered = await page.evaluate(([n, w]) => asked.answer(n, w), [count, workers]);
    expect(answered.digest).toBe(inNode);
    expect(answered.where).toBe(workers === 0 ? 'own thread' : 'worker');
    expect(answered.told[0]).toBe(64);
    expect(answered.told.at(-1)).toBe(count);
    expect(answered.told).toEqual([...new Set(answered.told)].sort((a, b) => a - b));
  });
}

test('under a moving hand each question is answered at once, none too late, and the last one in full', async ({
  page,
}) => {
  const { digest, heard, late } = await page.evaluate((n) => asked.drag(n, 2, 30), count);
  expect(digest).toBe(inNode);
  expect(late).toBe(0);
  expect(heard.map(([first]) => first)).toEqual(Array.from({ length: 30 }, () => 64));
});

test('a worker that cannot be had is told of', async ({ page }) => {
  expect(await page.evaluate(() => asked.missing())).toBe('A worker could not be started.');
});
