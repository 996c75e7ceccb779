import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearCase, clearWhole, expectAtMost, expectNear, inflow, owed, tolerance } from './clearing-of';
import { arbWhole, inTenths } from './whole';

/** What holds in every network with one class of debts, each over random small networks full of ties. */
const network = arbWhole({ most: 8 });
const withoutCosts = arbWhole({ most: 8, costs: false });

const always = <T>(values: fc.Arbitrary<T>, check: (value: T) => Promise<void>) =>
  fc.assert(fc.asyncProperty(values, check), { numRuns: 150 });

describe('every clearing', () => {
  it('pays nothing to everything: 0 <= least <= greatest <= owed', () =>
    always(network, async (whole) => {
      const { greatest, least } = await clearWhole(whole);
      expectAtMost(least.payments, greatest.payments);
      expectAtMost(greatest.payments, owed(whole));
      expect(Math.min(0, ...least.payments)).toBe(0);
    }));

  it('has everyone pay in full, or all that is left after costs and senior debt', () =>
    always(network, async (whole) => {
      const { ends } = await clearWhole(whole);
      for (const { payments, inDefault, residual } of ends) {
        const brought = inflow(whole, payments);
        payments.forEach((payment, i) => {
          const left = (whole.alpha * whole.assets[i]) / 200 + (whole.beta / 20) * brought[i];
          const due = inDefault[i] ? Math.max(0, left - whole.seniorDebt[i] / 10) : owed(whole)[i];
          expect(Math.abs(payment - due)).toBeLessThan(tolerance);
        });
        expect(residual).toBeLessThan(1e-12);
      }
    }));

  it('loses no money: assets are equity, outside payments and what default destroys', () =>
    always(network, async (whole) => {
      const { ends } = await clearWhole(whole);
      for (const { payments, inDefault } of ends) {
        const brought = inflow(whole, payments);
        const due = owed(whole);
        let kept = 0;
        payments.forEach((payment, i) => {
          const [has, senior] = [whole.assets[i] / 10 + brought[i], whole.seniorDebt[i] / 10];
          const outside = due[i] > 0 ? (whole.outsideDebt[i] / 10 / due[i]) * payment : 0;
          // A node in default pays senior debt from what costs leave, and keeps nothing.
          const left = (whole.alpha * whole.assets[i]) / 200 + (whole.beta / 20) * brought[i];
          if (inDefault[i]) kept += has - left + Math.min(senior, left) + outside;
          else kept += Math.max(0, has - payment - senior) + senior + outside;
        });
        const assets = whole.assets.reduce((sum, e) => sum + e / 10, 0);
        expect(Math.abs(kept - assets)).toBeLessThan(tolerance);
      }
    }));

  it('takes at most one round per node, each with someone falling', () =>
    always(network, async (whole) => {
      const { rounds, fellIn, greatest } = await clearWhole(whole);
      expect(rounds).toBeLessThanOrEqual(whole.assets.length);
      expect(new Set(fellIn.filter((round) => round > 0)).size).toBe(rounds);
      fellIn.forEach((round, i) => {
        expect(greatest.inDefault[i]).toBe(round > 0 ? 1 : 0);
      });
    }));

  it('pays more, at both ends, with more assets or smaller costs', () =>
    always(fc.tuple(network, fc.nat(7), fc.nat(5), fc.nat(5), fc.nat(5)), async ([whole, at, e, alpha, beta]) => {
      const richer = {
        ...whole,
        assets: whole.assets.map((assets, i) => (i === at ? assets + e : assets)),
        alpha: Math.min(20, whole.alpha + alpha),
        beta: Math.min(20, whole.beta + beta),
      };
      const [before, after] = [await clearWhole(whole), await clearWhole(richer)];
      expectAtMost(before.greatest.payments, after.greatest.payments);
      expectAtMost(before.least.payments, after.least.payments);
    }));

  it('without costs, is the one that costs nothing, bit for bit', () =>
    always(withoutCosts, async (whole) => {
      const { nodes, edges, terms } = inTenths(whole);
      const { assets, outsideDebt, seniorDebt } = terms;
      const plain = await clearCase({ nodes, edges, terms: { assets, outsideDebt, seniorDebt } });
      expect({ ...(await clearWhole(whole)), graph: undefined }).toEqual({ ...plain, graph: undefined });
    }));

  it('without costs, leaves everyone the same equity at both ends', () =>
    always(withoutCosts, async (whole) => {
      const { greatest, least } = await clearWhole(whole);
      const equity = ({ payments }: typeof greatest) =>
        inflow(whole, payments).map((brought, i) =>
          Math.max(0, (whole.assets[i] - whole.seniorDebt[i]) / 10 + brought - payments[i]),
        );
      expectNear(equity(greatest), equity(least));
    }));

  it('without costs or senior debt, pays the middle at least the mean (concave in assets)', () =>
    always(
      fc.tuple(
        arbWhole({ most: 6, costs: false, senior: false }),
        fc.array(fc.nat(20), { minLength: 6, maxLength: 6 }),
      ),
      async ([whole, others]) => {
        const other = { ...whole, assets: whole.assets.map((_, i) => others[i]) };
        const middle = { ...whole, assets: whole.assets.map((e, i) => (e + others[i]) / 2) };
        const [one, two, between] = await Promise.all([whole, other, middle].map(clearWhole));
        const mean = one.greatest.payments.map((p, i) => (p + two.greatest.payments[i]) / 2);
        expectAtMost(mean, between.greatest.payments);
      },
    ));
});
