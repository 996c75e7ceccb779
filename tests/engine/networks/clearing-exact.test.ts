import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clear, createGraph } from '../../../src/engine/networks';
import { builds, clearCase, list } from './clearing-of';
import { randomFrom } from './random';
import { type Case, easyCase, hardCase } from './regimes';
import { arbWhole, inTenths } from './whole';

describe('books that balance in decimals', () => {
  /** Random debts; who is owed less than it owes has just the difference, who is owed more owes the difference outside. */
  function balanced(nodes: number, seed: number, decimals: number): Case {
    const random = randomFrom(seed);
    const edges = { from: [] as number[], to: [] as number[], amount: [] as number[] };
    const units = new Array<number>(nodes).fill(0);
    for (let k = 0; k < 5 * nodes; k++) {
      const [i, step, amount] = [
        Math.floor(random() * nodes),
        Math.floor(random() * (nodes - 1)),
        Math.floor(random() * 1000),
      ];
      const j = (i + 1 + step) % nodes;
      edges.from.push(i);
      edges.to.push(j);
      edges.amount.push(amount / decimals);
      units[i] += amount;
      units[j] -= amount;
    }
    const assets = units.map((short) => Math.max(0, short) / decimals);
    const outsideDebt = units.map((short) => Math.max(0, -short) / decimals);
    return { nodes, edges, terms: { assets, outsideDebt, alpha: 0.5, beta: 0.5 } };
  }

  it('default nowhere, at any size', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 300 }),
        fc.integer(),
        fc.constantFrom(3, 10, 100),
        async (n, seed, decimals) => {
          const { greatest, rounds } = await clearCase(balanced(n, seed, decimals));
          expect(rounds).toBe(0);
          expect(greatest.bound).toBe(0);
          expect(greatest.residual).toBe(0);
        },
      ),
    ));

  it('default nowhere among 50,000', async () => {
    expect((await clearCase(balanced(50_000, 5, 10))).rounds).toBe(0);
  });
});

/**
 * Several copies of a network, in which copy c of a debtor owes what copy c + 1 of the creditor is owed: large components where there were
 * small ones.
 */
function copied({ nodes, classes, edges, terms }: ReturnType<typeof inTenths>, copies: number) {
  const { from, to, amount, rank } = edges;
  const repeated = (value: (k: number, copy: number) => number) =>
    list(copies * from.length, (at) => value(at % from.length, Math.floor(at / from.length)));
  const each = (values: ArrayLike<number>) => list(copies * nodes, (k) => values[Math.floor(k / copies)]);
  return {
    nodes: copies * nodes,
    classes,
    edges: {
      from: repeated((k, copy) => from[k] * copies + copy),
      to: repeated((k, copy) => to[k] * copies + ((copy + 1) % copies)),
      amount: repeated((k) => amount[k]),
      rank: repeated((k) => rank[k]),
    },
    terms: {
      ...terms,
      assets: each(terms.assets),
      outsideDebt: each(terms.outsideDebt),
      seniorDebt: each(terms.seniorDebt),
    },
  };
}

describe('one way of computing', () => {
  it('is right beyond the size of elimination as well: copies of a network clear as the network does', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(1, 2, 3).chain((classes) => arbWhole({ most: 6, classes })),
        async (whole) => {
          const one = inTenths(whole);
          const [single, many] = await Promise.all(
            [one, copied(one, 40)].map(async ({ nodes, classes, edges, terms }) =>
              clear(await createGraph(builds.release, { nodes, classes }, edges), { ...terms, least: classes === 1 }),
            ),
          );
          expect(many.rounds).toBe(single.rounds);
          for (const [alone, all] of [
            [single.greatest, many.greatest],
            [single.least, many.least],
          ]) {
            all?.payments.forEach((payment, k) => {
              expect(payment).toBeCloseTo(alone?.payments[Math.floor(k / 40)] ?? Number.NaN, 9);
            });
          }
        },
      ),
      { numRuns: 150 },
    ));

  it('gives the same bits in the debug build, which checks every index', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 150 }), fc.integer(), fc.boolean(), async (nodes, seed, easy) => {
        const network = easy ? easyCase(nodes, seed) : hardCase(nodes, seed, 0.01);
        const [release, debug] = await Promise.all(Object.values(builds).map((build) => clearCase(network, build)));
        expect({ ...release, graph: undefined }).toEqual({ ...debug, graph: undefined });
      }),
      { numRuns: 40 },
    ));

  it('gives the same bits in the debug build with classes, too', () =>
    fc.assert(
      fc.asyncProperty(arbWhole({ most: 8, classes: 3 }), async (whole) => {
        const { nodes, classes, edges, terms } = inTenths(whole);
        const [release, debug] = await Promise.all(
          Object.values(builds).map(async (build) => clear(await createGraph(build, { nodes, classes }, edges), terms)),
        );
        expect(release).toEqual(debug);
      }),
      { numRuns: 40 },
    ));

  it('clears again and again without allocating, and forgets the last time', async () => {
    const { nodes, edges, terms } = easyCase(100, 1);
    const graph = await createGraph(builds.release, { nodes }, edges);
    const first = clear(graph, { ...terms, least: true });
    const { buffer } = graph.core.memory;
    for (let k = 0; k < 300; k++) clear(graph, { assets: list(nodes, (i) => (i * k) % 50), least: true, alpha: 0.5 });
    expect(clear(graph, { ...terms, least: true })).toEqual(first);
    expect(graph.core.memory.buffer).toBe(buffer);
  });
});
