/**
 * Order statistics of a list that stays as it is: what would stand at the given ranks (0-based, ascending) if it were sorted. Values are dealt into even bins between the least
 * and the greatest, and only the bins that hold a rank are looked into: a few passes, some ten times faster than a sort, and as exact.
 *
 * @param scratch room for as many numbers as `values` has.
 */
export function orderStatistics(values: Float64Array, ranks: readonly number[], scratch: Float64Array): Float64Array {
  const { least, greatest } = bounds(values);
  if (least === greatest) return new Float64Array(ranks.length).fill(least);
  const scale = bins / (greatest - least);
  // Where the range is next to nothing, or past all numbers, even bins cannot be told apart.
  if (values.length <= fewEnough || !(scale > 0 && scale < Number.MAX_VALUE)) return sorted(values, ranks, scratch);

  // Rounding keeps the order, so that no value of a lower bin is above one of a higher.
  counts.fill(0);
  for (let k = 0; k < values.length; k++) counts[Math.min(bins - 1, ((values[k] - least) * scale) | 0)]++;

  const asked = binsOf(ranks);
  places.fill(-1);
  let room = 0;
  for (const { bin, count } of asked) {
    places[bin] = room;
    room += count;
  }
  for (let k = 0; k < values.length; k++) {
    const bin = Math.min(bins - 1, ((values[k] - least) * scale) | 0);
    if (places[bin] >= 0) scratch[places[bin]++] = values[k];
  }

  const found: number[] = [];
  let from = 0;
  for (const { count, within } of asked) {
    const members = scratch.subarray(from, from + count);
    found.push(...orderStatistics(members, within, count > fewEnough ? new Float64Array(count) : members));
    from += count;
  }
  return Float64Array.from(found);
}

const bins = 1024;
/** Up to here sorting is faster. */
const fewEnough = 64;
const counts = new Int32Array(bins);
const places = new Int32Array(bins);

function bounds(values: Float64Array): { readonly least: number; readonly greatest: number } {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < values.length; k++) {
    if (values[k] < least) least = values[k];
    if (values[k] > greatest) greatest = values[k];
  }
  return { least, greatest };
}

function sorted(values: Float64Array, ranks: readonly number[], scratch: Float64Array): Float64Array {
  const ordered = scratch.subarray(0, values.length);
  ordered.set(values);
  ordered.sort();
  return Float64Array.from(ranks, (rank) => ordered[rank]);
}

/** A bin that holds ranks: how many values it has, and the ranks counted from its first. */
interface AskedBin {
  readonly bin: number;
  readonly count: number;
  readonly within: number[];
}

function binsOf(ranks: readonly number[]): readonly AskedBin[] {
  const asked: AskedBin[] = [];
  let bin = 0;
  let below = 0;
  for (const rank of ranks) {
    while (rank >= below + counts[bin]) below += counts[bin++];
    const last = asked.at(-1);
    if (last?.bin === bin) last.within.push(rank - below);
    else asked.push({ bin, count: counts[bin], within: [rank - below] });
  }
  return asked;
}

/**
 * Which of `count` sorted values (0-based) the quantile at `level` is: the least value that at least this share of them do not exceed. This is the inverse of the
 * empirical distribution (type 1 of Hyndman and Fan 1996): never in between, always a value that one of the futures has.
 */
export function rankOf(level: number, count: number): number {
  // A level such as 0.07 is no binary number: 0.07 * 100 comes out above 7.
  const rank = Math.ceil(level * count - 1e-9);
  return Math.min(Math.max(rank, 1), count) - 1;
}
