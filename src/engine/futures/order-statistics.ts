/**
 * Puts the order statistics of the given ranks in their places: afterwards `values[rank]` is what it would be if `values[from .. to]` were sorted, for each rank from
 * `ranks[low]` to `ranks[high]` (ascending, 0-based, within from .. to). Quickselect (Hoare 1961), for several ranks at once: some ten times faster than a sort.
 */
export function select(
  values: Float64Array,
  ranks: readonly number[],
  from = 0,
  to = values.length - 1,
  low = 0,
  high = ranks.length - 1,
): void {
  if (low > high || from >= to) return;
  const split = partition(values, from, to);
  let left = low;
  while (left <= high && ranks[left] <= split) left++;
  select(values, ranks, from, split, low, left - 1);
  select(values, ranks, split + 1, to, left, high);
}

/** Hoare's partition: no value in from .. split is above one in split + 1 .. to, and neither side is empty. Many equal values are split evenly. */
function partition(values: Float64Array, from: number, to: number): number {
  const pivot = middle(values[from], values[(from + to) >> 1], values[to]);
  let i = from - 1;
  let j = to + 1;
  for (;;) {
    do i++;
    while (values[i] < pivot);
    do j--;
    while (values[j] > pivot);
    if (i >= j) return Math.min(j, to - 1);
    const kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
}

function middle(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
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
