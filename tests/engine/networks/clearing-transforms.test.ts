import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascade, createGraph } from '../../../src/engine/networks';
import { builds, clearCase, clearWhole, expectNear, owed } from './clearing-of';
import { arbWhole, inTenths } from './whole';

/** What becomes of a clearing if the same network is put in another way. */
const network = arbWhole({ most: 8 });

const always = <T>(values: fc.Arbitrary<T>, check: (value: T) => Promise<void>) =>
  fc.assert(fc.asyncProperty(values, check), { numRuns: 150 });

describe('a clearing', () => {
  it('scales with the currency: exactly if it is doubled, and to rounding if it is tripled', () =>
    always(network, async (whole) => {
      const { nodes, edges, terms } = inTenths(whole);
      const times = (factor: number) => {
        const scale = (list: ArrayLike<number>) => Array.from(list, (x) => factor * x);
        const { assets, outsideDebt, seniorDebt } = terms;
        const money = { assets: scale(assets), outsideDebt: scale(outsideDebt), seniorDebt: scale(seniorDebt) };
        return clearCase({ nodes, edges: { ...edges, amount: scale(edges.amount) }, terms: { ...terms, ...money } });
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
      const { greatest } = await clearCase({ nodes, edges, terms });
      const due = owed(whole);
      const share = greatest.payments.map((p, i) => (due[i] > 0 ? p / due[i] : 1));
      const again = await clearCase({
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
        await clearCase({ nodes, edges, terms }),
        await clearCase({ nodes: nodes + 1, edges, terms: { ...terms, ...joined } }),
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
        await clearCase({ nodes, edges, terms }),
        await clearCase({ nodes: nodes + 1, edges: sink, terms: { ...inside, outsideDebt: undefined } }),
      ];
      outside.ends.forEach(({ payments }, end) => {
        expectNear(payments, within.ends[end].payments.slice(0, nodes));
      });
      expect([...within.fellIn.slice(0, nodes)]).toEqual([...outside.fellIn]);
    }));

  it('has nobody default who would stand though defaulters paid nothing (Furfine)', () =>
    always(network, async (whole) => {
      const given = inTenths(whole);
      const { fellIn } = await clearCase(given);
      const { assets, outsideDebt, seniorDebt } = given.terms;
      const debts = outsideDebt.map((debt, i) => debt + seniorDebt[i]);
      const waves = cascade(await createGraph(builds.release, { nodes: given.nodes }, given.edges), {
        outsideAssets: assets,
        outsideDebts: debts,
        recovery: 0,
      });
      const fallen = new Set(waves.flat());
      fellIn.forEach((round, i) => {
        if (round > 0) expect(fallen).toContain(i);
      });
    }));
});
