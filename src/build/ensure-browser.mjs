import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

/** Chromium without a window: its tests need half the time, for nothing of a browser is started around each page. */
const windowless = ['chromium-headless-shell'];
const windowed = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** @param {string} name */
function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here: try the next folder.
    }
  }
  return undefined;
}

/**
 * The Chromium that tests, benchmarks and pictures are made with: CHROME_PATH, else Playwright's own, else one that is installed.
 * @param {{ bare?: boolean }} [wish] `bare`: rather one without a window, else rather what readers have.
 * @returns {string | undefined}
 */
export function findBrowser({ bare = false } = {}) {
  const asked = process.env.CHROME_PATH;
  if (asked && existsSync(asked)) return asked;
  const bundled = chromium.executablePath();
  if (existsSync(bundled)) return bundled;
  for (const name of bare ? [...windowless, ...windowed] : [...windowed, ...windowless]) {
    const file = onPath(name);
    if (file) return file;
  }
  return undefined;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function attempt(command, ...args) {
  console.error(`Looking for a browser: ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/**
 * Brings a package of Debian's. What packages there are may never have been asked for.
 * @param {string} name
 */
function brought(name) {
  const get = () => attempt('apt-get', 'install', '-y', '-qq', '--no-install-recommends', name);
  return get() || (attempt('apt-get', 'update', '-qq') && get());
}

function ensureBrowser() {
  const isDebian = process.getuid?.() === 0 && onPath('apt-get');
  if (findBrowser()) {
    // Good enough, if it cannot be had.
    const isBare = process.env.CHROME_PATH || existsSync(chromium.executablePath()) || windowless.some(onPath);
    if (isDebian && !isBare) brought(windowless[0]);
    return;
  }
  attempt('npx', 'playwright', 'install', 'chromium');
  if (findBrowser()) return;
  if (isDebian && (brought(windowless[0]) || brought('chromium'))) return;
  console.error('The browser tests need Chromium or Chrome: install one, or set CHROME_PATH to its program file.');
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBrowser();
