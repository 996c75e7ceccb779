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
    const inQuarter = spendingOf(run.network, i)(future);
    for (let t = 0; t < quarters; t++) {
      const { sales, spent, compute } = inQuarter(t);
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
        const inQuarter = spendingOf(run.network, i)(future);
        for (let t = 0; t < future.fellAt(i); t++) {
          const at = t * firms.length + i;
          if (run.firm.short[at] > 0 || (t > 0 && run.firm.short[at - firms.length] > 0)) break;
          const { sales, spent, without } = inQuarter(t);
          expect(Math.max(0, spent + without - sales)).toBeCloseTo(run.firm.burn[at], 6);
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('a lab burns less than it would where it goes without, and where its bills are late', () => {
  const run = runOf({ stop: 4, severity: 0.9, growth: 0.6 });
  const [openai] = labs.map((i) => {
    const future = futureOf(run, spendingReads);
    const inQuarter = spendingOf(run.network, i)(future);
    const sums = { burned: 0, without: 0, late: 0, wanted: 0 };
    for (let t = 0; t < quarters; t++) {
      const spending = inQuarter(t);
      sums.burned += burnedIn(spending);
      sums.without += spending.without;
      if (t <= future.fellAt(i)) sums.late += lateOf(run, i, t) - lateOf(run, i, t - 1);
      sums.wanted += run.firm.burn[t * firms.length + i];
    }
    return sums;
  });
  expect(openai.without).toBeGreaterThan(1);
  expect(openai.late).toBeGreaterThan(1);
  expect(openai.burned + openai.without + openai.late).toBeCloseTo(openai.wanted, 6);
});

/** What is late on the contracts of firm i at the end of a quarter. */
function lateOf({ network, contract }: Run, i: number, t: number): number {
  const { contracts } = network;
  return contracts.reduce(
    (sum, { payer }, c) => (t >= 0 && payer === firms[i].id ? sum + contract.arrears[t * contracts.length + c] : sum),
    0,
  );
}

/** The compute wanted in a quarter, by the engine's own count: what the quarter would take, less all else that it takes. */
function wantedOf({ firm }: Run, i: number, t: number): number {
  const at = t * firms.length + i;
  return firm.burn[at] + firm.own[at] - firm.costs[at] - firm.capex[at] - firm.interest[at] - firm.maturing[at];
}

function checkCompute(run: Run): { unpaid: number } {
  const future = futureOf(run, spendingReads);
  let unpaid = 0;
  for (const i of labs) {
    const inQuarter = spendingOf(run.network, i)(future);
    for (let t = 0; t <= Math.min(future.fellAt(i), quarters - 1); t++) {
      const { compute, without } = inQuarter(t);
      const late = lateOf(run, i, t) - lateOf(run, i, t - 1);
      expect(without).toBeGreaterThanOrEqual(0);
      if (run.firm.burn[t * firms.length + i] > 0) {
        expect(compute + late + without).toBeCloseTo(wantedOf(run, i, t), 6);
      }
      unpaid += Math.max(0, late);
    }
  }
  return { unpaid };
}

it.each([...worlds, wild])('compute wanted is paid for, used on credit or gone without: %o', (levers) => {
  checkCompute(runOf(levers));
});

it('compute wanted is paid for, used on credit or gone without, in any world', () => {
  fc.assert(
    fc.property(arbLevers(), (levers) => {
      checkCompute(runOf(levers));
    }),
    { numRuns: 60 },
  );
});

it('where every instalment is firm and no more is wanted, nothing is gone without, however late the bills are', () => {
  let seen = 0;
  fc.assert(
    fc.property(arbLevers(), (levers) => {
      const run = runOf({ ...levers, firmness: 1, compute: 0, severity: 1, stop: 0, growth: 0 });
      const future = futureOf(run, spendingReads);
      for (const i of labs) {
        const inQuarter = spendingOf(run.network, i)(future);
        const terms = run.network.contracts.filter(({ payer }) => payer === firms[i].id);
        for (let t = 0; t <= Math.min(future.fellAt(i), quarters - 1); t++) {
          const at = t * firms.length + i;
          const running = terms.every(({ start, length }) => t < start + length);
          if (!running || run.firm.burn[at] === 0 || wantedOf(run, i, t) > run.firm.bill[at] + 1e-9) continue;
          expect(inQuarter(t).without).toBeLessThan(1e-6);
          if (lateOf(run, i, t) > 0.05) seen++;
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(seen).toBeGreaterThan(0);
});

it('what is billed and left unpaid is late, and not gone without', () => {
  const run = runOf({ stop: 1, severity: 1, drought: 32, growth: 0, lock: 1, firmness: 1, credit: 1, caution: 0 });
  expect(checkCompute(run).unpaid).toBeGreaterThan(1);
});
