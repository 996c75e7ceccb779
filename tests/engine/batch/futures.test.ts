import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateOutcomes, createBatch, createEngine, type Futures, leverIds, oneByOne } from '../../../src/engine';
import { seriesNames } from '../../../src/engine/batch/outcomes';
import { instantiateLanes } from '../../../src/engine/core';
import { usualLevers } from '../../arbitraries/dials';
import { arbFutures } from '../../arbitraries/futures';
import { shippedNetwork } from '../../arbitraries/shipped';
import { arbNetwork } from '../../arbitraries/world';
import { readCore, readLanes } from '../core';
import { copyFutures } from './copy-futures';
import { firstDifference } from './difference';

const module = await readCore();
const lanes = await readLanes();
const network = shippedNetwork();
const batch = await createBatch(lanes, network);

/** A family with dials spread both ways and every quarter shaken. */
const shaken: Futures = {
  levers: usualLevers({ stop: 4, severity: 0.9, growth: 0.6 }),
  spreads: [
    { lever: 'growth', spread: 0.2, min: 0, max: 1.5, whole: false },
    { lever: 'drought', spread: 4, min: 1, max: 32, whole: true },
  ],
  shocks: { growth: 0.02, venture: 0.2, common: 0.5 },
  seed: 2 ** 40 + 7,
};

describe('Philox4x32-10', () => {
  // The known answers that come with Random123 (Salmon et al. 2011), file kat_vectors: counter, key, four numbers.
  const ones = 0xffffffff;
  it.each([
    ['zeros', [0, 0, 0, 0], [0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]],
    ['ones', [ones, ones, ones, ones], [ones, ones], [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]],
    [
      'the digits of pi',
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ])(
    'gives the published answer for %s, whichever of the four counters it is',
    async (_, [c0, c1, c2, c3], [k0, k1], answer) => {
      const { philoxWord } = await instantiateLanes(lanes);
      for (let which = 0; which < 4; which++) {
        const words = answer.map((_, word) => philoxWord(c0, c1, c2, c3 - which, k0, k1, word, which) >>> 0);
        expect(words).toEqual(answer);
      }
    },
  );
});

describe('a future', () => {
  it('can be replayed alone, and is to the bit what it was beside the others', async () => {
    await fc.assert(
      fc.asyncProperty(arbNetwork(), arbFutures(), fc.nat(1000), async (given, futures, half) => {
        const own = await createBatch(lanes, given);
        const together = allocateOutcomes(given, 11, seriesNames);
        copyFutures(own, futures, 2 * half, 11, together);
        const worlds = Array.from({ length: 11 }, (_, k) => own.future(futures, 2 * half + k));
        const alone = allocateOutcomes(given, 11, seriesNames);
        oneByOne(await createEngine(module, given)).run(worlds, alone);
        expect(firstDifference(together, alone)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it('is the same wherever a batch begins and however long it is', () => {
    const all = allocateOutcomes(network, 60);
    copyFutures(batch, shaken, 0, 60, all);
    const n = network.firms.length;
    for (const [first, count] of [
      [0, 1],
      [2, 3],
      [10, 17],
      [34, 26],
    ]) {
      const some = allocateOutcomes(network, count);
      copyFutures(batch, shaken, first, count, some);
      expect(some.fellAt).toEqual(all.fellAt.slice(first * n, (first + count) * n));
      expect(some.lost).toEqual(all.lost.slice(first, first + count));
      expect(some.cut).toEqual(all.cut.slice(first, first + count));
    }
  });

  it('leaves nothing behind: worlds that are run after it are calm', async () => {
    copyFutures(batch, shaken, 0, 8, allocateOutcomes(network, 8));
    const after = allocateOutcomes(network, 1, seriesNames);
    batch.run([{ levers: usualLevers() }], after);
    const alone = allocateOutcomes(network, 1, seriesNames);
    oneByOne(await createEngine(module, network)).run([{ levers: usualLevers() }], alone);
    expect(firstDifference(after, alone)).toBeUndefined();
  });

  it('of a family without spreads or shocks is the world itself', () => {
    const { levers, circumstances } = batch.future(
      { ...shaken, spreads: [], shocks: { growth: 0, venture: 0, common: 1 } },
      5,
    );
    expect(levers).toEqual(shaken.levers);
    expect(circumstances?.growthShock).toEqual(new Float64Array(network.quarters * network.firms.length));
    expect(circumstances?.ventureFactor).toEqual(new Float64Array(network.quarters).fill(1));
  });

  it('stays within the bounds of its dials, and whole where it must be', () => {
    fc.assert(
      fc.property(arbFutures(), fc.nat(5000), (futures, index) => {
        const { levers } = batch.future(futures, index);
        const spread = new Map(futures.spreads.map((row) => [row.lever, row]));
        for (const id of leverIds) {
          const row = spread.get(id);
          if (!row || row.spread === 0) expect(levers[id]).toBe(futures.levers[id]);
          else {
            expect(levers[id]).toBeGreaterThanOrEqual(row.min);
            expect(levers[id]).toBeLessThanOrEqual(row.max);
            // A spread may be as small as the rounding of what it is added to.
            const rounding = Number.EPSILON * (Math.abs(futures.levers[id]) + row.spread);
            const far = row.spread + (row.whole ? 0.5 : 0) + rounding;
            expect(Math.abs(levers[id] - futures.levers[id])).toBeLessThanOrEqual(far);
            if (row.whole) expect(Number.isInteger(levers[id])).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a pair of futures', () => {
  it('is antithetic: what goes up in one goes down as far in the other', () => {
    for (let k = 0; k < 200; k += 2) {
      const [one, other] = [batch.future(shaken, k), batch.future(shaken, k + 1)];
      expect(one.levers.growth - 0.6).toBeCloseTo(0.6 - other.levers.growth, 12);
      const up = Array.from(one.circumstances?.growthShock ?? []);
      const down = Array.from(other.circumstances?.growthShock ?? []);
      expect(up.map((shock) => 0 - shock)).toEqual(down.map((shock) => 0 + shock));
      const factor = one.circumstances?.ventureFactor ?? [];
      Array.from(other.circumstances?.ventureFactor ?? []).forEach((value, t) => {
        expect(value - 1).toBeCloseTo(1 - factor[t], 12);
      });
    }
  });

  it('meets the same draws wherever the dials stand (common random numbers)', () => {
    const moved = { ...shaken, levers: usualLevers({ stop: 9, severity: 0.3, growth: 0.7 }) };
    for (let k = 0; k < 50; k++) {
      const [here, there] = [batch.future(shaken, k), batch.future(moved, k)];
      expect(there.circumstances).toEqual(here.circumstances);
      expect(there.levers.growth - here.levers.growth).toBeCloseTo(0.1, 12);
    }
  });
});

describe('the draws', () => {
  const many = Array.from({ length: 4000 }, (_, k) => batch.future(shaken, k));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const n = network.firms.length;
  const labs = network.firms.flatMap(({ lab }, i) => (lab ? [i] : []));
  const growthOf = (i: number, t: number) =>
    many.map(({ circumstances }) => (circumstances?.growthShock?.[t * n + i] ?? 0) / 0.02);
  const ventureOf = (t: number) =>
    many.map(({ circumstances }) => ((circumstances?.ventureFactor?.[t] ?? 1) - 1) / 0.2);
  const correlation = (a: readonly number[], b: readonly number[]) => mean(a.map((x, k) => x * b[k]));

  it('have the variance they are said to have', () => {
    // Of 2,000 pairs: the standard error of a variance of 1 is about 0.03.
    for (const values of [growthOf(labs[0], 3), growthOf(labs[1], 20), ventureOf(3), ventureOf(31)]) {
      expect(mean(values)).toBeCloseTo(0, 10);
      expect(Math.abs(correlation(values, values) - 1)).toBeLessThan(0.12);
    }
  });

  it('share the part that is common, in a quarter and not beyond it', () => {
    expect(Math.abs(correlation(growthOf(labs[0], 3), growthOf(labs[1], 3)) - 0.5)).toBeLessThan(0.12);
    expect(Math.abs(correlation(growthOf(labs[0], 3), ventureOf(3)) - 0.5)).toBeLessThan(0.12);
    expect(Math.abs(correlation(growthOf(labs[0], 3), growthOf(labs[0], 4)))).toBeLessThan(0.12);
  });

  it('are others under another seed, also one that differs in its high half alone', () => {
    const one = batch.future(shaken, 0).levers.growth;
    expect(batch.future({ ...shaken, seed: 7 }, 0).levers.growth).not.toBe(one);
    expect(batch.future({ ...shaken, seed: 8 }, 0).levers.growth).not.toBe(one);
  });

  it.each([
    [
      'a spread below nothing',
      { spreads: [{ lever: 'growth', spread: -1, min: 0, max: 1, whole: false }] },
      '"growth"',
    ],
    [
      'bounds the wrong way round',
      { spreads: [{ lever: 'growth', spread: 1, min: 1, max: 0, whole: false }] },
      '"growth"',
    ],
    ['a lead that is not whole', { spreads: [{ lever: 'lead', spread: 1, min: 1, max: 8, whole: false }] }, '"lead"'],
    [
      'more grace than the tables hold',
      { spreads: [{ lever: 'grace', spread: 1, min: 0, max: 9, whole: true }] },
      '"grace"',
    ],
    ['a common share above all', { shocks: { growth: 0, venture: 0, common: 2 } }, 'shocks'],
    ['half a seed', { seed: 0.5 }, 'seed'],
  ] as const)('refuse %s', (_, change, message) => {
    expect(() => batch.future({ ...shaken, ...change }, 0)).toThrow(message);
  });

  it('begin with a pair', () => {
    expect(() => copyFutures(batch, shaken, 3, 1, allocateOutcomes(network, 1))).toThrow('even');
  });
});
