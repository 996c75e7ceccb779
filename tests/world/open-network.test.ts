import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import figures from '../../content/figures.json' with { type: 'json' };
import { knownFigures } from '../../src/world/basis';
import { exportRun } from '../../src/world/export';
import { runToCsv } from '../../src/world/export-table';
import { editsOf } from '../../src/world/network-edits';
import type { NetworkFile } from '../../src/world/network-schema';
import { networkFileName, networkText, runFileName } from '../../src/world/network-text';
import { mostFirms, openNetwork } from '../../src/world/open-network';
import { shippedFile } from '../../src/world/shipped';
import { plan } from '../views/shipped-runs';

const known = knownFigures(figures);
const opened = (text: string, size = text.length) =>
  openNetwork({ name: 'mine.json', size, text: async () => text }, known);

const withBasis = (basis: string): NetworkFile => ({
  ...shippedFile,
  venture: { ...shippedFile.venture, annual: { value: 7, basis } },
});

describe('a network file', () => {
  it('comes back as it was saved', async () => {
    const read = await opened(networkText(shippedFile));
    expect(read).toEqual({ ok: true, file: shippedFile, remarks: [] });
    expect(editsOf(shippedFile, read.ok ? read.file : shippedFile)).toBeUndefined();
    expect(networkText(shippedFile)).toMatch(/^\{\n "id": "2026q3",\n/);
  });

  it('has a name that says of which network and of which world', () => {
    expect(networkFileName(shippedFile, false)).toBe('network-2026q3-2026-06-30.json');
    expect(networkFileName(shippedFile, true)).toBe('network-2026q3-2026-06-30-edited.json');
    expect(runFileName(shippedFile, true, 'B', 'csv')).toBe('run-2026q3-2026-06-30-edited-world-b.csv');
  });

  it('may have any basis: what looks like a figure and is none is a remark', async () => {
    const read = await opened(networkText(withBasis('my-own-survey-2026, see notes')));
    expect(read).toMatchObject({ ok: true, remarks: [expect.stringMatching(/venture\.annual.*my-own-survey-2026/)] });
  });
});

describe('a bad file', () => {
  it.each<[string, string, RegExp]>([
    ['empty', '', /not JSON/],
    ['a picture', '\u0089PNG', /not JSON/],
    ['a number', '7', /^this is no network file/],
    ['nothing', 'null', /^this is no network file/],
    ['a list', JSON.stringify(shippedFile.firms), /^this is no network file/],
    ['without firms', JSON.stringify({ ...shippedFile, firms: [] }), /firms: must hold at least one firm/],
    [
      'of too many firms',
      JSON.stringify({ ...shippedFile, firms: Array(mostFirms + 1).fill(0) }),
      /firms: has 61 entries/,
    ],
    [
      'with a firm that is not there',
      JSON.stringify({ ...shippedFile, firms: shippedFile.firms.slice(1) }),
      /contracts\[0\]\.payer: there is no firm "openai"/,
    ],
    ['with fields of its own', JSON.stringify({ ...shippedFile, moat: 3 }), /moat/],
  ])('that is %s is told by its paths', async (_, text, message) => {
    const read = await opened(text);
    expect(read.ok ? [] : read.messages).toContainEqual(expect.stringMatching(message));
  });

  it('with nothing of a network in it is told to be none, and not of all that is missing', async () => {
    const read = await opened(JSON.stringify({ id: 'x', title: 'A recipe', quarters: 4 }));
    expect(read).toEqual({ ok: false, messages: ['this is no network file: nothing of a network is in it'] });
    // With a part of one it is told what else there should be.
    const part = await opened(JSON.stringify({ contracts: [] }));
    expect(part.ok ? [] : part.messages).toContainEqual(expect.stringMatching(/^firms: is missing/));
  });

  it('that is a saved run is told to be one, and where its world is', async () => {
    const link = 'https://example.org/lab.html?v=1';
    for (const text of [JSON.stringify(exportRun(plan, shippedFile, link)), runToCsv(plan, shippedFile, link)]) {
      expect(await opened(text)).toEqual({
        ok: false,
        messages: [expect.stringMatching(/^this is a saved run and not a network: the link in it opens its world/)],
      });
    }
    for (const text of [JSON.stringify(exportRun(plan, shippedFile)), runToCsv(plan, shippedFile)])
      expect(await opened(text)).toEqual({ ok: false, messages: ['this is a saved run and not a network'] });
  });

  it('of more than five megabytes is not read at all', async () => {
    const text = async () => {
      throw new Error('it was read');
    };
    const read = await openNetwork({ name: 'x', size: 5_100_000, text }, known);
    expect(read).toEqual({ ok: false, messages: ['the file has 5.1 MB, and no more than 5 MB are read'] });
  });

  it('that cannot be read is said to be so', async () => {
    const text = () => Promise.reject(new Error('gone'));
    expect(await openNetwork({ name: 'x', size: 1, text }, known)).toMatchObject({
      messages: ['the file could not be read'],
    });
  });

  it('never does more than give messages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.anything().map((x) => JSON.stringify({ ...shippedFile, firms: x }) ?? ''),
        ),
        async (text) => {
          const read = await opened(text);
          expect(read.ok || read.messages.length > 0).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
