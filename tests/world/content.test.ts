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

  it('looks at the published estimates too', () => {
    replace('estimates.json', '"dial": "recovery"', '"dial": "recovry"');
    replace('estimates.json', '"worldcom-recovery"', '"enron-recovery"');
    replace('estimates.json', '"complement"', '"rest"');
    expect(checkContent(folder).faults).toEqual([
      'content/estimates.json: [7].as: must be "value", "complement" or "fall", but is the text "rest"',
    ]);
    replace('estimates.json', '"rest"', '"complement"');
    expect(checkContent(folder).faults).toEqual([
      'content/estimates.json: [4].dial: there is no dial "recovry" (is it "recovery"?)',
      'content/estimates.json: [5].figure: there is no figure "enron-recovery"',
    ]);
  });

  it('looks at what the prose names: worlds, dials, claims and figures', () => {
    writeFileSync(
      join(folder, 'hosts.svx'),
      [
        '<Try query="stop=2027Q3&severty=0.9">a stop</Try> or <Try query={searchWar}>a war</Try>',
        '<InlineDial id="firmess" form="text" /> and <InlineDial id="firmness" />',
        '<Sourced\n  text="half"\n  id="oracle-rpoo"\n/>',
        '<Claim id="oracle-exposd" /> <Claim id="oracle-exposed" />',
      ].join('\n'),
    );
    expect(checkContent(folder).faults).toEqual([
      'content/hosts.svx: line 1, Try: "severty" is left out: there is no such dial. Did you mean severity?',
      'content/hosts.svx: line 2, InlineDial: there is no dial "firmess" (is it "firmness"?)',
      'content/hosts.svx: line 3, Sourced: there is no figure "oracle-rpoo" (is it "oracle-rpo"?)',
      'content/hosts.svx: line 7, Claim: there is no claim "oracle-exposd" (is it "oracle-exposed"?)',
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
