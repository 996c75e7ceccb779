import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type Run } from '../../src/engine';
import { allDebtStruckOut, cashAfterFalls, debtStruckOut, openingCash } from '../../src/world/step-ten';
import { arbLevers, arbNetwork } from '../arbitraries/world';
import { readCore } from '../engine/core';
import { hostsFall, plan, runOf, wild } from '../views/shipped-runs';

/** What a quarter itself does to the cash of a firm: what came in, less what went out. */
function flowOf({ network, firm, contract, supply }: Run, i: number, t: number): number {
  const at = t * network.firms.length + i;
  const { id } = network.firms[i];
  const came = firm.own[at] + firm.received[at] + firm.equity[at] + firm.borrowed[at];
  let went = firm.invested[at] + firm.costs[at] + firm.interest[at] + firm.maturing[at] + firm.outside[at];
  went += firm.spot[at] + firm.returned[at] + firm.destroyed[at];
  network.contracts.forEach(({ payer }, c) => {
    if (payer === id) went += contract.paid[t * network.contracts.length + c];
  });
  network.supply.forEach(({ buyer }, s) => {
    if (buyer === id) went += supply.paid[t * network.supply.length + s];
  });
  return came - went;
}

/** Holds what is said of step 10 against the next quarter as the engine has it: cash and debt both ways. */
function holds(run: Run): void {
  const { firms, quarters } = run.network;
  firms.forEach((_, i) => {
    for (let t = 0; t + 1 < quarters; t++) {
      const [now, next] = [t * firms.length + i, (t + 1) * firms.length + i];
      const { recovered, putIn, gone, opening } = cashAfterFalls(run, i, t);
      expect(run.firm.cash[now] + recovered + putIn - gone).toBeCloseTo(opening, 9);
      expect(opening + flowOf(run, i, t + 1)).toBeCloseTo(run.firm.cash[next], 8);
      expect(openingCash(run, i, t + 1)).toBe(opening);
      const debt = run.firm.debt[now] - debtStruckOut(run, i, t);
      expect(debt + run.firm.borrowed[next] - run.firm.maturing[next]).toBeCloseTo(run.firm.debt[next], 9);
    }
  });
}

describe('step 10, from the numbers of a run', () => {
  it.each([
    ['a world in which hosts are restructured', hostsFall],
    ['a wild world with friction', { ...wild, friction: 0.3 }],
  ])('closes the books of cash and of debt in every quarter of %s', (_, changes) => holds(runOf(changes)));

  it('closes them in any world of any network', async () => {
    const module = await readCore();
    await fc.assert(
      fc.asyncProperty(arbNetwork(), arbLevers(), async (network, levers) => {
        holds((await createEngine(module, network)).run(levers));
      }),
      { numRuns: 60 },
    );
  });

  it('has lenders lose all that a restructured host owes, and nobody’s debt where nobody falls', () => {
    const run = runOf(hostsFall);
    const { firms } = run.network;
    const falls = run.events.filter(({ kind }) => kind === 'restructured');
    expect(falls.map(({ firm }) => firms[firm].id).sort()).toEqual(['amazon', 'oracle']);
    const owed = falls.map(({ firm, t }) => run.firm.debt[t * firms.length + firm]);
    for (const [k, { firm }] of falls.entries()) {
      expect(owed[k]).toBeGreaterThan(100);
      expect(allDebtStruckOut(run, firm)).toBe(owed[k]);
    }
    expect(allDebtStruckOut(run)).toBeCloseTo(
      owed.reduce((sum, x) => sum + x, 0),
      9,
    );
    expect(allDebtStruckOut(plan)).toBe(0);
  });
});
