import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascade, createGraph, type DebtRankOptions, debtRank, exposeNetwork } from '../../../src/engine/networks';
import { arbMatrix, arbOrder, each, edgesOf, type Matrix, permuted } from '../../arbitraries/networks';
import { readCore } from '../core';
import { impactExactly, linearDebtRankExactly, singleDebtRankExactly } from './oracles';

const builds = { release: await readCore(), debug: await readCore('debug') };

interface Case {
  /** claims[i][j] is i's claim on j. */
  readonly claims: Matrix;
  readonly buffer: readonly number[];
  readonly shock: readonly number[];
  readonly cap: boolean;
}

const expose = ({ claims, buffer, cap }: Case, core = builds.release) => {
  const { from, to, amount } = edgesOf(claims);
  return exposeNetwork(core, { creditor: from, debtor: to, amount }, buffer, cap);
};

const plain = ({ stress, debtRank: value, losses, residual }: ReturnType<typeof debtRank>) => ({
  stress: [...stress],
  value,
  losses: [...losses],
  residual,
});

async function rank(one: Case, options: DebtRankOptions = {}, core = builds.release) {
  return plain(debtRank(await expose(one, core), one.shock, options));
}

const arbShock = fc.constantFrom(0, 0, 0, 0.1, 0.25, 0.5, 1);
const arbCase: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 5 }).chain((n) =>
  fc.record({
    claims: arbMatrix(n),
    buffer: each(n, fc.constantFrom(0.5, 2, 5, 10, 20, 50)),
    shock: each(n, arbShock),
    cap: fc.boolean(),
  }),
);

/** Expects two lists to agree to 1e-9. */
function near(actual: readonly number[], expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((x, i) => {
    expect(Math.abs(x - expected[i]), `${actual} against ${expected} at ${i}`).toBeLessThan(1e-9);
  });
}
/** Expects no entry of a list to be above that of the other. */
function below(lower: readonly number[], upper: readonly number[], slack = 1e-9) {
  lower.forEach((x, i) => {
    expect(x, `${lower} against ${upper} at ${i}`).toBeLessThanOrEqual(upper[i] + slack);
  });
}

describe('DebtRank by hand', () => {
  // 1 has a claim of 5 on 0, 2 one of 4 on 1, 0 one of 3 on 2; everybody's buffer is 10.
  const ring: Case = {
    claims: [
      [0, 0, 3],
      [5, 0, 0],
      [0, 4, 0],
    ],
    buffer: [10, 10, 10],
    shock: [0.5, 0, 0],
    cap: true,
  };

  it('goes round a ring: once with a single hit, for ever with linear stress', async () => {
    // 0.5, half of it is 0.25, four tenths of that 0.1; the last three tenths come back to 0, and there it ends.
    near((await rank(ring, { mode: 'single' })).stress, [0.53, 0.25, 0.1]);
    // With linear stress h0 = 0.5 + 0.3 * 0.4 * 0.5 * h0, so h0 = 0.5 / 0.94.
    const first = 0.5 / 0.94;
    const linear = await rank(ring);
    near(linear.stress, [first, first / 2, first / 5]);
    // All weigh the same: a third of all stress that was not there at first.
    expect(linear.value).toBeCloseTo((first * 1.7 - 0.5) / 3, 12);
    near(linear.losses, [10 * first, 5 * first, 2 * first]);
  });

  it('weighs nodes as told', async () => {
    const { value } = await rank(ring, { weights: [0, 2, 6] });
    expect(value).toBeCloseTo((0.25 * 0.25 + 0.75 * 0.1) / 0.94, 12);
  });

  it('freezes a node that has passed stress on, if told', async () => {
    near((await rank(ring, { mode: 'single', frozen: true })).stress, [0.5, 0.25, 0.1]);
  });

  it('caps what a single claim can cost, or not', async () => {
    // 1 has a buffer of 2 and a claim of 8 on 0, which loses a quarter: 2 of 8 is the whole buffer, a quarter of the capped 2 is a quarter.
    const large = {
      claims: [
        [0, 0],
        [8, 0],
      ],
      buffer: [10, 2],
      shock: [0.25, 0],
    };
    near((await rank({ ...large, cap: true })).stress, [0.25, 0.25]);
    near((await rank({ ...large, cap: false })).stress, [0.25, 1]);
  });

  it('counts losses up to the buffer, or beyond it', async () => {
    // 1 loses half of 8 with a buffer of 2. The other 2 are lost by whoever lent to 1.
    const large = {
      claims: [
        [0, 0],
        [8, 0],
      ],
      buffer: [10, 2],
      shock: [0.5, 0],
      cap: false,
    };
    near((await rank(large)).losses, [5, 2]);
    near((await rank(large, { losses: 'uncapped' })).losses, [5, 4]);
    near((await rank(large, { mode: 'single', losses: 'uncapped' })).losses, [5, 4]);
  });

  it('saturates where every loss comes back larger, but only where the shock reaches', async () => {
    // 0 and 1 lose more to each other than they have lost; 2 and 3 would as well, but nobody has started them.
    const claims = [
      [0, 6, 0, 0],
      [6, 0, 0, 0],
      [0, 0, 0, 6],
      [1, 0, 6, 0],
    ];
    const buffer = [5, 5, 5, 5];
    near((await rank({ claims, buffer, shock: [0.001, 0, 0, 0], cap: false })).stress, [1, 1, 1, 1]);
    near(
      (await rank({ claims: claims.map((r) => [0, ...r.slice(1)]), buffer, shock: [0, 0.001, 0, 0], cap: false }))
        .stress,
      [0.0012, 0.001, 0, 0],
    );
    near((await rank({ claims, buffer, shock: [0, 0, 0.001, 0], cap: false })).stress, [0, 0, 1, 1]);
  });

  it('may do less harm with a larger shock if there is a single hit only', async () => {
    // 1 is hit by 0 and passes that on to 2. If it is slightly distressed from the beginning, it has used its hit before.
    const claims = [
      [0, 0, 0],
      [10, 0, 0],
      [0, 10, 0],
    ];
    const one = { claims, buffer: [10, 10, 10], cap: true };
    near((await rank({ ...one, shock: [0.8, 0, 0] }, { mode: 'single' })).stress, [0.8, 0.8, 0.8]);
    near((await rank({ ...one, shock: [0.8, 0.1, 0] }, { mode: 'single' })).stress, [0.8, 0.9, 0.1]);
    near((await rank({ ...one, shock: [0.8, 0.1, 0] })).stress, [0.8, 0.9, 0.9]);
  });
});

describe('any DebtRank', () => {
  it('agrees with exact arithmetic, in every variant and either build', async () => {
    await fc.assert(
      fc.asyncProperty(arbCase, async (one) => {
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
      fc.asyncProperty(arbCase, fc.constantFrom('linear' as const, 'single' as const), async (one, mode) => {
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
      fc.asyncProperty(arbCase, fc.nat(4), fc.nat(4), async (one, who, whom) => {
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
      fc.asyncProperty(arbCase, async (one) => {
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
      fc.asyncProperty(arbCase, async (one) => {
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
        arbCase.chain((one) => fc.tuple(fc.constant(one), arbOrder(one.buffer.length))),
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
      fc.asyncProperty(arbCase, async (one) => {
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

  it('refuses what makes no sense', async () => {
    const one = {
      claims: [
        [0, 1],
        [0, 0],
      ],
      buffer: [1, 1],
      shock: [0, 0],
      cap: true,
    };
    await expect(expose({ ...one, buffer: [1, 0] })).rejects.toThrow('The buffer of node 1 must be above 0, not 0.');
    await expect(rank({ ...one, shock: [0, 1.5] })).rejects.toThrow(
      'The shock of node 1 must be from 0 to 1, not 1.5.',
    );
    await expect(rank(one, { weights: [0, 0] })).rejects.toThrow('The weights must not all be 0.');
    await expect(rank(one, { weights: [1, -1] })).rejects.toThrow('The weight of node 1 must not be negative');
    await expect(rank(one, { frozen: true })).rejects.toThrow('Only with a single hit can a node be frozen.');
  });
});
