import fc from 'fast-check';
import { expect } from 'vitest';
import { type DebtRankOptions, debtRank, exposeNetwork } from '../../../src/engine/networks';
import { arbMatrix, each, edgesOf, type Matrix } from '../../arbitraries/networks';
import { readNetworks } from '../core';

export const builds = { release: await readNetworks(), debug: await readNetworks('debug') };

/** What DebtRank is asked of. */
export interface Exposure {
  /** claims[i][j] is i's claim on j. */
  readonly claims: Matrix;
  readonly buffer: readonly number[];
  readonly shock: readonly number[];
  readonly cap: boolean;
}

export const expose = ({ claims, buffer, cap }: Exposure, core = builds.release) => {
  const { from, to, amount } = edgesOf(claims);
  return exposeNetwork(core, { creditor: from, debtor: to, amount }, buffer, cap);
};

/** An answer in plain lists. */
export const plain = ({ stress, debtRank: value, losses, residual }: ReturnType<typeof debtRank>) => ({
  stress: [...stress],
  value,
  losses: [...losses],
  residual,
});

export async function rank(one: Exposure, options: DebtRankOptions = {}, core = builds.release) {
  return plain(debtRank(await expose(one, core), one.shock, options));
}

/** Networks of one to five nodes, few enough to try every set of saturated ones. */
export const arbExposure: fc.Arbitrary<Exposure> = fc.integer({ min: 1, max: 5 }).chain((n) =>
  fc.record({
    claims: arbMatrix(n),
    buffer: each(n, fc.constantFrom(0.5, 2, 5, 10, 20, 50)),
    shock: each(n, fc.constantFrom(0, 0, 0, 0.1, 0.25, 0.5, 1)),
    cap: fc.boolean(),
  }),
);

/** Expects two lists to agree to 1e-9. */
export function near(actual: readonly number[], expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((x, i) => {
    expect(Math.abs(x - expected[i]), `${actual} against ${expected} at ${i}`).toBeLessThan(1e-9);
  });
}
