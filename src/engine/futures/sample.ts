import { type Estimate, meanOf, shareOf } from './estimate';
import { orderStatistics, rankOf } from './order-statistics';

/** One number for each future so far, and how these numbers are distributed. Every answer is exact: of all of them, not of a sketch. */
export interface Sample {
  /** In the order of the futures. A view: longer and other once more futures are in. */
  readonly values: Float64Array;
  mean(): Estimate;
  /** The quantiles at ascending levels within 0..1, by the convention of `rankOf`. */
  quantiles(levels: readonly number[]): Float64Array;
  /**
   * One quantile with its standard error, by Woodruff's method (1952) for samples in clusters: half the way between the quantiles at the levels one standard error below
   * and above, the error being that of the share of futures which do not exceed the quantile. A pair counts once in it.
   */
  quantile(level: number): Estimate;
  /** How many values lie in each bin [edges[k], edges[k + 1]), the last with both its ends; edges ascending. Values outside are in none. */
  histogram(edges: readonly number[]): Int32Array;
  /** A sorted copy. */
  sorted(): Float64Array;
}

/** @param scratch room for as many numbers as `values` has; samples that are not read at the same moment may share it. */
export function sampleOf(values: Float64Array, scratch: Float64Array): Sample {
  const quantiles = (levels: readonly number[]): Float64Array => {
    if (values.length === 0) return new Float64Array(levels.length).fill(Number.NaN);
    checkLevels(levels);
    const ranks = levels.map((level) => rankOf(level, values.length));
    return orderStatistics(values, ranks, scratch);
  };
  return {
    values,
    mean: () => meanOf(values),
    quantiles,
    quantile(level) {
      const [value] = quantiles([level]);
      const { standardError } = shareNotAbove(values, value);
      if (!Number.isFinite(standardError)) return { value, standardError };
      const [below, above] = quantiles([Math.max(0, level - standardError), Math.min(1, level + standardError)]);
      return { value, standardError: (above - below) / 2 };
    },
    histogram: (edges) => histogram(values, edges),
    sorted: () => values.slice().sort(),
  };
}

function checkLevels(levels: readonly number[]): void {
  const fits = levels.every((level, k) => level >= (k === 0 ? 0 : levels[k - 1]) && level <= 1);
  if (!fits) throw new Error(`Quantile levels must ascend within 0 to 1: ${levels.join(', ')}.`);
}

function shareNotAbove(values: Float64Array, bound: number): Estimate {
  let one = 0;
  let both = 0;
  for (let k = 0; k < values.length; k += 2) {
    const first = values[k] <= bound;
    const second = values[k + 1] <= bound;
    if (first && second) both++;
    else if (first || second) one++;
  }
  return shareOf({ pairs: values.length / 2, one, both });
}

function histogram(values: Float64Array, edges: readonly number[]): Int32Array {
  const bins = edges.length - 1;
  const counts = new Int32Array(Math.max(0, bins));
  for (const value of values) {
    if (!(value >= edges[0] && value <= edges[bins])) continue;
    // The last bin whose lower edge the value reaches.
    let low = 0;
    let high = bins - 1;
    while (low < high) {
      const at = (low + high + 1) >> 1;
      if (value >= edges[at]) low = at;
      else high = at - 1;
    }
    counts[low]++;
  }
  return counts;
}
