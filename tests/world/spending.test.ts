import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Run } from '../../src/engine';
import { futureOf } from '../../src/views/claim-view';
import { burnedIn, spendingOf, spendingReads } from '../../src/world/spending';
import { openingCash } from '../../src/world/step-ten';
import { arbLevers } from '../arbitraries/world';
import { worlds } from '../views/ring-runs';
import { plan, runOf, wild } from '../views/shipped-runs';

const { firms, quarters } = plan.network;
const labs = firms.flatMap(({ lab }, i) => (lab ? [i] : []));

/** Cash moves by sales and spending, by what is raised, given, returned and destroyed, and by nothing else. */
function check(run: Run): void {
  const { firm } = run;
  const future = futureOf(run, spendingReads);
  firms.forEach((_, i) => {
    const inQuarter = spendingOf(run.network, i);
    for (let t = 0; t < quarters; t++) {
      const { sales, spent, compute } = inQuarter(future, t);
      const at = t * firms.length + i;
      const came = sales + firm.equity[at] + firm.borrowed[at];
      const went = spent + firm.invested[at] + firm.returned[at] + firm.destroyed[at];
      const before = Math.max(0, openingCash(run, i, t));
      expect(Math.abs(Math.max(0, firm.cash[at]) - (before + came - went))).toBeLessThan(1e-6);
      expect(compute).toBeGreaterThanOrEqual(0);
    }
  });
}

it.each([...worlds, wild])('what is spent is what cash is short of: %o', (levers) => check(runOf(levers)));

it('in any world', () => {
  fc.assert(
    fc.property(arbLevers(), (levers) => check(runOf(levers))),
    { numRuns: 60 },
  );
});

it('what a quarter would take is spent or gone without, where no bill is late', () => {
  fc.assert(
    fc.property(arbLevers(), (levers) => {
      const run = runOf(levers);
      const future = futureOf(run, spendingReads);
      for (const i of labs) {
        const inQuarter = spendingOf(run.network, i);
        for (let t = 0; t < future.fellAt(i); t++) {
          const at = t * firms.length + i;
          if (run.firm.short[at] > 0 || (t > 0 && run.firm.short[at - firms.length] > 0)) break;
          const { sales, spent, without } = inQuarter(future, t);
          expect(Math.max(0, spent + without - sales)).toBeCloseTo(run.firm.burn[at], 6);
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('a lab burns less than it would where it goes without', () => {
  const run = runOf({ stop: 4, severity: 0.9, growth: 0.6 });
  const [openai] = labs.map((i) => {
    const [inQuarter, future] = [spendingOf(run.network, i), futureOf(run, spendingReads)];
    const sums = { burned: 0, without: 0, wanted: 0 };
    for (let t = 0; t < quarters; t++) {
      const spending = inQuarter(future, t);
      sums.burned += burnedIn(spending);
      sums.without += spending.without;
      sums.wanted += run.firm.burn[t * firms.length + i];
    }
    return sums;
  });
  expect(openai.without).toBeGreaterThan(1);
  expect(openai.burned + openai.without).toBeCloseTo(openai.wanted, 6);
});
