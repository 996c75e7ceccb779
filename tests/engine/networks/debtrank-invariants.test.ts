import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascade, createGraph, debtRank } from '../../../src/engine/networks';
import { arbOrder, edgesOf, permuted } from '../../arbitraries/networks';
import { arbExposure, builds, expose, near, plain, rank } from './debtrank-cases';
import { impactExactly, linearDebtRankExactly, singleDebtRankExactly } from './oracles';

/** Expects no entry of a list to be above that of the other. */
function below(lower: readonly number[], upper: readonly number[], slack = 1e-9) {
  lower.forEach((x, i) => {
    expect(x, `${lower} against ${upper} at ${i}`).toBeLessThanOrEqual(upper[i] + slack);
  });
}

describe('any DebtRank', () => {
  it('agrees with exact arithmetic, in every variant and either build', async () => {
    await fc.assert(
      fc.asyncProperty(arbExposure, async (one) => {
        const impact = impactExactly(one.claims, one.buffer, one.cap);
        const exact = linearDebtRankExactly(impact, one.shock).map((x) => x.toNumber());
        const linear = await rank(one);
        near(linear.stress, exact);
        expect(linear.residual).toBeLessThan(1e-12);
        expect(await rank(one, {}, builds.debug)).toEqual(linear);
        for (const frozen of [false, true]) {
          const single = await rank(one, { mode: 'single', frozen });
          near(
            single.stress,
            singleDebtRankExactly(impact, one.shock, frozen).map((x) => x.toNumber()),
          );
          expect(await rank(one, { mode: 'single', frozen }, builds.debug)).toEqual(single);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lies between the shock and 1, and adds at most what was not lost at first', async () => {
    await fc.assert(
      fc.asyncProperty(arbExposure, fc.constantFrom('linear' as const, 'single' as const), async (one, mode) => {
        const { stress, value } = await rank(one, { mode });
        below([...one.shock], stress, 0);
        below(
          stress,
          stress.map(() => 1),
          0,
        );
        const weight = one.buffer.reduce((a, b) => a + b);
        const first = one.shock.reduce((sum, h, i) => sum + h * one.buffer[i], 0) / weight;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 - first + 1e-12);
      }),
    );
  });

  it('with linear stress, grows with the shock and with the claims', async () => {
    await fc.assert(
      fc.asyncProperty(arbExposure, fc.nat(4), fc.nat(4), async (one, who, whom) => {
        const { stress } = await rank(one);
        const shocked = { ...one, shock: one.shock.map((h, i) => (i === who ? Math.min(1, h + 0.2) : h)) };
        below(stress, (await rank(shocked)).stress);
        const exposed = {
          ...one,
          claims: one.claims.map((row, i) => row.map((x, j) => (i === who && j === whom && i !== j ? x + 3 : x))),
        };
        below(stress, (await rank(exposed)).stress);
      }),
    );
  });

  it('with linear stress, is at least the single hit, and what a cascade at no recovery loses', async () => {
    await fc.assert(
      fc.asyncProperty(arbExposure, async (one) => {
        const { stress } = await rank(one);
        below((await rank(one, { mode: 'single' })).stress, stress);
        // As threshold cascade: a node fails when the claims it has lost on failed debtors exceed what is left of its buffer.
        const spared = one.shock.map((h, i) => (1 - h) * one.buffer[i]);
        const L = one.claims.map((_, j) =>
          one.claims.map((row, i) => (one.cap ? Math.min(row[j], one.buffer[i]) : row[j])),
        );
        const graph = await createGraph(builds.release, { nodes: L.length }, edgesOf(L));
        const paid = L.map((_, i) => L.reduce((sum, row) => sum + row[i], 0));
        const owed = L.map((row) => row.reduce((sum, x) => sum + x, 0));
        const waves = cascade(graph, {
          // Assets and debts outside are such that equity is what the shock has left.
          outsideAssets: owed.map((x, i) => x + spared[i]),
          outsideDebts: paid,
          failed: [...one.shock.keys()].filter((i) => one.shock[i] === 1),
        });
        for (const i of waves.flat()) expect(stress[i]).toBe(1);
      }),
    );
  });

  it('with linear stress, is proportional to the shock as long as nobody is lost', async () => {
    await fc.assert(
      fc.asyncProperty(arbExposure, async (one) => {
        const { stress } = await rank(one);
        fc.pre(stress.every((h) => h < 0.999));
        near(
          (await rank({ ...one, shock: one.shock.map((h) => h / 3) })).stress,
          stress.map((h) => h / 3),
        );
      }),
    );
  });

  it('does not depend on the unit of money nor on the order of nodes', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbExposure.chain((one) => fc.tuple(fc.constant(one), arbOrder(one.buffer.length))),
        fc.constantFrom('linear' as const, 'single' as const),
        async ([one, order], mode) => {
          const { stress, value } = await rank(one, { mode });
          const scaled = {
            ...one,
            claims: one.claims.map((row) => row.map((x) => 7e6 * x)),
            buffer: one.buffer.map((x) => 7e6 * x),
          };
          near((await rank(scaled, { mode })).stress, stress);
          const moved = {
            ...one,
            claims: permuted(
              one.claims.map((row) => permuted(row, order)),
              order,
            ),
            buffer: permuted(one.buffer, order),
            shock: permuted(one.shock, order),
          };
          const again = await rank(moved, { mode });
          near(again.stress, permuted(stress, order));
          expect(again.value).toBeCloseTo(value, 9);
        },
      ),
    );
  });

  it('can be asked again and again of one network', async () => {
    await fc.assert(
      fc.asyncProperty(arbExposure, async (one) => {
        const network = await expose(one);
        const fresh = await rank(one);
        debtRank(
          network,
          one.shock.map(() => 0.7),
          { mode: 'single' },
        );
        debtRank(
          network,
          one.shock.map((_, i) => (i === 0 ? 1 : 0)),
        );
        expect(plain(debtRank(network, one.shock))).toEqual(fresh);
      }),
    );
  });
});
