import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { chromiumFor } from './chromium';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A port that nobody uses. Two checkouts can be tested at the same time. */
function freePort(): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(String(typeof address === 'object' ? address?.port : address)));
    });
  });
}

// Each worker reads this file again and must come to the same port: they inherit the environment.
process.env.ESSAY_PORT ??= await freePort();
const port = process.env.ESSAY_PORT;
const baseURL = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: '.',
  outputDir: `${root}build/playwright`,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // On a busy machine a race may be lost once. A test that passes only then is listed as flaky.
  retries: 1,
  // A machine may be busy. None of the tests takes a tenth of this on an idle one.
  timeout: 90_000,
  reporter: 'list',
  use: {
    baseURL,
    launchOptions: chromiumFor('tests'),
    // What moves by itself takes a third of a processor for as long as a page is open. The page that most tests share has it all the same (page.ts).
    contextOptions: { reducedMotion: 'reduce' },
    // A test that stops a file on its way must not get it from the worker that keeps the site (offline.spec.ts).
    serviceWorkers: 'block',
  },
  globalSetup: './serve.ts',
});
