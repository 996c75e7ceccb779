/** The entries of a square matrix that are not zero, by row and then by column, each place once. */
export interface Entries {
  readonly n: number;
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/**
 * The matrix that a list of entries adds up to: entries at one place are summed, in the order of the list, and zeros are left out.
 * So a network is the same, to the last bit, in whichever order its edges are listed, and in full form.
 */
export function canonical(n: number, row: Int32Array, column: Int32Array, value: Float64Array): Entries {
  // A stable sort by column and then by row is one by row and, within it, by column.
  const order = sortedBy(row, n, sortedBy(column, n, Int32Array.from(row.keys())));
  const out = { n, row: row.slice(), column: column.slice(), value: value.slice() };
  let length = 0;
  for (const k of order) {
    if (value[k] === 0) continue;
    const repeats = length > 0 && out.row[length - 1] === row[k] && out.column[length - 1] === column[k];
    if (repeats) out.value[length - 1] += value[k];
    else {
      out.row[length] = row[k];
      out.column[length] = column[k];
      out.value[length] = value[k];
      length++;
    }
  }
  return {
    n,
    row: out.row.slice(0, length),
    column: out.column.slice(0, length),
    value: out.value.slice(0, length),
  };
}

/** `order` sorted by the key of each item, keys from 0 to n - 1; items with one key stay in their order. */
function sortedBy(key: Int32Array, n: number, order: Int32Array): Int32Array {
  const next = new Int32Array(n + 1);
  for (const k of order) next[key[k] + 1]++;
  for (let i = 0; i < n; i++) next[i + 1] += next[i];
  const sorted = new Int32Array(order.length);
  for (const k of order) sorted[next[key[k]]++] = k;
  return sorted;
}
