import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pageFigure, pageFigures } from '../../src/views/page-figures';

const src = new URL('../../src/', import.meta.url);

/** Every figure that a component of the essay draws, and the component; the lab has others. */
function drawn(): { id: string; file: URL }[] {
  const files = readdirSync(new URL('components', src), { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => name.endsWith('.svelte') && !name.startsWith('lab'))
    .map((name) => new URL(`components/${name}`, src))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/<Figure id="([\w-]+)"/g)].map(([, id = '']) => ({ id, file })),
    );
}

/** Does a component, or one within it, name the quiet line? */
function isQuiet(file: URL): boolean {
  const parts = [...readFileSync(file, 'utf8').matchAll(/import \w+ from '(\.[^']*\.svelte)'/g)].map(
    ([, path = '']) => path,
  );
  return parts.some((path) => path.endsWith('/ReferenceName.svelte') || isQuiet(new URL(path, file)));
}

it('holds every figure of the essay, once', () => {
  const ids = pageFigures.map(({ id }) => id);
  expect([...ids].sort()).toEqual(
    drawn()
      .map(({ id }) => id)
      .sort(),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(pageFigures.map(({ name }) => name)).size).toBe(ids.length);
});

it('puts each into a part that the page has', () => {
  const parts = [...readFileSync(new URL('parts.ts', src), 'utf8').matchAll(/id: '([\w-]+)'/g)].map(([, id]) => id);
  expect(parts.length).toBeGreaterThan(0);
  const order = ['play', ...parts];
  for (const { part } of pageFigures) expect(order).toContain(part);
  // In the order in which a reader meets the parts.
  const places = pageFigures.map(({ part }) => order.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

it('knows no other', () => {
  expect(pageFigure('ring')?.part).toBe('play');
  for (const id of ['rings', '', '__proto__', undefined]) expect(pageFigure(id)).toBeUndefined();
});

it('knows which of them show the plan or the pinned world', () => {
  for (const { id, file } of drawn()) expect(pageFigure(id)?.quiet === true, id).toBe(isQuiet(file));
});
