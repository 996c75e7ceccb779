/**
 * A number estimated from futures, and its standard error. Futures come in antithetic pairs, whose members lean against each other: they are no two
 * independent draws. So a pair counts once: the error is that of the mean of the pair means, sqrt(s^2 / pairs), with s^2 their sample variance. It is
 * infinite with less than two pairs, from which nothing can be said.
 */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
}

/** Pairs of futures, by in how many of their members something holds. */
export interface PairCounts {
  readonly pairs: number;
  /** Pairs in which it holds in exactly one member. */
  readonly one: number;
  /** Pairs in which it holds in both. */
  readonly both: number;
}

/**
 * The share of futures in which something holds. The counts are whole numbers, and so is all arithmetic but the last division: exact up to 10^7 pairs. An error of 0
 * means that all pairs agree; what happens in less than about one pair in `pairs / 3` may well have been missed.
 */
export function shareOf({ pairs, one, both }: PairCounts): Estimate {
  const held = one + 2 * both;
  // The pair means are 0, 1/2 and 1. Twice their sum is `held`, four times the sum of their squares `one + 4 both`.
  const spread = pairs * (one + 4 * both) - held * held;
  const standardError = pairs < 2 ? Number.POSITIVE_INFINITY : Math.sqrt(spread / (4 * pairs * pairs * (pairs - 1)));
  return { value: pairs === 0 ? Number.NaN : held / (2 * pairs), standardError };
}

/** The mean of one number per future, in the order of the futures: those at 2k and 2k + 1 are a pair. Sums run in that order, so the bits depend on nothing else. */
export function meanOf(values: Float64Array): Estimate {
  const pairs = values.length / 2;
  if (pairs === 0) return { value: Number.NaN, standardError: Number.POSITIVE_INFINITY };
  let sum = 0;
  for (let k = 0; k < values.length; k += 2) sum += (values[k] + values[k + 1]) / 2;
  const mean = sum / pairs;
  let squares = 0;
  for (let k = 0; k < values.length; k += 2) {
    const off = (values[k] + values[k + 1]) / 2 - mean;
    squares += off * off;
  }
  const standardError = pairs < 2 ? Number.POSITIVE_INFINITY : Math.sqrt(squares / (pairs - 1) / pairs);
  return { value: mean, standardError };
}
