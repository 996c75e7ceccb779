import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

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
 * The Chromium that the browser tests drive: CHROME_PATH, else Playwright's own, else one that is installed.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const asked = process.env.CHROME_PATH;
  if (asked && existsSync(asked)) return asked;
  const bundled = chromium.executablePath();
  if (existsSync(bundled)) return bundled;
  for (const name of names) {
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
  console.error(`No Chromium found. Trying: ${command} ${args.join(' ')}`);
  spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function ensureBrowser() {
  if (findBrowser()) return;
  attempt('npx', 'playwright', 'install', 'chromium');
  if (findBrowser()) return;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    attempt('apt-get', 'update', '-qq');
    attempt('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium');
    if (findBrowser()) return;
  }
  console.error('The browser tests need Chromium or Chrome: install one, or set CHROME_PATH to its program file.');
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBrowser();
