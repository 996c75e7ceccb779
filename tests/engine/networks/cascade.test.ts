import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascade, createGraph } from '../../../src/engine/networks';
import { arbAmount, arbMatrix, arbOrder, each, edgesOf, type Matrix, permuted } from '../../arbitraries/networks';
import { readNetworks } from '../core';
import { cascadeExactly } from './oracles';

const builds = { release: await readNetworks(), debug: await readNetworks('debug') };

interface Case {
  readonly L: Matrix;
  readonly assets: readonly number[];
  readonly debts: readonly number[];
  readonly recovery: number;
}

async function wavesOf({ L, assets, debts, recovery }: Case, failed: readonly number[] = [], core = builds.release) {
  const graph = await createGraph(core, { nodes: L.length }, edgesOf(L));
  return cascade(graph, { outsideAssets: assets, outsideDebts: debts, recovery, failed });
}

/** Networks of one to eight nodes in which things are tight: many have just what they need. */
const arbCase: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 8 }).chain((n) =>
  fc
    .record({
      L: arbMatrix(n),
      debts: each(n, arbAmount),
      recovery: fc.constantFrom(0, 0.25, 0.5, 0.9, 1),
      slack: each(n, fc.constantFrom(-2, -0.5, 0, 0, 0, 0.5, 1, 3, 10)),
    })
    .map(({ L, debts, recovery, slack }) => {
      const assets = L.map((row, i) => {
        const owed = row.reduce((sum, x) => sum + x, debts[i]);
        return Math.max(0, owed - L.reduce((sum, from) => sum + from[i], 0) + slack[i]);
      });
      return { L, debts, assets, recovery };
    }),
);
const fallen = (waves: readonly (readonly number[])[]) => new Set(waves.flat());

describe('a cascade by hand', () => {
  // 0 owes 1 ten and has four. 1 owes 2 eight; 2 owes 3 five and has three; 3 has what it needs.
  const chain = (recovery: number): Case => ({
    L: [
      [0, 10, 0, 0],
      [0, 0, 8, 0],
      [0, 0, 0, 5],
      [0, 0, 0, 0],
    ],
    assets: [4, 0, 3, 5],
    debts: [0, 0, 0, 4],
    recovery,
  });

  it('goes on as far as the losses reach', async () => {
    expect(await wavesOf(chain(0))).toEqual([[0], [1], [2]]);
    // With a quarter back, 2 has 3 + 2 and just pays its 5.
    expect(await wavesOf(chain(0.25))).toEqual([[0], [1]]);
    // With eight tenths, 1 just pays its 8.
    expect(await wavesOf(chain(0.8))).toEqual([[0]]);
  });

  it('can be set off by a node that is declared failed', async () => {
    const sound = { ...chain(0), assets: [10, 0, 3, 5] };
    expect(await wavesOf(sound)).toEqual([]);
    expect(await wavesOf(sound, [1])).toEqual([[1], [2]]);
    expect(await wavesOf(sound, [2, 0])).toEqual([[0, 2], [1]]);
  });

  it('spares who owes nothing, whatever it loses', async () => {
    expect(
      await wavesOf({
        L: [
          [0, 7],
          [0, 0],
        ],
        assets: [0, 0],
        debts: [0, 0],
        recovery: 0,
      }),
    ).toEqual([[0]]);
  });

  it('takes equality for solvency, also of decimal sums', async () => {
    // 0.1 + 0.2 is not 0.3 in binary, and a hundred tenths are not ten.
    const tenths = Array.from({ length: 101 }, (_, i) =>
      Array.from({ length: 101 }, (_, j) => (i > 0 && j === 0 ? 0.1 : 0)),
    );
    const assets = Array.from({ length: 101 }, (_, i) => (i > 0 ? 0.1 : 0));
    expect(await wavesOf({ L: tenths, assets, debts: [10, ...Array(100).fill(0)], recovery: 0 })).toEqual([]);
    expect(await wavesOf({ L: [[0]], assets: [0.3], debts: [0.1 + 0.2], recovery: 0 })).toEqual([]);
  });

  it('is not led astray by losses a billion times what remains', async () => {
    // 2 is owed a billion and a third by 0 and 0.1 by 1, and owes 0.1; once 0 has failed just the 0.1 is left.
    const L = [
      [0, 0, 1e9 / 3],
      [0, 0, 0.1],
      [0, 0, 0],
    ];
    expect(await wavesOf({ L, assets: [0, 0.1, 0], debts: [0, 0, 0.1], recovery: 0 })).toEqual([[0]]);
    expect(await wavesOf({ L, assets: [0, 0.1, 0], debts: [0, 0, 0.1001], recovery: 0 })).toEqual([[0], [2]]);
  });
});

describe('any cascade', () => {
  it('has the waves that whole rounds in exact arithmetic give, in either build', async () => {
    await fc.assert(
      fc.asyncProperty(arbCase, fc.nat(7), async (one, seed) => {
        const failed = seed < one.L.length ? [seed] : [];
        const exact = cascadeExactly(one.L, one.assets, one.debts, one.recovery, failed);
        expect(await wavesOf(one, failed)).toEqual(exact);
        expect(await wavesOf(one, failed, builds.debug)).toEqual(exact);
      }),
      { numRuns: 300 },
    );
  });

  it('does less harm the more is recovered', async () => {
    await fc.assert(
      fc.asyncProperty(arbCase, async (one) => {
        const worse = fallen(await wavesOf({ ...one, recovery: one.recovery / 2 }));
        for (const node of fallen(await wavesOf(one))) expect(worse).toContain(node);
      }),
    );
  });

  it('does less harm the more there is', async () => {
    await fc.assert(
      fc.asyncProperty(arbCase, fc.nat(7), async (one, who) => {
        const before = fallen(await wavesOf(one));
        const richer = { ...one, assets: one.assets.map((x, i) => (i === who ? x + 1 : x)) };
        for (const node of fallen(await wavesOf(richer))) expect(before).toContain(node);
      }),
    );
  });

  it('does not depend on the order of nodes, nor on the unit of money, nor on who has nothing to do with it', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbCase.chain((one) => fc.tuple(fc.constant(one), arbOrder(one.L.length))),
        async ([one, order]) => {
          const waves = await wavesOf(one);
          const moved = {
            ...one,
            L: permuted(
              one.L.map((row) => permuted(row, order)),
              order,
            ),
            assets: permuted(one.assets, order),
            debts: permuted(one.debts, order),
          };
          const named = waves.map((wave) => wave.map((i) => order[i]).sort((a, b) => a - b));
          expect(await wavesOf(moved)).toEqual(named);
          const times = (list: readonly number[]) => list.map((x) => 1024 * x);
          expect(
            await wavesOf({ ...one, L: one.L.map(times), assets: times(one.assets), debts: times(one.debts) }),
          ).toEqual(waves);
          const apart = {
            ...one,
            L: [...one.L.map((row) => [...row, 0]), [...one.assets.map(() => 0), 0]],
            assets: [...one.assets, 3],
            debts: [...one.debts, 2],
          };
          expect(await wavesOf(apart)).toEqual(waves);
        },
      ),
    );
  });

  it('refuses what makes no sense', async () => {
    const graph = await createGraph(builds.release, { nodes: 1 }, edgesOf([[0]]));
    expect(() => cascade(graph, { outsideAssets: [1, 2] })).toThrow('"outsideAssets" has 2 entries where 1 are needed');
    expect(() => cascade(graph, { outsideAssets: [1], recovery: 1.5 })).toThrow('The recovery must be from 0 to 1');
    expect(() => cascade(graph, { outsideAssets: [1], failed: [1] })).toThrow('There is no node 1');
  });
});
