import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanOf, shareOf } from '../../../src/engine/futures/estimate';
import { orderStatistics, rankOf } from '../../../src/engine/futures/order-statistics';
import { sampleOf } from '../../../src/engine/futures/sample';
import { noise } from './made-up';

const number = fc.oneof(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.integer({ min: -3, max: 3 }));
/** Whole pairs, with many values that are equal. */
const arbValues = fc
  .array(fc.tuple(number, number), { minLength: 1, maxLength: 100 })
  .map((pairs) => Float64Array.from(pairs.flat()));
/** Long enough for bins within bins: crowds around a value, far outliers, the least and the greatest numbers there are. */
const arbLists = fc
  .array(
    fc.record({
      value: fc.oneof(
        number,
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(0, 5e-324, 1e308, -1e308),
      ),
      times: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 400 })),
      apart: fc.constantFrom(0, 1e-300, 1e-12, 1e-3),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((crowds) =>
    Float64Array.from(
      crowds.flatMap(({ value, times, apart }) =>
        Array.from({ length: times }, (_, k) => value + apart * noise(k, times)),
      ),
    ),
  );
const arbLevels = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 100 }).map((k) => k / 100),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((levels) => levels.sort((a, b) => a - b));
const sample = (values: Float64Array) => sampleOf(values, new Float64Array(values.length));
const average = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
const deviation = (numbers: readonly number[]) => {
  const mean = average(numbers);
  return Math.sqrt(numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (numbers.length - 1));
};

describe('order statistics', () => {
  it('are those of a sorted list, for any ranks at once', () => {
    fc.assert(
      fc.property(arbLists, fc.array(fc.nat(), { maxLength: 6 }), (values, picks) => {
        const ranks = picks.map((pick) => pick % values.length).sort((a, b) => a - b);
        const sorted = values.slice().sort();
        const before = values.slice();
        const found = orderStatistics(values, ranks, new Float64Array(values.length));
        // 0 and -0 are one value.
        expect(ranks.every((rank, k) => found[k] === sorted[rank])).toBe(true);
        expect(found).toHaveLength(ranks.length);
        expect(values).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('take quantiles to be the least value that at least this share does not exceed', () => {
    for (const count of [1, 2, 3, 7, 10, 64, 100, 1000]) {
      for (let k = 0; k <= 100; k++) {
        // In whole numbers: the least rank r with (r + 1) / count >= k / 100.
        let rank = 0;
        while (100 * (rank + 1) < k * count) rank++;
        expect(rankOf(k / 100, count)).toBe(rank);
      }
    }
  });

  it('make exact quantiles of a sample, and leave it in its order', () => {
    fc.assert(
      fc.property(arbValues, arbLevels, (values, levels) => {
        const before = values.slice();
        const quantiles = sample(values).quantiles(levels);
        levels.forEach((level, k) => {
          const atMost = values.filter((value) => value <= quantiles[k]).length;
          const below = values.filter((value) => value < quantiles[k]).length;
          expect(atMost).toBeGreaterThanOrEqual(level * values.length - 1e-6);
          expect(below).toBeLessThan(Math.max(level * values.length, 1));
        });
        expect(values).toEqual(before);
      }),
    );
  });

  it('refuse levels that are none, or that do not ascend', () => {
    for (const levels of [[-0.1], [1.1], [Number.NaN], [0.5, 0.4]]) {
      expect(() => sample(new Float64Array(4)).quantiles(levels)).toThrow('ascend');
    }
  });
});

describe('a histogram', () => {
  it('counts each value once, the last bin with both its ends', () => {
    const edgesOf = fc.uniqueArray(fc.integer({ min: -4, max: 4 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(arbValues, edgesOf, (values, unsorted) => {
        const edges = unsorted.sort((a, b) => a - b);
        const last = edges.length - 2;
        const counted = edges.slice(0, -1).map((edge, bin) => {
          const next = edges[bin + 1];
          return values.filter((x) => x >= edge && (x < next || (bin === last && x === next))).length;
        });
        expect(Array.from(sample(values).histogram(edges))).toEqual(counted);
      }),
    );
  });
});

describe('an estimate', () => {
  it('has the error of independent pair means', () => {
    fc.assert(
      fc.property(arbValues, (values) => {
        const means = Array.from({ length: values.length / 2 }, (_, k) => (values[2 * k] + values[2 * k + 1]) / 2);
        const { value, standardError } = meanOf(values);
        expect(value).toBeCloseTo(average(means), 6);
        if (means.length < 2) expect(standardError).toBe(Number.POSITIVE_INFINITY);
        else expect(standardError).toBeCloseTo(deviation(means) / Math.sqrt(means.length), 6);
      }),
    );
  });

  it('of a share is that of the mean of ones and zeros', () => {
    const flags = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(flags, (list) => {
        const one = list.filter(([a, b]) => a !== b).length;
        const both = list.filter(([a, b]) => a && b).length;
        const share = shareOf({ pairs: list.length, one, both });
        const mean = meanOf(Float64Array.from(list.flat(), Number));
        expect(share.value).toBeCloseTo(mean.value, 12);
        expect(share.standardError).toBeCloseTo(mean.standardError, 12);
      }),
    );
  });

  it('says nothing with less than two pairs', () => {
    expect(shareOf({ pairs: 0, one: 0, both: 0 })).toEqual({
      value: Number.NaN,
      standardError: Number.POSITIVE_INFINITY,
    });
    expect(shareOf({ pairs: 1, one: 1, both: 0 })).toEqual({ value: 0.5, standardError: Number.POSITIVE_INFINITY });
    expect(sample(Float64Array.of(1, 2)).quantile(0.5).standardError).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('over many repetitions, standard errors are what the estimates really scatter by', () => {
  const pairs = 200;
  /** Antithetic pairs of a skewed quantity. */
  const drawn = (repetition: number) => {
    const values = new Float64Array(2 * pairs);
    for (let k = 0; k < pairs; k++) {
      const u = noise(repetition, k, 77);
      values[2 * k] = u ** 3;
      values[2 * k + 1] = (1 - u) ** 3;
    }
    return values;
  };
  const repetitions = Array.from({ length: 600 }, (_, r) => drawn(r));

  it.each([
    ['the mean', (values: Float64Array) => sample(values).mean(), 0.08],
    ['the lower quartile', (values: Float64Array) => sample(values).quantile(0.25), 0.15],
    ['the upper tenth', (values: Float64Array) => sample(values).quantile(0.9), 0.15],
  ])('%s', (_, estimate, tolerance) => {
    const estimates = repetitions.map(estimate);
    const scatter = deviation(estimates.map(({ value }) => value));
    const stated = average(estimates.map(({ standardError }) => standardError));
    expect(stated / scatter).toBeGreaterThan(1 - tolerance);
    expect(stated / scatter).toBeLessThan(1 + tolerance);
  });

  it('and taking the members of a pair for independent would be far off', () => {
    const scatter = deviation(repetitions.map((values) => meanOf(values).value));
    const naive = average(repetitions.map((values) => deviation(Array.from(values)) / Math.sqrt(values.length)));
    expect(naive / scatter).toBeGreaterThan(1.3);
  });
});
