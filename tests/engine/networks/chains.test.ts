import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absorption, createGraph, leontiefOutput } from '../../../src/engine/networks';
import { arbMatrix, each, edgesOf, type Matrix } from '../../arbitraries/networks';
import { readNetworks } from '../core';
import { Fraction } from './fraction';
import { fixedPointExactly } from './oracles';

const builds = { release: await readNetworks(), debug: await readNetworks('debug') };
const graphOf = (matrix: Matrix, core = builds.release) => createGraph(core, { nodes: matrix.length }, edgesOf(matrix));

describe("Leontief's output", () => {
  const output = async (A: Matrix, demand: readonly number[], core = builds.release) => {
    const x = leontiefOutput(await graphOf(A, core), demand);
    return x && [...x];
  };

  it('covers what production itself takes', async () => {
    // By hand: x = 0.2 x + 0.3 y + 50, y = 0.4 x + 0.1 y + 30, so x = (0.9 * 50 + 0.3 * 30) / 0.6 and y = (0.4 * 50 + 0.8 * 30) / 0.6.
    const [x, y] =
      (await output(
        [
          [0.2, 0.3],
          [0.4, 0.1],
        ],
        [50, 30],
      )) ?? [];
    expect(x).toBeCloseTo(90, 11);
    expect(y).toBeCloseTo(44 / 0.6, 11);
  });

  it('is not there if production takes all it makes, unless nobody wants that', async () => {
    expect(
      await output(
        [
          [0, 2],
          [0.5, 0],
        ],
        [1, 0],
      ),
    ).toBeUndefined();
    expect(await output([[1]], [1])).toBeUndefined();
    expect(await output([[3]], [1])).toBeUndefined();
    expect(
      await output(
        [
          [0, 2],
          [3, 0],
        ],
        [1, 0],
      ),
    ).toBeUndefined();
    // 0.9 * 0.5 - 1.5 * 0.3 is zero in decimals, though not quite in binary.
    expect(
      await output(
        [
          [0.1, 1.5],
          [0.3, 0.5],
        ],
        [1, 1],
      ),
    ).toBeUndefined();
    // Nobody wants 0 or 1, nor does 2 take any; 0 would take 2.
    expect(
      await output(
        [
          [0, 2, 0],
          [0.5, 0, 0],
          [1, 0, 0.5],
        ],
        [0, 0, 4],
      ),
    ).toEqual([0, 0, 8]);
  });

  it('agrees with exact arithmetic, in either build', async () => {
    const coefficient = fc.constantFrom(0, 0, 0.1, 0.25, 0.3, 0.5, 1.5);
    const cases = fc
      .integer({ min: 1, max: 6 })
      .chain((n) => fc.record({ A: each(n, each(n, coefficient)), demand: each(n, fc.integer({ min: 1, max: 9 })) }));
    await fc.assert(
      fc.asyncProperty(cases, async ({ A, demand }) => {
        const exact = fixedPointExactly(
          A.map((row) => row.map((x) => Fraction.from(x))),
          demand.map((x) => Fraction.from(x)),
        )?.map((x) => x.toNumber());
        // Where everything is demanded, there is an output if and only if the one solution there is is not negative.
        // Beyond 1e12 the decimals mean a singular matrix, which only their rounding keeps from being one.
        const expected = exact?.every((x) => x >= 0 && x < 1e12) ? exact : undefined;
        const x = await output(A, demand);
        expect(await output(A, demand, builds.debug)).toEqual(x);
        expect(x === undefined).toBe(expected === undefined);
        expected?.forEach((each, i) => {
          expect(Math.abs((x?.[i] ?? 0) / each - 1)).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('an absorbing chain', () => {
  const ends = async (P: Matrix, absorbing: readonly number[], core = builds.release) => {
    const answer = absorption(await graphOf(P, core), absorbing);
    if (!answer) throw new Error('the chain is too slow');
    const { probabilities, steps } = answer;
    return { probabilities: probabilities.map((list) => [...list]), steps: [...steps] };
  };
  /** A fair game from stake to stake, until it is 0 or n. */
  const ruin = (n: number) =>
    Array.from({ length: n + 1 }, (_, i) =>
      Array.from({ length: n + 1 }, (_, j) => (i > 0 && i < n && Math.abs(i - j) === 1 ? 0.5 : 0)),
    );

  it("is the gambler's ruin (Feller 1968, chapter XIV): a stake of k of n wins with k / n, after k (n - k) rounds", async () => {
    for (const n of [2, 10, 50, 200]) {
      const { probabilities, steps } = await ends(ruin(n), [0, n]);
      steps.forEach((count, k) => {
        expect(Math.abs(count - k * (n - k))).toBeLessThan(1e-9 * n * n);
        expect(probabilities[1][k]).toBeCloseTo(k / n, 9);
        expect(probabilities[0][k]).toBeCloseTo(1 - k / n, 9);
      });
    }
  });

  it("is the drunkard's walk (Grinstead and Snell, Introduction to Probability, 2nd edition, example 11.13 and on)", async () => {
    const { probabilities, steps } = await ends(ruin(4), [0, 4]);
    [3, 4, 3].forEach((expected, k) => {
      expect(steps[k + 1]).toBeCloseTo(expected, 12);
      expect(probabilities[0][k + 1]).toBeCloseTo([0.75, 0.5, 0.25][k], 12);
    });
  });

  it('may wait, and may never end', async () => {
    // 0 waits with 0.75; 1 ends or is caught between 2 and 3; those two never end.
    const { probabilities, steps } = await ends(
      [
        [0.75, 0, 0, 0, 0.25],
        [0.25, 0, 0.25, 0, 0.5],
        [0, 0, 0, 1, 0],
        [0, 0, 1, 0, 0],
        [0, 0, 0, 0, 1],
      ],
      [4],
    );
    expect(steps).toEqual([4, Infinity, Infinity, Infinity, 0]);
    expect(probabilities).toEqual([[1, 0.75, 0, 0, 1]]);
  });

  it('without any absorbing state never ends', async () => {
    expect(
      await ends(
        [
          [0, 1],
          [1, 0],
        ],
        [],
      ),
    ).toEqual({ probabilities: [], steps: [Infinity, Infinity] });
  });

  it('agrees with exact arithmetic, in either build', async () => {
    /** Rows of whole sixteenths; the last two states absorb, and every other may go there. */
    const cases = fc.integer({ min: 3, max: 7 }).chain((n) =>
      arbMatrix(n, fc.integer({ min: 0, max: 3 })).map((rows) =>
        rows.map((row, i) => {
          const rest = row.map((x, j) => (j < n - 1 ? x : 0)).slice(0, n - 1);
          const spent = rest.reduce((a, b) => a + b, 0);
          return i >= n - 2 ? row.map(() => 0) : [...rest, 32 - spent].map((x) => x / 32);
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(cases, async (P) => {
        const n = P.length;
        const { probabilities, steps } = await ends(P, [n - 2, n - 1]);
        expect(await ends(P, [n - 2, n - 1], builds.debug)).toEqual({ probabilities, steps });
        const Q = P.slice(0, n - 2).map((row) => row.slice(0, n - 2).map((x) => Fraction.from(x)));
        const expectedSteps =
          fixedPointExactly(
            Q,
            Q.map(() => Fraction.one),
          ) ?? [];
        const expectedEnd =
          fixedPointExactly(
            Q,
            P.slice(0, n - 2).map((row) => Fraction.from(row[n - 2])),
          ) ?? [];
        expect(expectedSteps).toHaveLength(n - 2);
        expectedSteps.forEach((count, i) => {
          expect(Math.abs(steps[i] / count.toNumber() - 1)).toBeLessThan(1e-11);
          expect(probabilities[0][i]).toBeCloseTo(expectedEnd[i].toNumber(), 11);
          expect(probabilities[0][i] + probabilities[1][i]).toBeCloseTo(1, 11);
        });
        expect(probabilities[0].slice(n - 2)).toEqual([1, 0]);
        expect(steps.slice(n - 2)).toEqual([0, 0]);
      }),
    );
  });
});
