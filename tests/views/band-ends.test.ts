import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandEnds } from '../../src/views/band-ends';
import { bandsOf, futurePaths, lived, spreadOf } from '../../src/views/future-bands';
import { lineOf } from '../../src/world/futures';
import { shippedNetwork } from '../../src/world/shipped';
import { absolute } from './absolute';
import { findingsOf, leversOf, worlds } from './futures-of';
import { plan, runOf } from './shipped-runs';

const quarters = 32;
const top = 100;
const flat = (value: number) => Array.from({ length: quarters }, () => value);
const alive = { fellAt: undefined, referenceFellAt: undefined, top };

describe('the words at the ends of lines', () => {
  it('stand beside the drawing apart from each other, in the order of the lines, and within it', () => {
    const value = fc.double({ min: 0, max: top, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const { beside, above } = bandEnds({ ...alive, run: flat(a), reference: flat(b) });
        expect(above).toEqual([]);
        for (const { at, level } of beside) {
          expect(at).toBeLessThanOrEqual(1);
          expect(level).toBeGreaterThanOrEqual(0.05 - 1e-9);
          expect(level).toBeLessThanOrEqual(0.95 + 1e-9);
        }
        const [run, reference] = beside;
        if (!reference) {
          expect(run.whose).toBe('both');
          expect(Math.abs(a - b)).toBeLessThan(0.01 * top);
          return;
        }
        expect(Math.abs(run.level - reference.level)).toBeGreaterThanOrEqual(0.1 - 1e-9);
        if (a !== b) expect(run.level > reference.level).toBe(a > b);
      }),
    );
  });

  it('are those of both only where the lines lie upon each other for a while, not where they meet at the end', () => {
    const crossing = Array.from({ length: quarters }, (_, t) => 50 + (quarters - 1 - t));
    expect(bandEnds({ ...alive, run: flat(50), reference: crossing }).beside).toHaveLength(2);
    expect(bandEnds({ ...alive, run: flat(50), reference: flat(50) }).beside).toHaveLength(1);
  });

  it('stand above the drawing where a firm is gone, each in a row of its own', () => {
    const both = bandEnds({ run: flat(0), fellAt: 9, reference: flat(50), referenceFellAt: 20, top });
    expect(both.beside).toEqual([]);
    expect(both.above.map(({ whose, t, row }) => [whose, t, row])).toEqual([
      ['run', 9, 0],
      ['reference', 20, 1],
    ]);
    expect(bandEnds({ run: flat(0), fellAt: 9, reference: flat(0), referenceFellAt: 9, top }).above).toHaveLength(1);
    expect(bandEnds({ run: flat(0), fellAt: 9, reference: flat(0), referenceFellAt: 10, top }).above).toHaveLength(2);
  });
});

describe('a line', () => {
  const bandsFor = (query: string, firm: number) =>
    bandsOf(spreadOf(findingsOf(query, 256, firm), plan, lineOf(shippedNetwork, firm)), runOf(leversOf(query)));
  const lastPoint = (path: string) => Number([...absolute(path).matchAll(/[ML]([\d.]+) /g)].at(-1)?.[1]);

  it('ends with a lab that fails, and goes on with a firm that is restructured', () => {
    const openai = bandsFor(worlds.worst, 0);
    expect(openai.fellAt).toBeLessThan(quarters / 2);
    const line = lived(openai.run, openai.fellAt);
    expect(line).toHaveLength((openai.fellAt ?? 0) + 1);
    expect(openai.run.slice(line.length).every((value) => value === 0)).toBe(true);
    expect(openai.referenceFellAt).toBeUndefined();
    expect(lastPoint(futurePaths(openai).reference)).toBe(2 * quarters - 1);
    const oracle = shippedNetwork.firms.findIndex(({ id }) => id === 'oracle');
    expect(bandsFor(worlds.worst, oracle).fellAt).toBeUndefined();
  });

  it('of the future in the middle ends where nothing is left of it', () => {
    const { median } = futurePaths(bandsFor(worlds.worst, 0));
    expect(lastPoint(median)).toBeLessThan(quarters);
    expect(lastPoint(futurePaths(bandsFor(worlds.plan, 0)).median)).toBe(2 * quarters - 1);
  });
});
