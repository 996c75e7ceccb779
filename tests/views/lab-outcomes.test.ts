import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type Run } from '../../src/engine';
import { fallsOf } from '../../src/views/fall';
import { outcomeRows } from '../../src/views/lab-outcomes';
import { dollars } from '../../src/views/money';
import { outcomesCsv } from '../../src/views/outcomes-csv';
import { totals } from '../../src/views/totals';
import { usualLevers } from '../../src/world/dials';
import { decode } from '../../src/world/link';
import { shippedFile, shippedNetwork, shippedWorlds } from '../../src/world/shipped';
import { arbLevers } from '../arbitraries/world';
import { readCore } from '../engine/core';
import { hostsFall } from './shipped-runs';

const core = await readCore();
/** Two worlds at once, each with an engine of its own. */
const [first, second] = await Promise.all([createEngine(core, shippedNetwork), createEngine(core, shippedNetwork)]);
const levers = (id: string) =>
  decode(shippedWorlds.worlds.find((world) => world.id === id)?.query ?? '', shippedFile).levers;
const rowsOf = (runs: readonly Run[], from = 0) => outcomeRows(runs, from, shippedFile);
const cells = (rows: ReturnType<typeof rowsOf>, key: string) => rows.find((row) => row.key === key)?.cells ?? [];

describe('the table of outcomes', () => {
  const stopped = first.run(levers('the-music-stops'));
  const planned = second.run(usualLevers());

  it('says who falls, and how that differs', () => {
    const rows = rowsOf([stopped, planned]);
    expect(cells(rows, 'first')).toEqual([
      { text: 'OpenAI fails in 2029\u00a0Q4', difference: undefined },
      { text: 'nobody falls', difference: 'in A OpenAI fails' },
    ]);
    expect(cells(rowsOf([stopped, planned], 1), 'first')[0]?.difference).toBe('in B nobody does');
    expect(cells(rows, 'others')).toEqual([
      { text: 'nobody', difference: undefined },
      { text: 'nobody', difference: 'the same' },
    ]);
  });

  it('says how much more or less, from the world that is chosen', () => {
    const rows = rowsOf([stopped, planned]);
    const [here, there] = cells(rows, 'lost');
    expect(here).toEqual({ text: dollars(totals(stopped).lost), difference: undefined });
    expect(there).toEqual({ text: '$0bn', difference: `${here?.text} less` });
    expect(cells(rowsOf([stopped, planned], 1), 'lost').map(({ difference }) => difference)).toEqual([
      `${here?.text} more`,
      undefined,
    ]);
  });

  it('is taken away as CSV: amounts as numbers with their unit, and the link to each world', () => {
    const text = outcomesCsv(
      [
        { run: stopped, name: 'The music stops', link: 'https://example.org/lab.html?v=1&stop=2027Q3' },
        { run: planned, name: 'Growth 60%, Panic 3×', link: 'https://example.org/lab.html?v=1' },
      ],
      shippedFile,
    );
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('\uFEFFHow it ends,unit,A: The music stops,"B: Growth 60%, Panic 3×"');
    expect(lines).toContain('First to fall,,OpenAI fails in 2029 Q4,nobody falls');
    expect(lines).toContain(
      `Promises paid,USD bn,${totals(stopped).paid.toFixed(3)},${totals(planned).paid.toFixed(3)}`,
    );
    expect(lines.at(-1)).toBe('Link,,https://example.org/lab.html?v=1&stop=2027Q3,https://example.org/lab.html?v=1');
    expect(lines).toHaveLength(rowsOf([stopped, planned]).length + 2);
  });

  it('has a line for the cash of each lab, and no line twice', () => {
    const keys = rowsOf([stopped]).map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['cash-openai', 'cash-anthropic']));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('in any two worlds differs only where the numbers do, and never in the world it is counted from', () => {
    fc.assert(
      fc.property(arbLevers(), arbLevers(), fc.constantFrom(0, 1), (a, b, from) => {
        const runs = [first.run(a), second.run(b)];
        for (const { cells } of rowsOf(runs, from)) {
          expect(cells).toHaveLength(2);
          expect(cells[from]?.difference).toBeUndefined();
          expect(cells[1 - from]?.difference).toMatch(/\S/);
          expect(cells.map(({ text }) => text).join()).not.toMatch(/undefined|NaN/);
          // How much, and in which direction, once: no sign beside the word.
          expect(cells[1 - from]?.difference).not.toMatch(/undefined|NaN|[+−]/);
        }
        const [here, there] = runs.map((run) => fallsOf(run).slice(1));
        const others = cells(rowsOf(runs), 'others')[1]?.difference;
        const names = (falls: ReturnType<typeof fallsOf>) => String(falls.map(({ firm }) => firm).sort());
        if (here && there && here.length === there.length)
          expect(others).toBe(names(here) === names(there) ? 'the same' : 'as many, not the same ones');
        else expect(others).toMatch(/ firms? (more|fewer)$/);
        const [one, other] = runs.map((run) => fallsOf(run)[0]);
        if (one && other && one.firm === other.firm && one.t !== other.t) {
          const said = cells(rowsOf(runs, 0), 'first')[1]?.difference;
          expect(said).toMatch(other.t > one.t ? /quarters? later$/ : /quarters? earlier$/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has what lenders lose as soon as one of the worlds has debt struck out', () => {
    const quiet = second.run(usualLevers());
    expect(cells(rowsOf([first.run(levers('the-music-stops')), quiet]), 'struckOut')).toEqual([]);
    const fallen = first.run({ ...usualLevers(), ...hostsFall });
    const lost = dollars(totals(fallen).struckOut);
    expect(cells(rowsOf([fallen, quiet], 1), 'struckOut')).toEqual([
      { text: lost, difference: `${lost} more` },
      { text: '$0bn', difference: undefined },
    ]);
  });

  it('of a world beside itself has no difference', () => {
    const rows = rowsOf([first.run(levers('slow-leak')), second.run(levers('slow-leak'))]);
    for (const { cells } of rows) expect(cells[1]?.difference).toBe('the same');
  });
});
