import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Only Node's own modules here: this file has to run before there is a node_modules.

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string} path */
const writtenAt = (path) => statSync(root + path, { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY;

/**
 * Installs the locked dependencies if they are missing or older than the lock. All output goes to stderr, so that a
 * command which prints JSON stays clean.
 */
export function ensureInstalled() {
  if (writtenAt('node_modules/.package-lock.json') >= writtenAt('package-lock.json')) return;
  console.error('Installing dependencies (npm ci) ...');
  const { status, error } = spawnSync('npm', ['ci'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`npm ci did not succeed${error ? `: ${error.message}` : ''}. Run it by hand to see why.`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureInstalled();
