import { describe, expect, it } from 'vitest';
import { firm, network, of, stillLevers } from './tiny';
import { runTwin } from './twin';

/** Equal to twelve digits, number by number. */
function near(actual: readonly number[], expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((x, k) => {
    expect(x).toBeCloseTo(expected[k] ?? Number.NaN, 11);
  });
}

describe('worlds solved by hand', () => {
  it('a lab that fails under a contract', () => {
    // The lab opens with 2 and earns 1 a quarter; it owes 5 a quarter for four quarters. Default destroys a fifth of its means.
    const run = runTwin(
      network([firm('lab', { lab: true, cash: 2, revenue: 4 }), firm('cloud', { openingStakes: { lab: 7 } })], {
        contracts: [{ payer: 'lab', payee: 'cloud', total: 20, start: 0, length: 4 }],
        rivals: [{ lab: 'lab', to: 'cloud', weight: 0.3 }],
      }),
      stillLevers({ friction: 0.2, grace: 1, recovery: 0.5, migration: 0.6, panic: 1, relet: 0.5, reletTime: 2 }),
    );
    // t0: means 2 + 1 = 3 of 5; 0.6 destroyed, 2.4 paid, arrears 2.6.
    // t1: means 1 of 5 + 2.6; 0.2 destroyed, 0.8 paid, arrears 6.8. Second miss, grace 1: it fails. Lost are the instalments of
    // t2 and t3 and half of the arrears; the other half comes from outside. Its 1 a quarter goes to the cloud, as to 0.6.
    near(of(run.firm.destroyed, 0, 2), [0.6, 0.2, 0, 0]);
    near(of(run.firm.short, 0, 2), [2.6, 6.8, 0, 0]);
    near(of(run.firm.starved, 0, 2), [1 - 2.4 / 5, 1 - 0.8 / 5, 0, 0]);
    near(run.contract.due, [5, 5, 0, 0]);
    near(run.contract.paid, [2.4, 0.8, 0, 0]);
    near(run.contract.arrears, [2.6, 6.8, 0, 0]);
    near(run.contract.lost, [0, 13.4, 0, 0]);
    near(run.contract.recovered, [0, 3.4, 0, 0]);
    near(run.quarter.lost, [0, 10, 0, 0]);
    // Mood: 1 - 2.6/20, then less (10 + 6.8)/20.
    near(run.quarter.mood, [0.87, 0.03, 0.03, 0.03]);
    expect(of(run.firm.status, 0, 2)).toEqual([0, 2, 2, 2]);
    // The cloud: 2.4 and 0.8 came in; 3.4 recovered after step 9 of t1; then 0.6 of customers a quarter, and new tenants: of 5
    // freed, half can be let, and half of the gap closes each quarter: 1.25, then 1.875 (and 2.1875 after the last quarter).
    near(of(run.firm.own, 1, 2), [0, 0, 0.6, 0.6]);
    near(of(run.firm.idle, 1, 2), [0, 0, 5, 5]);
    near(of(run.firm.relet, 1, 2), [0, 0, 1.25, 1.875]);
    near(of(run.firm.cash, 1, 2), [2.4, 3.2, 6.6 + 0.6 + 1.25, 8.45 + 0.6 + 1.875]);
    near(run.losses.badDebt, [0, 3.4]);
    near(run.losses.stakesLost, [0, 7]);
    near(run.losses.operatingCash, [4 * (1 - 5), 20]);
    // The log. Asked for: a quarter's burn of 4 less the cash; nobody gives or lends.
    expect(run.events.map((e) => [e.t, e.kind, e.firm])).toEqual([
      [0, 'missed', 0],
      [1, 'missed', 0],
      [1, 'failed', 0],
      [1, 'terminated', 1],
    ]);
    expect(run.events[1]?.causes.map((c) => [c.kind, c.from, c.event])).toEqual([
      ['again', 0, 0],
      ['unfunded', undefined, undefined],
      ['unlent', undefined, undefined],
    ]);
    near(run.events[1]?.causes.map((c) => c.amount) ?? [], [2.6, 4, 4]);
    expect(run.events[2]?.causes.map((c) => [c.kind, c.from, c.event])).toEqual([
      ['missed', 0, 0],
      ['missed', 0, 1],
    ]);
    expect(run.events[3]).toMatchObject({ by: 0, contract: 0, causes: [{ kind: 'failed', from: 0, event: 2 }] });
    near([run.events[3]?.amount ?? 0, run.events[3]?.causes[0]?.amount ?? 0], [13.4, 6.8]);
  });

  it('a supplier that fails because its customer may buy less after the term', () => {
    // 4 a quarter for two quarters, then 4 a quarter that the lab, with 2 left, takes half of. The cloud spends 4 a quarter.
    const run = runTwin(
      network([firm('lab', { lab: true, cash: 10 }), firm('cloud', { cash: 1, fixedCost: 16 })], {
        contracts: [{ payer: 'lab', payee: 'cloud', total: 8, start: 0, length: 2 }],
      }),
      stillLevers(),
    );
    near(of(run.firm.cash, 0, 2), [6, 2, 0, 0]);
    near(of(run.firm.starved, 0, 2), [0, 0, 0.5, 1]);
    near(run.contract.due, [4, 4, 4, 4]);
    near(run.contract.paid, [4, 4, 2, 0]);
    near(run.contract.cut, [0, 0, 0, 0]);
    // t2: the costs of 4 meet cash of 1; the 2 come after clearing, too late. It is restructured and opens t3 with 0.
    near(of(run.firm.short, 1, 2), [0, 0, 3, 4]);
    near(of(run.firm.cash, 1, 2), [1, 1, -1, -4]);
    expect(of(run.firm.status, 1, 2)).toEqual([0, 0, 1, 1]);
    expect(run.events.map((e) => [e.t, e.kind, e.firm])).toEqual([
      [2, 'missed', 1],
      [2, 'restructured', 1],
    ]);
  });

  it('flexible dues within the term: cut, and a cause of what follows', () => {
    // Half of the 8 a quarter is firm. The lab has 14; the cloud has 4 and spends 8 a quarter.
    const run = runTwin(
      network([firm('lab', { lab: true, cash: 14 }), firm('cloud', { fixedCost: 32, cash: 4 })], {
        contracts: [{ payer: 'lab', payee: 'cloud', total: 32, start: 0, length: 4 }],
      }),
      stillLevers({ firmness: 0.5, grace: 4 }),
    );
    // t0: all 8 paid, 6 left. t1: 4 firm, 2 of 4 taken. t2: nothing left, 4 short.
    near(run.contract.paid, [8, 6, 0, 0]);
    near(run.contract.cut, [0, 2, 4, 4]);
    near(run.contract.arrears, [0, 0, 4, 8]);
    // The cloud: t0 4 - 8 + 4 (+4), t1 4 - 8 + 4 (+2), t2 2 - 8: short 6; it knows of the 4 unpaid and of the 2 cut before.
    near(of(run.firm.cash, 1, 2), [4, 2, -6, -14]);
    const missed = run.events.find((e) => e.t === 2 && e.firm === 1);
    // Lent nothing: expected are its 2 and 8 booked less 8 of costs, so no gap.
    expect(missed?.causes).toEqual([
      { kind: 'unpaid', from: 0, amount: 4, event: 0 },
      { kind: 'cut', from: 0, amount: 2 },
    ]);
  });

  it('a builder that runs dry', () => {
    // Capex 10 a quarter, half from the supplier, 0.4 of it locked. The builder has 9 and keeps half of 4 before spending freely.
    const run = runTwin(
      network([firm('builder', { cash: 9, capex: 40, minCash: 4 }), firm('supplier', { serviceCost: 0.2 })], {
        supply: [{ buyer: 'builder', supplier: 'supplier', share: 0.5, of: 'capex' }],
      }),
      stillLevers({ lock: 0.4, grace: 1 }),
    );
    // t0: 4 locked are paid, 5 left; of 6 free it buys (5 - 2)/6. t1: 2 of 4 locked. t2: nothing; restructured with cash 4.
    // t3: capex halves to 5: 2 locked, then (2 - 2)/3 free.
    near(of(run.firm.cash, 0, 2), [2, 0, 0, 2]);
    near(of(run.firm.capex, 0, 2), [7, 2, 0, 2]);
    near(of(run.firm.outside, 0, 2), [3.5, 1, 0, 1]);
    near(of(run.firm.short, 0, 2), [0, 2, 4, 0]);
    near(run.supply.ordered, [5, 5, 5, 2.5]);
    near(run.supply.paid, [3.5, 1, 0, 1]);
    // The supplier delivers for 1 a quarter (0.5 at the end), paid or not.
    near(of(run.firm.received, 1, 2), [3.5, 1, 0, 1]);
    near(of(run.firm.cash, 1, 2), [2.5, 2.5, 1.5, 2]);
    expect(of(run.firm.status, 0, 2)).toEqual([0, 0, 1, 1]);
  });

  it('raised money, drying up and coming back', () => {
    // The lab needs 10 of compute a quarter and has nothing. The vendor has 6 and keeps 2; it gives at most half the rest.
    const run = runTwin(
      network([firm('lab', { lab: true, compute: 40, ventureShare: 0.5 }), firm('vendor', { cash: 6, minCash: 2 })], {
        venture: { annual: 40, growth: 0 },
        vendors: [{ lab: 'lab', vendor: 'vendor', weight: 0.2 }],
      }),
      stillLevers({ stop: 1, severity: 0.5, speed: 1, drought: 2, runway: 1, vendorShare: 0.4, backstop: 0.5 }),
    );
    near(run.quarter.climate, [1, 0.5, 0.5, 1]);
    near(run.quarter.supply, [10, 5, 5, 10]);
    near(of(run.firm.ask, 0, 2), [20, 20, 20, 20]);
    near(of(run.firm.investors, 0, 2), [5, 2.5, 2.5, 5]);
    near(run.vendor.given, [2, 1, 0.5, 0.25]);
    near(of(run.firm.spot, 0, 2), [7, 3.5, 3, 5.25]);
    near(of(run.firm.starved, 0, 2), [0.3, 0.65, 0.7, 0.475]);
    near(of(run.firm.cash, 1, 2), [4, 3, 2.5, 2.25]);
    expect(run.events).toEqual([]);
  });

  it('lends up to a limit', () => {
    // Earns 5 a quarter and spends 12 on locked capex with 2 in the bank; lenders go to half of 20 a year, that is 10.
    // Interest is a hundredth a quarter, a tenth of the debt comes due.
    const run = runTwin(
      network([firm('a', { cash: 2, revenue: 20, capex: 48, leverage: 0.5, rate: 0.04, maturity: 10 }), firm('b')]),
      stillLevers({ lock: 1, grace: 4 }),
    );
    // t0: gap 12 - 2 - 5 = 5, lent. t1: interest 0.05, maturing 0.5, gap 7.55, limit 10 - 5 + 0.5 = 5.5: short 2.05.
    near(of(run.firm.borrowed, 0, 2).slice(0, 2), [5, 5.5]);
    near(of(run.firm.unlent, 0, 2).slice(0, 2), [0, 2.05]);
    near(of(run.firm.debt, 0, 2).slice(0, 2), [5, 10]);
    near(of(run.firm.short, 0, 2).slice(0, 2), [0, 2.05]);
    // Capex has no arrears: what is not paid is not built.
    near(of(run.firm.capex, 0, 2).slice(0, 2), [12, 9.95]);
  });

  it('growth of one eats into the revenue of another', () => {
    // 4 a year growing by half a year; a quarter of what it has grown by is taken from the other's 10 a quarter.
    const run = runTwin(
      network([firm('lab', { lab: true, revenue: 4, growth: 0.5, growthLong: 0.5 }), firm('search', { revenue: 40 })], {
        substitution: [{ from: 'lab', to: 'search', weight: 0.5 }],
        quarters: 5,
      }),
      stillLevers({ substitution: 0.5 }),
    );
    expect(of(run.firm.own, 0, 2)[4]).toBeCloseTo(1.5, 12);
    expect(of(run.firm.own, 1, 2)[4]).toBeCloseTo(10 - 0.25 * 0.5, 12);
  });
});
