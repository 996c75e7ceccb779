/**
 * Solves one small component by elimination. An M-matrix needs no pivoting, so the order of operations is fixed; one step of iterative
 * refinement follows.
 *
 * Floored at zero, the smallest solution of x = max(0, ...) is found from below: in are those whose base, with what comes from outside
 * the component, is not negative; whoever would then get more than nothing is let in, until there is no one.
 */
import { classes, nodes } from './graph';
import { amountOf, base, floored, gain, pivot, place, rowBegin, rowEnd, sourceOf, weighted, x } from './system';

/** The largest component that is solved by elimination. */
export const DENSE_MAX: i32 = 64;
/** What is left of a sum, at this share of its terms, is rounding and not money. */
const NOTHING: f64 = 1e-12;

const matrix = new StaticArray<f64>(DENSE_MAX * DENSE_MAX);
const right = new StaticArray<f64>(DENSE_MAX);
/** The nodes being solved for, and of each node its row, or -1. */
const member = new StaticArray<i32>(DENSE_MAX);
let members: i32 = 0;
let row = new StaticArray<i32>(0);

export function allocateElimination(): void {
  row = new StaticArray<i32>(nodes);
  for (let i = 0; i < nodes; i++) row[i] = -1;
}

/** Solves for the nodes `list[from]` up to `list[to]`, at most DENSE_MAX of them. */
export function eliminate(list: StaticArray<i32>, from: i32, to: i32): void {
  members = 0;
  for (let k = from; k < to; k++) x[place[list[k]]] = 0;
  for (let k = from; k < to; k++) {
    const i = list[k];
    if (!floored || base[i] + gain * weighted(i, x) >= 0) enter(i);
  }
  do solveMembers();
  while (floored && admit(list, from, to));
  for (let k = 0; k < members; k++) row[member[k]] = -1;
}

function enter(i: i32): void {
  row[i] = members;
  member[members++] = i;
}

/** Lets in all who would get something now; false if there is no one. */
function admit(list: StaticArray<i32>, from: i32, to: i32): bool {
  const before = members;
  for (let k = from; k < to; k++) {
    const i = list[k];
    if (row[i] >= 0) continue;
    const brought = gain * weighted(i, x);
    if (base[i] + brought > NOTHING * brought) enter(i);
  }
  return members > before;
}

function solveMembers(): void {
  for (let k = 0; k < members; k++) x[place[member[k]]] = 0;
  fill();
  factor();
  // The first pass solves, the second corrects by what the first left over.
  for (let pass = 0; pass < 2; pass++) {
    for (let k = 0; k < members; k++) {
      const i = member[k];
      right[k] = base[i] + gain * weighted(i, x) - pivot(i) * x[place[i]];
    }
    substitute();
    for (let k = 0; k < members; k++) x[place[member[k]]] += right[k];
  }
  if (!floored) return;
  for (let k = 0; k < members; k++) x[place[member[k]]] = max(0, x[place[member[k]]]);
}

function fill(): void {
  for (let k = 0; k < members * members; k++) matrix[k] = 0;
  for (let k = 0; k < members; k++) {
    const i = member[k];
    matrix[k * members + k] = pivot(i);
    const end = rowEnd(i);
    for (let edge = rowBegin(i); edge < end; edge++) {
      const source = sourceOf(edge);
      const j = classes == 1 ? source : source / classes;
      if (row[j] >= 0 && place[j] == source) matrix[k * members + row[j]] -= gain * amountOf(edge);
    }
  }
}

/** Elimination in place: above the diagonal what is left, below it the factors. */
function factor(): void {
  const table = matrix;
  const size = members;
  for (let k = 0; k < size; k++) {
    const above = k * size;
    const head = table[above + k];
    for (let at = above + size; at < size * size; at += size) {
      if (table[at + k] == 0) continue;
      const times = table[at + k] / head;
      table[at + k] = times;
      for (let q = k + 1; q < size; q++) table[at + q] -= times * table[above + q];
    }
  }
}

function substitute(): void {
  const table = matrix;
  const size = members;
  for (let r = 1; r < size; r++) {
    let value = right[r];
    for (let k = 0; k < r; k++) value -= table[r * size + k] * right[k];
    right[r] = value;
  }
  for (let k = size - 1; k >= 0; k--) {
    let value = right[k];
    for (let q = k + 1; q < size; q++) value -= table[k * size + q] * right[q];
    right[k] = value / table[k * size + k];
  }
}
