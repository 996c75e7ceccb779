import { findBrowser } from '../../src/build/ensure-browser.mjs';

/** How Chromium is started: its sandbox does not work as root, and it shall not talk to anyone but us. A benchmark takes the one with all that readers have. */
export const chromiumFor = (use: 'tests' | 'benchmarks') => ({
  executablePath: findBrowser({ bare: use === 'tests' }),
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-pings',
    '--no-first-run',
  ],
});
