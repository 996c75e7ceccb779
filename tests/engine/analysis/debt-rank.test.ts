import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { debtRank } from '../../../src/engine';

/** The least solution the slow way: rounds from the shock on, until they change nothing. Undefined if 20,000 are not enough. */
function byRounds(claims: number[], buffer: number[], shock: number[]): number[] | undefined {
  const n = shock.length;
  let stress = shock;
  for (let round = 0; round < 20_000; round++) {
    const now = stress;
    const next = shock.map((h, j) => {
      let sum = h;
      for (let i = 0; i < n; i++) {
        if (i === j || claims[j * n + i] === 0 || now[i] === 0) continue;
        sum += buffer[j] > 0 ? (claims[j * n + i] / buffer[j]) * now[i] : Number.POSITIVE_INFINITY;
      }
      return Math.min(1, sum);
    });
    if (next.every((h, j) => h === now[j])) return next;
    stress = next;
  }
  return undefined;
}

const worlds = fc.integer({ min: 1, max: 12 }).chain((n) => {
  const amounts = (count: number, most: number) =>
    fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: most })), { minLength: count, maxLength: count });
  return fc.record({
    claims: amounts(n * n, 20),
    buffer: amounts(n, 60),
    shock: fc.array(fc.constantFrom(0, 0, 0, 0.1, 0.5, 1), { minLength: n, maxLength: n }),
  });
});

describe('DebtRank', () => {
  it('passes on what is lost of a claim as a share of the buffer', () => {
    // 1 holds 3 of 0, with a buffer of 10; 2 holds 5 of 1, with a buffer of 5.
    const claims = [0, 0, 0, 3, 0, 0, 0, 5, 0];
    expect(Array.from(debtRank(claims, [1, 10, 5], [1, 0, 0]))).toEqual([1, 0.3, 0.3]);
    expect(Array.from(debtRank(claims, [1, 10, 5], [0.5, 0, 0]))).toEqual([0.5, 0.15, 0.15]);
  });

  it('goes round a circle to the end: the sum of a geometric series', () => {
    const stress = debtRank([0, 5, 5, 0], [10, 10], [0.2, 0]);
    expect(stress[0]).toBeCloseTo(0.2 / (1 - 1 / 4), 15);
    expect(stress[1]).toBeCloseTo(0.1 / (1 - 1 / 4), 15);
  });

  it('ends at 1 where a circle feeds itself, and only what is touched counts', () => {
    expect(Array.from(debtRank([0, 11, 0, 10, 0, 0, 0, 0, 0], [10, 10, 10], [1e-6, 0, 0]))).toEqual([1, 1, 0]);
    expect(Array.from(debtRank([0, 10, 10, 0], [10, 10], [0, 0]))).toEqual([0, 0]);
  });

  it('counts no stress beyond 1: a creditor loses no more than its claim', () => {
    // 0 and 1 hold twice their buffers of each other, 2 holds 0.3 of its own of 0.
    const claims = [0, 2, 0, 2, 0, 0, 0.3, 0, 0];
    expect(Array.from(debtRank(claims, [1, 1, 1], [0.01, 0, 0]))).toEqual([1, 1, 0.3]);
  });

  it('brings a firm without a buffer to 1 with the least stress of a debtor', () => {
    expect(Array.from(debtRank([0, 0, 1e-6, 0], [1, 0], [0.01, 0]))).toEqual([0.01, 1]);
    expect(Array.from(debtRank([0, 0, 0, 0], [1, 0], [0.01, 0]))).toEqual([0.01, 0]);
  });

  it('is the least solution: where rounds of contagion end', () => {
    let compared = 0;
    fc.assert(
      fc.property(worlds, ({ claims, buffer, shock }) => {
        const slow = byRounds(claims, buffer, shock);
        if (!slow) return;
        compared += 1;
        const fast = debtRank(claims, buffer, shock);
        for (const [j, h] of slow.entries()) expect(Math.abs(fast[j] - h)).toBeLessThan(1e-10);
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(250);
  });
});
