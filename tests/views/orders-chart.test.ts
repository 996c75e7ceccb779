import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Levers } from '../../src/engine';
import { crosses } from '../../src/views/crossing';
import { diggersOf } from '../../src/views/diggers';
import { fallsOf } from '../../src/views/fall';
import { ordersChart } from '../../src/views/orders-chart';
import { displayQuarter } from '../../src/world/quarters';
import { arbLevers } from '../arbitraries/world';
import { boxesOf, faultsOf } from './chart-boxes';
import { worlds } from './ring-runs';
import { cast, plan, runOf } from './shipped-runs';

function chartsIn(levers: Partial<Levers>) {
  const run = runOf(levers);
  const fall = fallsOf(run)[0];
  return diggersOf(run, plan, cast).map((digger) => ({ digger, fall, chart: ordersChart(digger, fall, cast.start) }));
}

describe('the chart of the orders', () => {
  it('has its words within it, and none upon the other, in any world', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => {
        for (const { chart } of chartsIn(levers)) {
          expect(faultsOf(chart.words)).toBe(0);
          expect(chart.fell >= 0 && chart.fell <= 1).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each(worlds)('has no line through its words: %o', (levers) => {
    for (const { digger, fall, chart } of chartsIn(levers)) {
      const line = digger.orders.map((value) => value / chart.top);
      const x = fall ? (fall.t + 1) / 32 : -1;
      for (const { from, to, low, top } of boxesOf(chart.words)) {
        expect(crosses(line, from, to, low, top)).toBe(false);
        expect(x > from && x < to && top > chart.fell).toBe(false);
      }
    }
  });

  it('says from where to where the orders fall, at these points', () => {
    const [{ digger, chart }] = chartsIn({ stop: 4, severity: 0.9, growth: 0.6 });
    const drop = digger.ordersDrop;
    expect(chart.words.map(({ t, sum, after }) => [t, sum + after])).toEqual([
      [drop?.trough, `$60bn ${displayQuarter(14, cast.start)}, 19% less`],
      [drop?.peak, `$74bn ${displayQuarter(13, cast.start)}`],
    ]);
  });
});
