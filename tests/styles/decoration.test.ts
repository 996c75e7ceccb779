import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { filesOf } from '../../src/build/files-of';

const root = new URL('../../src/', import.meta.url);

/** Safari knows no width in the shorthand, nor can the build add the prefix that it wants where a colour is a variable: it would underline nothing at all. */
it('a line under words has its colour and its width by themselves', async () => {
  const styled = (await filesOf(fileURLToPath(root))).filter((file) => /\.(css|svelte)$/.test(file));
  const lines = styled.flatMap((file) =>
    Array.from(readFileSync(new URL(file, root), 'utf8').matchAll(/text-decoration: ([^;]*);/g), ([, value = '']) => ({
      file,
      value,
    })),
  );
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter(({ value }) => !/^(none|(underline|line-through)( dotted| dashed)?)$/.test(value))).toEqual([]);
});
