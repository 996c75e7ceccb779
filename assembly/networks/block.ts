/**
 * One large component, copied out row by row in the order in which the search closed it, so that the many passes over it read memory in order.
 */
import { classes, inAmount, nodes } from './graph';
import {
  amountOf,
  base,
  EPSILON,
  floored,
  gain,
  pivot,
  place,
  rough,
  rowBegin,
  rowEnd,
  sourceOf,
  VISITS,
  work,
  x,
} from './system';

const NO_REALS = new StaticArray<f64>(0);
const NO_WHOLES = new StaticArray<i32>(0);

/** What is left of a sum, at this share of its terms, is rounding and not money. */
const NOTHING: f64 = 1e-12;

/** How many rows there are; their unknowns and pivots; what each has from outside the component, and the size of the terms of that. */
export let rows: i32 = 0;
export let value = NO_REALS;
export let diagonal = NO_REALS;
let right = NO_REALS;
let size = NO_REALS;
/** Of row k, the columns and weights from `rowStart[k]` up to `rowStart[k + 1]`. */
let rowStart = NO_WHOLES;
let column = NO_WHOLES;
let weight = NO_REALS;
/** Of each node its row, or -1. */
let rowOf = NO_WHOLES;

export function allocateBlock(): void {
  value = new StaticArray<f64>(nodes);
  diagonal = new StaticArray<f64>(nodes);
  right = new StaticArray<f64>(nodes);
  size = new StaticArray<f64>(nodes);
  rowStart = new StaticArray<i32>(nodes + 1);
  column = new StaticArray<i32>(inAmount.length);
  weight = new StaticArray<f64>(inAmount.length);
  rowOf = new StaticArray<i32>(nodes);
  for (let i = 0; i < nodes; i++) rowOf[i] = -1;
}

/** Copies out the component of the nodes `list[from]` up to `list[to]`. */
export function load(list: StaticArray<i32>, from: i32, to: i32): void {
  rows = to - from;
  for (let k = 0; k < rows; k++) rowOf[list[from + k]] = k;
  let filled = 0;
  for (let k = 0; k < rows; k++) {
    const i = list[from + k];
    rowStart[k] = filled;
    filled = copyRow(i, k, filled);
    value[k] = x[place[i]];
    diagonal[k] = pivot(i);
  }
  rowStart[rows] = filled;
  if (floored && isSolvedFromBelow()) for (let k = 0; k < rows; k++) value[k] = 0;
}

/**
 * Where something is short before anything comes from within, a group could sink to its floor by ever the same small step; where nothing
 * comes in at all, it would halve for ever. From zero, sweeps rise to the same solution as fast as it leaks.
 */
function isSolvedFromBelow(): bool {
  let isFed = false;
  for (let k = 0; k < rows; k++) {
    if (right[k] < 0) return true;
    if (right[k] > 0) isFed = true;
  }
  return !isFed;
}

/** Enters the unknowns where they belong. */
export function store(list: StaticArray<i32>, from: i32): void {
  for (let k = 0; k < rows; k++) {
    const i = list[from + k];
    x[place[i]] = value[k];
    rowOf[i] = -1;
  }
}

/** Copies the edges from within the component, and sums up the others (compensated). */
function copyRow(i: i32, k: i32, from: i32): i32 {
  let filled = from;
  let total: f64 = 0;
  let lost: f64 = 0;
  const end = rowEnd(i);
  for (let edge = rowBegin(i); edge < end; edge++) {
    const source = sourceOf(edge);
    const j = classes == 1 ? source : source / classes;
    if (rowOf[j] >= 0 && place[j] == source) {
      column[filled] = rowOf[j];
      weight[filled++] = gain * amountOf(edge);
      continue;
    }
    const term = gain * amountOf(edge) * x[source];
    const next = total + term;
    const added = next - total;
    lost += total - (next - added) + (term - added);
    total = next;
  }
  work[VISITS] += <f64>(end - rowBegin(i));
  right[k] = base[i] + (total + lost);
  size[k] = rough ? abs(base[i]) : abs(base[i]) + abs(total + lost);
  return filled;
}

/** What row k gets from within the component at these values (compensated). */
export function brought(k: i32, values: StaticArray<f64>): f64 {
  const columns = column;
  const weights = weight;
  const begin = rowStart[k];
  const end = rowStart[k + 1];
  let total: f64 = 0;
  let lost: f64 = 0;
  for (let edge = begin; edge < end; edge++) {
    const term = weights[edge] * values[columns[edge]];
    const next = total + term;
    const added = next - total;
    lost += total - (next - added) + (term - added);
    total = next;
  }
  work[VISITS] += <f64>(end - begin);
  return total + lost;
}

/** What the equation of row k makes of its unknown, given what it gets from within. */
export function renewed(k: i32, within: f64): f64 {
  const next = right[k] + within;
  // Not more than rounding leaves of it is nothing.
  return floored && next <= NOTHING * within ? 0 : next / diagonal[k];
}

/** How large a residual of row k may be that still counts as none. */
export function accepted(k: i32, within: f64): f64 {
  return rough ? 0.25 * size[k] : 4 * EPSILON * (size[k] + abs(within));
}
