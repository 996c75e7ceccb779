import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClearingProblem, greatestClearingVector, payments } from './clearing';

describe('clearing by hand', () => {
  it('lets a ring of debts clear that nobody has money for, also with friction', () => {
    // Each owes the other 1 and owns nothing. (0, 0) would clear too; the greatest is (1, 1).
    const ring = {
      external: [0, 0],
      owed: [1, 1],
      claims: [
        [0, 1],
        [1, 0],
      ],
    };
    expect(greatestClearingVector({ ...ring, friction: 0 }).paid).toEqual([1, 1]);
    expect(greatestClearingVector({ ...ring, friction: 0.5 }).paid).toEqual([1, 1]);
  });

  it('passes a default on', () => {
    // A has 4 and owes B 10; default destroys half: A pays 2. B has 5 + 2 and owes 8 outside: it fails too and pays 3.5.
    // C has 1 and owes nothing.
    const chain = {
      external: [4, 5, 1],
      owed: [10, 8, 0],
      claims: [
        [0, 10, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
    };
    const costly = greatestClearingVector({ ...chain, friction: 0.5 });
    expect(costly.paid).toEqual([2, 3.5, 0]);
    expect(costly.received).toEqual([0, 2, 0]);
    expect(costly.defaulted).toEqual([true, true, false]);
    // Without friction A pays its 4, and B has 9.
    expect(greatestClearingVector({ ...chain, friction: 0 }).paid).toEqual([4, 8, 0]);
  });

  it('pays senior bills first', () => {
    // A's senior bills exceed its money by 3; B pays it 5 and A passes on what is left, 2, of the 4 it owes outside.
    const problem = {
      external: [-3, 5],
      owed: [4, 5],
      claims: [
        [0, 0],
        [5, 0],
      ],
    };
    expect(greatestClearingVector({ ...problem, friction: 0 }).paid).toEqual([2, 5]);
    // Half of the 5 is destroyed and the senior bills take the rest: -3 + 2.5 < 0.
    expect(greatestClearingVector({ ...problem, friction: 0.5 }).paid).toEqual([0, 5]);
  });

  it('solves a ring with a leak', () => {
    // A owes B 8 and the world 2, B owes A 9 and the world 1; A has 0, B has 1.5. In full: A has 9 < 10, B has 9.5 < 10.
    // Both default: a = 0.9 b and b = 1.5 + 0.8 a, so b = 1.5 / 0.28 = 5.357..., a = 4.821...
    const { paid } = greatestClearingVector({
      external: [0, 1.5],
      owed: [10, 10],
      claims: [
        [0, 8],
        [9, 0],
      ],
      friction: 0,
    });
    expect(paid[0]).toBeCloseTo((0.9 * 1.5) / 0.28, 12);
    expect(paid[1]).toBeCloseTo(1.5 / 0.28, 12);
  });
});

/** Problems of 1 to 6 firms, everybody owing something outside too. */
const problems: fc.Arbitrary<ClearingProblem> = fc.integer({ min: 1, max: 6 }).chain((n) => {
  const amount = fc.integer({ min: 0, max: 1000 }).map((x) => x / 100);
  const each = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: n, maxLength: n });
  return fc
    .record({
      external: each(fc.integer({ min: -500, max: 1500 }).map((x) => x / 100)),
      outside: each(amount),
      claims: each(each(amount)),
      friction: fc.integer({ min: 0, max: 50 }).map((x) => x / 100),
    })
    .map(({ external, outside, claims, friction }) => {
      const others = claims.map((row, i) => row.map((x, j) => (i === j ? 0 : x)));
      const owed = others.map((row, i) => row.reduce((a, b) => a + b, outside[i] ?? 0));
      return { external, owed, claims: others, friction };
    });
});

describe('any clearing', () => {
  it('is a fixed point within bounds, and nobody pays more than he has', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { paid, received, defaulted } = greatestClearingVector(problem);
        expect(payments(problem, paid).paid).toEqual(paid);
        paid.forEach((p, i) => {
          const means = Math.max(0, (problem.external[i] ?? 0) + (received[i] ?? 0));
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(problem.owed[i] ?? 0);
          expect(p).toBeLessThanOrEqual(means + 1e-9);
          if (!defaulted[i]) expect(p).toBe(problem.owed[i]);
        });
      }),
    );
  });

  it('is the greatest: what settles from nothing is never more', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { paid } = greatestClearingVector(problem);
        let least = problem.owed.map(() => 0);
        for (let sweep = 0; sweep < 2000; sweep += 1) least = payments(problem, least).paid;
        least.forEach((p, i) => {
          expect(p).toBeLessThanOrEqual((paid[i] ?? 0) + 1e-9);
        });
      }),
    );
  });

  it('never pays more with more friction', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const free = greatestClearingVector({ ...problem, friction: problem.friction / 2 }).paid;
        greatestClearingVector(problem).paid.forEach((p, i) => {
          expect(p).toBeLessThanOrEqual((free[i] ?? 0) + 1e-9);
        });
      }),
    );
  });
});
