import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

// A part without an entry would stand on the page with no title, and in no list of chapters.
it('each part of the page is a chapter with a title, in the same order', () => {
  const chapters: readonly { readonly id: string }[] = JSON.parse(read('content/chapters.json'));
  const parts = [...read('src/parts.ts').matchAll(/^ {2}\{ id: '([\w-]+)'/gm)].map(([, id]) => id);
  expect(parts).toEqual(chapters.map(({ id }) => id));
});
