import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followTheDollar } from '../../../src/engine';
import { always, pot, quartersOf } from './any-world';
import { doubledRun, fallsWithItsDebtor, reversedRun } from './transform';

describe('what moves nothing', () => {
  it('does not depend on the unit of money, to the bit', () =>
    always((run, dollar) => {
      const twice = followTheDollar(doubledRun(run));
      expect(twice.pots).toEqual(dollar.pots);
      expect(twice.contract.run.ownFirst).toEqual(dollar.contract.run.ownFirst.map((x) => 2 * x));
      expect(twice.contract.run.ownLast).toEqual(dollar.contract.run.ownLast.map((x) => 2 * x));
      expect(twice.supply.run.own).toEqual(dollar.supply.run.own.map((x) => 2 * x));
      expect(twice.total.booked).toBe(2 * dollar.total.booked);
      expect(twice.total.perOutsideDollar).toBe(dollar.total.perOutsideDollar);
    }));

  it('the order of the firms only moves the answers', () =>
    always((run, dollar) => {
      fc.pre(!fallsWithItsDebtor(run));
      const there = reversedRun(run);
      const other = followTheDollar(there);
      const last = run.network.firms.length - 1;
      for (const t of quartersOf(run)) {
        run.network.firms.forEach((_, i) => {
          const expected = pot(dollar, run, t, i);
          for (const [colour, share] of Object.entries(pot(other, there, t, last - i))) {
            const here = Number.isNaN(Number(colour)) ? colour : last - Number(colour);
            expect(Math.abs(share - (expected[here] ?? 0))).toBeLessThan(1e-12);
          }
        });
      }
      for (const name of ['own', 'ownFirst', 'ownLast', 'customers'] as const) {
        dollar.contract.run[name].forEach((x, c) => {
          expect(Math.abs(other.contract.run[name][c] - x)).toBeLessThan(1e-9 * Math.max(1, x));
        });
      }
      expect(other.total.perOutsideDollar).toBeCloseTo(dollar.total.perOutsideDollar, 9);
    }));
});
