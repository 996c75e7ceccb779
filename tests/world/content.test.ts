import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check-content';
import { content } from '../../src/build/content';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync(fileURLToPath(new URL('../../content', import.meta.url)), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function replace(file: string, old: string, by: string): void {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(old);
  writeFileSync(join(folder, file), text.replace(old, by));
}

describe('the check of the content', () => {
  it('finds no fault in what ships', () => {
    expect(checkContent(folder).faults).toEqual([]);
  });

  it('says in which file and field a fault is', () => {
    replace('network-2026q3.json', 'openai-cash less', 'openai-purse less');
    replace('network-2026q3.json', '"payout"', '"payuot"');
    expect(checkContent(folder).faults).toEqual([
      'content/network-2026q3.json: firms[0].payout (openai): is missing',
      'content/network-2026q3.json: firms[0].payuot (openai): is not a field that is known here',
    ]);
    replace('network-2026q3.json', '"payuot"', '"payout"');
    expect(checkContent(folder).faults).toEqual([
      'content/network-2026q3.json: firms[0].cash.basis (openai): names the figure "openai-purse", which does not exist',
    ]);
  });

  it('does not blame the bases for figures that cannot be read', () => {
    replace('figures.json', '"confidence": "A"', '"confidence": "Z"');
    expect(checkContent(folder).faults).toEqual([
      'content/figures.json: [0].confidence: must be one of the grades A, B and C, but is the text "Z"',
    ]);
  });

  it('tells of a file that is missing or no JSON', () => {
    writeFileSync(join(folder, 'worlds.json'), '{');
    expect(checkContent(folder).faults).toEqual([expect.stringMatching(/^content\/worlds.json: .*JSON/)]);
    rmSync(join(folder, 'worlds.json'));
    expect(checkContent(folder).faults).toEqual([expect.stringMatching(/^content\/worlds.json: ENOENT/)]);
  });

  it('looks at the worlds too', () => {
    replace('worlds.json', '"2026q3"', '"1999q1"');
    expect(checkContent(folder).faults).toEqual(['content/worlds.json: network: there is no network "1999q1"']);
  });

  it('looks at the uncertainties too', () => {
    replace('futures.json', '"severity"', '"severty"');
    expect(checkContent(folder).faults).toEqual([
      'content/futures.json: spreads: there is no dial "severty" (is it "severity"?)',
    ]);
  });

  it('stops a build', async () => {
    replace('network-2026q3.json', '"value": 89.5', '"value": -89.5');
    writeFileSync(join(folder, 'main.js'), 'export {};');
    const built = build({
      configFile: false,
      logLevel: 'silent',
      root: folder,
      plugins: [content(folder)],
      build: { write: false, lib: { entry: 'main.js', formats: ['es'] } },
    });
    await expect(built).rejects.toThrow(
      /firms\[2\]\.cash\.value \(microsoft\): must be between 0 and .*, but is -89\.5/,
    );
  });
});
