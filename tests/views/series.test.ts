import { describe, expect, it } from 'vitest';
import { firmSeries, quarterSeries } from '../../src/engine';
import { seriesDifference, seriesNumber, seriesValue, unitWords } from '../../src/views/series';
import { isFirmSeries } from '../../src/world/see';
import { seriesGroups, seriesWords } from '../../src/world/series-words';
import { step10Series } from '../../src/world/step-ten';
import { plan } from './shipped-runs';

const rows = Object.entries(seriesWords);

describe('the words for series', () => {
  it('cover every series of a run, and nothing else', () => {
    expect(Object.keys(seriesWords).sort()).toEqual([...firmSeries, ...step10Series, ...quarterSeries].sort());
  });

  it('call no two by the same name', () => {
    expect(new Set(rows.map(([, { name }]) => name)).size).toBe(rows.length);
    for (const [, { help, unit, group }] of rows) {
      expect(help).toMatch(/^[A-Z].*\.$/);
      expect(unitWords[unit]).toBeTruthy();
      expect(seriesGroups).toContain(group);
    }
  });

  it('keep what is of the whole network apart from what is of a firm', () => {
    for (const id of [...firmSeries, ...step10Series, ...quarterSeries])
      expect(seriesWords[id].group === 'The whole network', id).toBe(!isFirmSeries(id));
  });

  it('name a unit that the numbers of a run are in', () => {
    for (const id of firmSeries) {
      const { unit } = seriesWords[id];
      const values = plan.firm[id];
      if (unit === 'share') expect(Math.max(...values), id).toBeLessThanOrEqual(1);
      if (unit === 'flag') expect([...new Set(values)].filter((x) => x !== 0 && x !== 1)).toEqual([]);
    }
  });
});

describe('numbers of a series', () => {
  it.each([
    ['flow', 12.34, '$12bn', '12'],
    ['stock', -0.5, '−$0.5bn', '−0.5'],
    ['share', 0.4567, '46%', '46%'],
    ['flag', 1, 'yes', 'yes'],
    ['status', 2, 'failed', 'failed'],
    ['rounding', 1.2e-12, '1.2e−12 $bn', '1.2e−12'],
    ['rounding', 0, '0', '0'],
  ] as const)('of unit %s: %d', (unit, value, sentence, cell) => {
    expect(seriesValue(unit, value)).toBe(sentence);
    expect(seriesNumber(unit, value)).toBe(cell);
  });

  it.each([
    ['flow', 12.34, '+$12bn'],
    ['stock', -3, '−$3bn'],
    ['stock', 1e-9, '$0bn'],
    ['share', 0.01, '+1 point'],
    ['share', -0.25, '−25 points'],
    ['status', 2, '+2'],
    ['flag', -1, '−1'],
  ] as const)('differ in unit %s by %d', (unit, value, words) => {
    expect(seriesDifference(unit, value)).toBe(words);
  });
});
