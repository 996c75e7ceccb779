import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/engine';
import { brakesForCaution, diggersOf, mostMissing, warningOf } from '../../src/views/diggers';
import { steepestDrop } from '../../src/views/diggers-drop';
import { ordersFinding, percent, stakeWords, untakenWords } from '../../src/views/diggers-words';
import { firstFall } from '../../src/views/facts';
import { arbLevers } from '../arbitraries/world';
import { worlds } from './ring-runs';
import { cast, plan, runOf, runOfWorld, wild } from './shipped-runs';

const sum = (values: Iterable<number>) => [...values].reduce((all, x) => all + x, 0);

function checkDiggers(run: Run): void {
  const diggers = diggersOf(run, plan, cast);
  expect(sum(diggers.flatMap(({ orders }) => orders))).toBeCloseTo(sum(run.supply.paid), 6);
  const orders = sum(diggers.map(({ missing }) => missing));
  expect(orders).toBeCloseTo(sum(plan.supply.paid) - sum(run.supply.paid), 6);
  expect(sum(diggers.map(({ cancelled }) => cancelled))).toBeCloseTo(sum(run.supply.ordered) - sum(run.supply.paid), 6);
  for (const digger of diggers) {
    // Other customers soften the fall.
    expect(digger.incomeDrop?.share ?? 0).toBeLessThanOrEqual((digger.ordersDrop?.share ?? 0) + 1e-9);
    expect(digger.badDebt).toBe(run.losses.badDebt[digger.firm]);
    expect(digger.worthless).toBe(run.losses.stakesLost[digger.firm]);
  }
  const most = mostMissing(diggers);
  for (const { missing } of diggers) expect(most?.missing).toBeGreaterThanOrEqual(missing);
}

describe('the diggers', () => {
  it('are two, and no lab owes them an instalment', () => {
    const diggers = diggersOf(plan, plan, cast);
    expect(diggers.map(({ id }) => id)).toEqual(['nvidia', 'tsmc']);
    const owed = new Set(plan.network.contracts.map(({ payee }) => payee));
    expect(diggers.filter(({ id }) => owed.has(id))).toEqual([]);
  });

  it.each(worlds)('sell what the run says: %o', (levers) => checkDiggers(runOf(levers)));

  it('sell it in any world', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => checkDiggers(runOf(levers))),
      { numRuns: 60 },
    );
  });

  it('are told of in a sentence that changes with the world', () => {
    expect(ordersFinding(diggersOf(plan, plan, cast))).toBe(
      'As planned, orders fall by 9% for Nvidia and 8% for TSMC. All that comes in falls by 4% for Nvidia and not at all for TSMC.',
    );
    const stopped = diggersOf(runOfWorld('the-music-stops'), plan, cast);
    expect(ordersFinding(stopped)).toBe(
      'At the worst, orders fall by 19% for Nvidia and 20% for TSMC. All that comes in falls by 15% for Nvidia and by 5% for TSMC.',
    );
    expect(stopped.map(stakeWords)).toEqual([
      'Nvidia sells $292bn less than planned. Written off: $51bn of shares in labs.',
      'TSMC sells $53bn less than planned. It writes nothing off.',
    ]);
    expect(untakenWords(stopped)).toBeUndefined();
    const dropped = diggersOf(runOf(wild), plan, cast);
    expect(untakenWords(dropped)).toMatch(/^\$\d+bn$/);
    expect(dropped.map(stakeWords).join()).toContain('Of what was ordered');
    const calm = diggersOf(plan, plan, cast).map((digger) => ({ ...digger, ordersDrop: undefined }));
    expect(ordersFinding(calm)).toBe('Orders never fall in this world.');
  });

  it('are warned the sooner the more cautious their buyers are', () => {
    const warning = (caution: number) => {
      const run = runOf({ stop: 4, severity: 0.9, growth: 0.6, caution });
      return warningOf(diggersOf(run, plan, cast), firstFall(run));
    };
    expect(warning(0).kind).toBe('after');
    expect(warning(0.6)).toEqual({ kind: 'before', quarters: 5, t: 8 });
    expect(warningOf(diggersOf(plan, plan, cast), firstFall(plan)).kind).toBe('neither');
  });

  it('brake for caution only where a tenant gave cause, builders brake at all, and order at the time of the plan', () => {
    const inTime = (run: Run) => {
      const { t } = warningOf(diggersOf(run, plan, cast), firstFall(run));
      return t !== undefined && brakesForCaution(run, plan, t);
    };
    expect(inTime(runOf({ stop: 4, severity: 0.9, growth: 0.6 }))).toBe(true);
    // The builder itself runs out of cash, and its tenants pay their own way.
    const broke = runOf({ growth: 1.5, compute: 1.5, costs: 1.5, substitution: 0.5 });
    expect(warningOf(diggersOf(broke, plan, cast), firstFall(broke)).kind).toBe('before');
    expect(inTime(broke)).toBe(false);
    const hasty = { ramp: 1, growth: 0.2, lead: 1, lock: 1, caution: 0 };
    expect(warningOf(diggersOf(runOf(hasty), plan, cast), firstFall(runOf(hasty))).kind).toBe('before');
    for (const changes of [hasty, { caution: 0 }, { lead: 1 }, { ramp: 0.5 }]) {
      expect(brakesForCaution(runOf(changes), plan, plan.network.quarters - 1)).toBe(false);
    }
  });
});

it.each([
  [[5, 3], 9, 'before', 6, 3],
  [[undefined, 9], 9, 'with', 0, 9],
  [[11], 9, 'after', 2, 11],
  [[undefined], 9, 'failure only', 0, undefined],
  [[4], undefined, 'brake only', 0, 4],
  [[undefined, undefined], undefined, 'neither', 0, undefined],
] as const)('brakes at %o and a failure at %s: %s', (brakes, fall, kind, quarters, first) => {
  const diggers = brakes.map((t) => ({ brakes: t }));
  expect(warningOf(diggers, fall === undefined ? undefined : { t: fall })).toEqual({ kind, quarters, t: first });
});

it('the steepest drop is the largest share lost between any two places', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 }), (values) => {
      const drop = steepestDrop(values);
      const shares = values.flatMap((from, i) => values.slice(i).map((to) => 1 - to / from));
      expect(drop?.share ?? 0).toBeCloseTo(Math.max(...shares), 12);
      if (!drop) return;
      expect(drop.peak).toBeLessThan(drop.trough);
      expect([values[drop.peak], values[drop.trough]]).toEqual([drop.from, drop.to]);
    }),
  );
});

it.each([
  [0.0049, 'less than 1%'],
  [0.005, '1%'],
  [0.186, '19%'],
])('%d is %s', (share, words) => expect(percent(share)).toBe(words));
