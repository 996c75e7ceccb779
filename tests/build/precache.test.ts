import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { precached } from '../../src/build/precache';

const folder = mkdtempSync(join(tmpdir(), 'built-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('the list of files that a browser keeps', () => {
  for (const path of ['worlds/b/index.html', 'index.html', 'assets/a-12345678.js', 'favicon.svg']) write(path, path);
  for (const path of ['sw.js', '_headers', 'sitemap.xml', 'cards/a.jpg', 'assets/a-12345678.js.map']) write(path, path);

  it('has all that a page asks for, and nothing that is for others', async () => {
    const files = (await precached(folder)).map(({ url }) => url);
    expect(files).toEqual(['assets/a-12345678.js', 'favicon.svg', 'index.html', 'worlds/b/index.html']);
  });

  it('is the same for the same files, and changes with what changed alone', async () => {
    const before = await precached(folder);
    expect(await precached(folder)).toEqual(before);
    write('index.html', 'another');
    const after = await precached(folder);
    expect(after.filter((entry, i) => entry.revision !== before[i]?.revision).map(({ url }) => url)).toEqual([
      'index.html',
    ]);
  });

  it('holds a digest that a browser can check, and names by content what has a name by content', async () => {
    const [asset, icon] = await precached(folder);
    const digest = createHash('sha256').update('favicon.svg').digest('base64');
    expect(icon?.integrity).toBe(`sha256-${digest}`);
    expect(icon?.revision).toBe(digest.slice(0, 12));
    expect(asset?.revision).toBeNull();
  });
});
