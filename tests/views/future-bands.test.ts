import { describe, expect, it } from 'vitest';
import { tall } from '../../src/views/band-paths';
import { bandsOf, futurePaths, levels, spreadOf } from '../../src/views/future-bands';
import { bandsFinding, lineWords, widestAt } from '../../src/views/future-bands-words';
import { lineThrough } from '../../src/views/replay';
import { lineOf } from '../../src/world/futures';
import { shippedFile, shippedNetwork } from '../../src/world/shipped';
import { absolute } from './absolute';
import { findingsOf, leversOf, worlds } from './futures-of';
import { plan, runOf } from './shipped-runs';

const bandsFor = (query: string, firm: number) =>
  bandsOf(spreadOf(findingsOf(query, 256, firm), plan, lineOf(shippedNetwork, firm)), runOf(leversOf(query)));
const firms = shippedNetwork.firms.map((_, firm) => firm);

describe('the bands of a line', () => {
  it('lie in order, with the run and the quiet line beside them', () => {
    for (const firm of firms) {
      const bands = bandsFor(worlds.stop, firm);
      const { series } = lineOf(shippedNetwork, firm);
      expect(bands.kind).toBe(series.slice('firm.'.length));
      for (let t = 0; t < shippedNetwork.quarters; t++) {
        const at = bands.quantiles.map((line) => line[t]);
        expect(at).toEqual([...at].sort((a, b) => a - b));
        expect(Math.max(...at, bands.run[t], bands.reference[t])).toBeLessThanOrEqual(bands.top);
        const run = runOf(leversOf(worlds.stop)).firm[bands.kind][t * firms.length + firm];
        expect(bands.run[t]).toBe(Math.max(0, run));
      }
      expect(bands.quantiles).toHaveLength(levels.length);
    }
  });

  it('show fewer and fewer futures in which a firm stands', () => {
    const { standing } = bandsFor(worlds.stop, 0);
    expect(standing[0]).toBe(1);
    expect(standing.at(-1)).toBeLessThan(0.5);
    expect(standing).toEqual([...standing].sort((a, b) => b - a));
  });

  it('are drawn within their room', () => {
    for (const firm of firms) {
      const bands = bandsFor(worlds.worst, firm);
      for (const path of [...Object.values(futurePaths(bands)), lineThrough(bands.run, bands.top)]) {
        const heights = [...absolute(path).matchAll(/[ML][\d.]+ (-?\d+)/g)].map(([, y]) => Number(y));
        expect(heights.every((y) => y <= 0 && y >= -tall)).toBe(true);
      }
    }
  });

  it('say how far apart the futures are where they are furthest apart', () => {
    const bands = bandsFor(worlds.stop, 0);
    const t = widestAt(bands);
    const width = (at: number) => bands.quantiles[4][at] - bands.quantiles[0][at];
    for (let other = 0; other < shippedNetwork.quarters; other++) expect(width(other)).toBeLessThanOrEqual(width(t));
    expect(bandsFinding(bands, shippedFile)).toMatch(
      /^In nine futures of ten OpenAI has between nothing and \$\d+bn in 20/,
    );
    const meta = shippedFile.firms.findIndex(({ id }) => id === 'meta');
    expect(lineWords(bandsFor(worlds.stop, meta), shippedFile)).toBe('what Meta’s own customers pay it in a quarter');
    expect(lineWords(bands, shippedFile)).toBe('OpenAI’s cash in hand as a quarter ends');
  });
});
