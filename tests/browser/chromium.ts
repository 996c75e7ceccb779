import { findBrowser } from '../../src/build/ensure-browser.mjs';

/** How Chromium is started: its sandbox does not work as root, and it shall not talk to anyone but us. */
export const chromiumOptions = {
  executablePath: findBrowser(),
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-pings',
    '--no-first-run',
  ],
};
