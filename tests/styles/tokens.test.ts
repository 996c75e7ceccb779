import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { filesOf } from '../../src/build/files-of';

const root = new URL('../../src/', import.meta.url);

/** A browser draws a shape with an unknown colour in black, or not at all, and says nothing. */
it('every variable that a style uses is set somewhere', async () => {
  const files = (await filesOf(fileURLToPath(root))).filter((file) => /\.(css|svelte|ts)$/.test(file));
  const text = files.map((file) => readFileSync(new URL(file, root), 'utf8')).join('\n');
  const set = new Set(Array.from(text.matchAll(/(--[\w-]+)["'`]?\s*[:=]/g), ([, name]) => name));
  const used = new Set(Array.from(text.matchAll(/var\((--[\w-]+)\)/g), ([, name]) => name));
  expect(used.size).toBeGreaterThan(50);
  expect([...used].filter((name) => !set.has(name))).toEqual([]);
});
