import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGraph, traceSources } from '../../../src/engine/networks';
import { arbAmount, arbMatrix, each, edgesOf, type Matrix } from '../../arbitraries/networks';
import { readNetworks } from '../core';
import { Fraction } from './fraction';
import { fixedPointExactly } from './oracles';

const builds = { release: await readNetworks(), debug: await readNetworks('debug') };

interface Case {
  /** flows[i][j] is what i pays j. */
  readonly flows: Matrix;
  /** entering[k][i] enters at i with label k. */
  readonly entering: Matrix;
}

async function trace({ flows, entering }: Case, core = builds.release) {
  const graph = await createGraph(core, { nodes: flows.length }, edgesOf(flows));
  const traced = traceSources(graph, entering);
  if (!traced) throw new Error('not traced');
  const { throughflow, shares } = traced;
  return { throughflow: [...throughflow], shares: shares.map((list) => [...list]) };
}

/** Any flows; at each node something may enter with any of two labels, and from node 0 all nodes are fed. */
const arbCase: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.record({ flows: arbMatrix(n), entering: each(3, each(n, arbAmount)) }).map(({ flows, entering }) => ({
    flows: flows.map((row, i) => (i === 0 ? row.map((x, j) => (j === 0 ? 0 : x + 1)) : row)),
    entering: entering.map((row, k) => (k === 0 ? row.map((x, i) => (i === 0 ? x + 1 : x)) : row)),
  })),
);
const total = (parts: readonly number[]) => parts.reduce((sum, x) => sum + x, 0);

describe('tracing by hand', () => {
  it('finds what comes home', async () => {
    // A cloud (0) puts 10 into a lab (1), to which others give 30; the lab pays the cloud 20, of which 5 are the cloud's own.
    const { throughflow, shares } = await trace({
      flows: [
        [0, 10],
        [20, 0],
      ],
      entering: [
        [10, 0],
        [0, 30],
      ],
    });
    // Proportionally, c = (10 + 20 l) / 30 of the cloud's money and l = 10 c / 40 of the lab's: c = 0.4, l = 0.1.
    expect(throughflow).toEqual([30, 40]);
    expect(shares[0][0]).toBeCloseTo(0.4, 14);
    expect(shares[0][1]).toBeCloseTo(0.1, 14);
    expect(shares[1][1]).toBeCloseTo(0.9, 14);
  });

  it('has no shares where nothing passes, nor where money only goes round', async () => {
    const { throughflow, shares } = await trace({
      flows: [
        [0, 0, 0],
        [0, 0, 5],
        [0, 5, 0],
      ],
      entering: [[0, 0, 0]],
    });
    expect({ throughflow, shares }).toEqual({ throughflow: [0, 5, 5], shares: [[0, 0, 0]] });
  });
});

describe('any tracing', () => {
  it('agrees with exact arithmetic, in either build', async () => {
    await fc.assert(
      fc.asyncProperty(arbCase, async (one) => {
        const { throughflow, shares } = await trace(one);
        expect(await trace(one, builds.debug)).toEqual({ throughflow, shares });
        const exact = (x: number) => Fraction.from(x);
        const through = one.flows.map((_, i) =>
          [...one.flows.map((row) => row[i]), ...one.entering.map((row) => row[i])]
            .map(exact)
            .reduce((a, b) => a.plus(b)),
        );
        const over = (x: number, i: number) => (through[i].isZero ? Fraction.zero : exact(x).over(through[i]));
        const X = one.flows.map((_, i) => one.flows.map((row) => over(row[i], i)));
        one.entering.forEach((row, k) => {
          const expected = fixedPointExactly(X, row.map(over));
          expected?.forEach((share, i) => {
            expect(shares[k][i]).toBeCloseTo(share.toNumber(), 11);
          });
          expect(expected).toBeDefined();
        });
      }),
    );
  });

  it('gives shares that are not negative and add up to 1, and a balance for each label at each node', async () => {
    await fc.assert(
      fc.asyncProperty(arbCase, async (one) => {
        const { throughflow, shares } = await trace(one);
        throughflow.forEach((through, i) => {
          for (const list of shares) expect(list[i]).toBeGreaterThanOrEqual(0);
          expect(total(shares.map((list) => list[i]))).toBeCloseTo(through > 0 ? 1 : 0, 12);
          shares.forEach((list, k) => {
            const arrived = one.entering[k][i] + total(one.flows.map((row, j) => row[i] * list[j]));
            expect(list[i] * through).toBeCloseTo(arrived, 9);
          });
        });
      }),
    );
  });

  it('adds the shares of labels that are merged', async () => {
    await fc.assert(
      fc.asyncProperty(arbCase, async ({ flows, entering: [a, b, c] }) => {
        const apart = await trace({ flows, entering: [a, b, c] });
        const merged = await trace({ flows, entering: [a.map((x, i) => x + b[i]), c] });
        merged.shares[0].forEach((share, i) => {
          expect(share).toBeCloseTo(apart.shares[0][i] + apart.shares[1][i], 12);
        });
      }),
    );
  });

  it('does not depend on the unit of money', async () => {
    await fc.assert(
      fc.asyncProperty(arbCase, async (one) => {
        const times = (rows: Matrix) => rows.map((row) => row.map((x) => 1024 * x));
        const { shares } = await trace({ flows: times(one.flows), entering: times(one.entering) });
        expect(shares).toEqual((await trace(one)).shares);
      }),
    );
  });

  it('without loops, is what counting all paths gives', async () => {
    await fc.assert(
      fc.asyncProperty(arbCase, async ({ flows, entering }) => {
        const forward = flows.map((row, i) => row.map((x, j) => (i < j ? x : 0)));
        const { throughflow, shares } = await trace({ flows: forward, entering });
        // Of what enters at s, a path carries on at each step the share of the next node's throughflow that comes that way.
        const along = (from: number, to: number): number =>
          from === to
            ? 1
            : total(forward.map((row, j) => (row[to] > 0 ? (along(from, j) * row[to]) / throughflow[to] : 0)));
        entering.forEach((row, k) => {
          throughflow.forEach((through, i) => {
            if (through === 0) return;
            const share = total(row.map((x, s) => (x > 0 ? (x / throughflow[s]) * along(s, i) : 0)));
            expect(shares[k][i]).toBeCloseTo(share, 11);
          });
        });
      }),
    );
  });
});
