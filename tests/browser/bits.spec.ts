import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { build, type Rolldown } from 'vite';
import { compileCore } from '../../src/engine/index';
import { usualLevers } from '../arbitraries/dials';
import { shippedNetwork } from '../arbitraries/shipped';
import { arbLevers, arbNetwork } from '../arbitraries/world';
import { digest, type World } from './bits/digest';

declare const answer: (bytes: readonly number[], worlds: readonly World[]) => Promise<string>;

/** The program that the browser runs, as one script. */
async function program(): Promise<string> {
  const entry = fileURLToPath(new URL('./bits/in-browser.ts', import.meta.url));
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'bits' } },
  });
  const [bundle] = output as Rolldown.RolldownOutput[];
  return bundle.output[0].code;
}

test('the same world gives the same bits in a page, in a worker and in Node', async ({ page }) => {
  const bytes = readFileSync(new URL('../../build/core.wasm', import.meta.url));
  const random = fc.sample(fc.tuple(arbNetwork(), arbLevers()), { numRuns: 50, seed: 2026 });
  const worlds: readonly World[] = [
    [shippedNetwork(), usualLevers()],
    [shippedNetwork(), usualLevers({ stop: 4, severity: 0.9, growth: 0.6 })],
    ...random,
  ];
  const inNode = await digest(await compileCore(bytes), worlds);
  const question = { code: await program(), bytes: Array.from(bytes), worlds };

  await page.goto('about:blank');
  await page.addScriptTag({ content: question.code });
  const inPage = await page.evaluate(({ bytes, worlds }) => answer(bytes, worlds), question);
  const inWorker = await page.evaluate(({ code, bytes, worlds }) => {
    const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    return new Promise<string>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ bytes, worlds });
    });
  }, question);

  expect(inPage).toBe(inNode);
  expect(inWorker).toBe(inNode);
});
