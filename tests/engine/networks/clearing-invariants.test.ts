import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClearingTerms, cascade, clear, createGraph, type Edges } from '../../../src/engine/networks';
import { readCore } from '../core';
import type { WholeNetwork } from './clearing-oracle';
import { arbWhole, inTenths } from './whole';

/** What holds in every network with one class of debts, each over random small networks full of ties. */
const module = await readCore();
const network = arbWhole({ most: 8 });
const withoutCosts = arbWhole({ most: 8, costs: false });
const tolerance = 1e-9;

const graphOf = ({ nodes, edges }: { nodes: number; edges: Edges }) => createGraph(module, { nodes }, edges);

async function clearing(given: { nodes: number; edges: Edges; terms: ClearingTerms }) {
  const { greatest, least, ...rest } = clear(await graphOf(given), { ...given.terms, least: true });
  if (!least) throw new Error('no least vector');
  return { greatest, least, ends: [greatest, least], ...rest };
}

const clearWhole = (whole: WholeNetwork) => clearing(inTenths(whole));
const owed = ({ debts, outsideDebt }: WholeNetwork) =>
  outsideDebt.map((b, i) => (b + debts[0][i].reduce((sum, x) => sum + x, 0)) / 10);

/** What each node is paid by the others. */
function inflow(whole: WholeNetwork, payments: Float64Array): number[] {
  const due = owed(whole);
  return due.map((_, j) =>
    whole.debts[0].reduce((sum, row, i) => sum + (due[i] > 0 ? (row[j] / 10 / due[i]) * payments[i] : 0), 0),
  );
}

function expectAtMost(lower: ArrayLike<number>, upper: ArrayLike<number>) {
  for (let i = 0; i < lower.length; i++) expect(lower[i]).toBeLessThanOrEqual(upper[i] + tolerance);
}

function expectNear(one: ArrayLike<number>, other: ArrayLike<number>) {
  expectAtMost(one, other);
  expectAtMost(other, one);
}

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
      const plain = await clearing({ nodes, edges, terms: { assets, outsideDebt, seniorDebt } });
      expect(await clearWhole(whole)).toEqual(plain);
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

  it('scales with the currency: exactly if it is doubled, and to rounding if it is tripled', () =>
    always(network, async (whole) => {
      const { nodes, edges, terms } = inTenths(whole);
      const times = (factor: number) => {
        const scale = (list: ArrayLike<number>) => Array.from(list, (x) => factor * x);
        const { assets, outsideDebt, seniorDebt } = terms;
        const money = { assets: scale(assets), outsideDebt: scale(outsideDebt), seniorDebt: scale(seniorDebt) };
        return clearing({ nodes, edges: { ...edges, amount: scale(edges.amount) }, terms: { ...terms, ...money } });
      };
      const [once, twice, thrice] = await Promise.all([1, 2, 3].map(times));
      once.ends.forEach(({ payments, inDefault }, end) => {
        expect(twice.ends[end].payments).toEqual(payments.map((p) => 2 * p));
        expect(thrice.ends[end].inDefault).toEqual(inDefault);
        expectNear(
          thrice.ends[end].payments,
          payments.map((p) => 3 * p),
        );
      });
    }));

  it('does not depend on the order of the nodes', () =>
    always(fc.tuple(network, fc.infiniteStream(fc.nat(1000))), async ([whole, keys]) => {
      const order = whole.assets
        .map((_, i) => ({ i, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key || a.i - b.i)
        .map(({ i }) => i);
      const pick = <T>(list: readonly T[]) => order.map((i) => list[i]);
      const shuffled = {
        ...whole,
        debts: [pick(whole.debts[0]).map(pick)],
        assets: pick(whole.assets),
        outsideDebt: pick(whole.outsideDebt),
        seniorDebt: pick(whole.seniorDebt),
      };
      const [straight, mixed] = [await clearWhole(whole), await clearWhole(shuffled)];
      straight.ends.forEach(({ payments, inDefault }, end) => {
        expectNear(pick([...payments]), mixed.ends[end].payments);
        expect(pick([...inDefault])).toEqual([...mixed.ends[end].inDefault]);
      });
      expect(pick([...straight.fellIn])).toEqual([...mixed.fellIn]);
    }));

  it('repeats itself if debts are replaced by what was paid on them', () =>
    always(network, async (whole) => {
      const { nodes, edges, terms } = inTenths(whole);
      const { greatest } = await clearing({ nodes, edges, terms });
      const due = owed(whole);
      const share = greatest.payments.map((p, i) => (due[i] > 0 ? p / due[i] : 1));
      const again = await clearing({
        nodes,
        edges: { ...edges, amount: Array.from(edges.amount, (x, k) => x * share[edges.from[k]]) },
        terms: { ...terms, outsideDebt: Array.from(terms.outsideDebt, (x, i) => x * share[i]) },
      });
      expectNear(again.greatest.payments, greatest.payments);
    }));

  it('does not notice a node that nobody deals with', () =>
    always(network, async (whole) => {
      const { nodes, edges, terms } = inTenths(whole);
      const { assets, outsideDebt, seniorDebt } = terms;
      const joined = { assets: [...assets, 5], outsideDebt: [...outsideDebt, 0], seniorDebt: [...seniorDebt, 0] };
      const [alone, accompanied] = [
        await clearing({ nodes, edges, terms }),
        await clearing({ nodes: nodes + 1, edges, terms: { ...terms, ...joined } }),
      ];
      alone.ends.forEach(({ payments }, end) => {
        expect(accompanied.ends[end].payments.slice(0, nodes)).toEqual(payments);
      });
    }));

  it('treats outside debt as a debt to someone who owes nothing', () =>
    always(network, async (whole) => {
      const { nodes, edges, terms } = inTenths(whole);
      const all = [...Array(nodes).keys()];
      const sink = {
        from: [...Array.from(edges.from), ...all],
        to: [...Array.from(edges.to), ...all.map(() => nodes)],
        amount: [...Array.from(edges.amount), ...terms.outsideDebt],
      };
      const inside = { ...terms, assets: [...terms.assets, 0], seniorDebt: [...terms.seniorDebt, 0] };
      const [outside, within] = [
        await clearing({ nodes, edges, terms }),
        await clearing({ nodes: nodes + 1, edges: sink, terms: { ...inside, outsideDebt: undefined } }),
      ];
      outside.ends.forEach(({ payments }, end) => {
        expectNear(payments, within.ends[end].payments.slice(0, nodes));
      });
      expect([...within.fellIn.slice(0, nodes)]).toEqual([...outside.fellIn]);
    }));

  it('has nobody default who would stand though defaulters paid nothing (Furfine)', () =>
    always(network, async (whole) => {
      const given = inTenths(whole);
      const { fellIn } = await clearing(given);
      const { assets, outsideDebt, seniorDebt } = given.terms;
      const debts = outsideDebt.map((debt, i) => debt + seniorDebt[i]);
      const waves = cascade(await graphOf(given), { outsideAssets: assets, outsideDebts: debts, recovery: 0 });
      const fallen = new Set(waves.flat());
      fellIn.forEach((round, i) => {
        if (round > 0) expect(fallen).toContain(i);
      });
    }));
});
