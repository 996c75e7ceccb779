import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Levers } from '../../src/engine';
import { crosses } from '../../src/views/crossing';
import { type Leases, leasesOf, mostExposed } from '../../src/views/diggers-leases';
import { moneyChart, rentChart } from '../../src/views/leases-charts';
import { dollars } from '../../src/views/money';
import { displayQuarter } from '../../src/world/quarters';
import { arbLevers } from '../arbitraries/world';
import { boxesOf, faultsOf } from './chart-boxes';
import { worlds } from './ring-runs';
import { cast, plan, runOf } from './shipped-runs';

const host = mostExposed(plan, cast) ?? 0;
const planned = leasesOf(plan, cast, host);
const leasesIn = (levers: Partial<Levers>) => leasesOf(runOf(levers), cast, host);
const chartsOf = (leases: Leases) => ({
  rent: rentChart(leases, planned, cast.start),
  money: moneyChart(leases, planned, cast.start),
});
const said = (words: ReturnType<typeof moneyChart>['words']) =>
  words.map(({ before = '', sum, after }) => `${before} ${sum}${after}`.trim());

describe('the charts of the leases', () => {
  it('have their words within them, and none upon others, in any world', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => {
        const { rent, money } = chartsOf(leasesIn(levers));
        expect(faultsOf(rent.words)).toBe(0);
        expect(faultsOf(money.words)).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it.each(worlds)('have no line through their words: %o', (levers) => {
    const leases = leasesIn(levers);
    const { rent, money } = chartsOf(leases);
    const through = (lines: readonly (readonly number[])[], chart: typeof money) =>
      boxesOf(chart.words).filter(({ from, to, low, top }) =>
        lines.some((line) =>
          crosses(
            line.map((value) => value / chart.top),
            from,
            to,
            low,
            top,
          ),
        ),
      );
    expect(through([leases.debt, leases.cash], money)).toEqual([]);
    expect(through([rent.built, ...(rent.empties ? [leases.upkeep] : [])], rent)).toEqual([]);
  });

  it('name the debt that is struck out, at its fall, and cash at the end of its line', () => {
    const leases = leasesIn({ stop: 6, severity: 1, growth: 0, lock: 1 });
    const { words, top } = moneyChart(leases, planned, cast.start);
    expect(said(words)).toContain(`${dollars(leases.struckOut)} struck out`);
    const t = leases.restructured ?? -1;
    const struck = words.find(({ after }) => after === ' struck out');
    expect(struck?.t).toBe(t + 0.5);
    expect(struck?.y).toBeCloseTo(leases.debt[t] / 2 / top, 9);
    expect(words.find(({ after }) => after === ' of cash')).toMatchObject({ t: 31, y: leases.cash[31] / top });
    expect(said(chartsOf(planned).money.words).join()).not.toContain('struck out');
  });

  it('name what stands empty in the hollow, and who pays where nothing does', () => {
    const { rent } = chartsOf(leasesIn({ stop: 4, severity: 0.9, growth: 0.6 }));
    expect(said(rent.words)[0]).toBe(`$12bn empty, ${displayQuarter(14, cast.start)}`);
    const [{ low, top, from }] = boxesOf(rent.words);
    const t = Math.ceil(from * 32);
    expect(top).toBeLessThan(rent.built[t] / rent.top);
    expect(low).toBeGreaterThan(rent.taken[t] / rent.top);
    expect(said(chartsOf(planned).rent.words)).toEqual([expect.stringMatching(/^\$\d+bn from tenants$/)]);
  });
});
