/**
 * DebtRank, linear (Bardoscia, Battiston, Caccioli and Caldarelli, PLOS ONE 10(6), 2015): each firm's stress is the share of its buffer
 * that is gone, and a creditor loses of a claim the share that its debtor is in stress. With V_ji = claims_ji / buffer_j, the impact of
 * debtor i on creditor j, the stress h is the least solution of `h = min(1, shock + V h)`.
 *
 * Solved exactly, for a handful of firms: stress is raised from the shock, 2^m rounds of contagion at a time, until a firm reaches 1, where
 * it stays; when nobody does any more, what remains is a linear system.
 */

/**
 * The stress of each firm, 0..1. `claims`: n x n, read at `creditor * n + debtor`, at least 0; claims on oneself are not read. `buffer`: n;
 * a creditor without one is at 1 as soon as a debtor of its own is in any stress. `shock`: n, the stress it begins with, 0..1. Claims and
 * buffers in one and the same unit.
 */
export function debtRank(claims: ArrayLike<number>, buffer: ArrayLike<number>, shock: ArrayLike<number>): Float64Array {
  const n = shock.length;
  const touched = reached(claims, shock);
  const stress = Float64Array.from(shock);
  for (let j = 0; j < n; j++) {
    const debtorTouched = touched.some((isTouched, i) => isTouched && i !== j && claims[j * n + i] > 0);
    if (buffer[j] <= 0 && debtorTouched) stress[j] = 1;
  }
  for (;;) {
    const open = Array.from(stress.keys()).filter((j) => touched[j] && stress[j] < 1);
    const system = impacts(claims, buffer, shock, stress, open);
    const full = firstAtOne(system);
    if (full.length === 0) {
      const solution = solve(system);
      for (const [k, j] of open.entries()) stress[j] = solution[k];
      return stress;
    }
    for (const k of full) stress[open[k]] = 1;
  }
}

/** Who comes into any stress at all: the shocked, their creditors, and so on. */
function reached(claims: ArrayLike<number>, shock: ArrayLike<number>): boolean[] {
  const n = shock.length;
  const touched = Array.from(shock, (h) => h > 0);
  for (let round = 0; round < n; round++) {
    for (let j = 0; j < n; j++) touched[j] ||= touched.some((is, i) => is && i !== j && claims[j * n + i] > 0);
  }
  return touched;
}

/** h = base + matrix h, for the firms below 1. */
interface System {
  readonly size: number;
  readonly base: Float64Array;
  /** size x size. */
  readonly matrix: Float64Array;
}

function impacts(
  claims: ArrayLike<number>,
  buffer: ArrayLike<number>,
  shock: ArrayLike<number>,
  stress: Float64Array,
  open: readonly number[],
): System {
  const n = stress.length;
  const size = open.length;
  const impact = (j: number, i: number) => (i === j || buffer[j] <= 0 ? 0 : claims[j * n + i] / buffer[j]);
  const base = Float64Array.from(open, (j) => {
    let sum = shock[j];
    for (let i = 0; i < n; i++) if (stress[i] >= 1) sum += impact(j, i);
    return sum;
  });
  const matrix = new Float64Array(size * size);
  for (const [r, j] of open.entries()) for (const [c, i] of open.entries()) matrix[r * size + c] = impact(j, i);
  return { size, base, matrix };
}

/** Firms that contagion surely brings to 1, by their place in the system; none if it brings nobody there. */
function firstAtOne({ size, base, matrix }: System): number[] {
  let stress: Float64Array = new Float64Array(size);
  for (;;) {
    // What one more round adds; and I + V + .. + V^(2^m - 1) and V^(2^m), for 2^m rounds at once.
    const more = plus(base, product(matrix, stress, 1)).map((value, k) => value - stress[k]);
    let sum = identity(size);
    let power = matrix;
    let before = stress;
    for (let m = 0; ; m++) {
      const next = plus(stress, product(sum, more, 1));
      const full = Array.from(next.keys()).filter((k) => next[k] >= 1);
      if (full.length > 0 && m === 0) return full;
      // Too many rounds at once: on from where nobody was there yet, in smaller strides.
      if (full.length > 0) break;
      if (next.every((value, k) => !(value > before[k]))) return [];
      before = next;
      sum = plus(sum, product(power, sum, size));
      power = product(power, power, size);
    }
    stress = before;
  }
}

/** Elimination without pivoting: below 1 contagion dies out, so I - V is an M-matrix. */
function solve({ size, base, matrix }: System): Float64Array {
  const left = identity(size).map((value, k) => value - matrix[k]);
  const right = base.slice();
  for (let k = 0; k < size; k++) {
    for (let r = 0; r < size; r++) {
      if (r === k) continue;
      const factor = left[r * size + k] / left[k * size + k];
      for (let c = k; c < size; c++) left[r * size + c] -= factor * left[k * size + c];
      right[r] -= factor * right[k];
    }
  }
  return right.map((value, k) => Math.min(1, value / left[k * size + k]));
}

function identity(size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, k) => (k % (size + 1) === 0 ? 1 : 0));
}

function plus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, k) => value + b[k]);
}

/** A square matrix times one with `columns` columns, both by rows. */
function product(a: Float64Array, b: Float64Array, columns: number): Float64Array {
  const size = b.length / columns;
  return Float64Array.from({ length: b.length }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    let sum = 0;
    for (let k = 0; k < size; k++) sum += a[row * size + k] * b[k * columns + column];
    return sum;
  });
}
