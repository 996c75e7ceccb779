/**
 * The linear system that every analysis of a network comes down to, one equation per node i:
 *
 *     diagonal[i] * x[place[i]] = base[i] + gain * (sum over the edges into i of amount * x[where the edge comes from])
 *
 * with amounts >= 0 and a diagonal that outweighs them, by columns or by rows: an M-matrix. Amounts stay as they were given; nothing is
 * divided per edge. Clearing: x is the share of its debt that a node pays, the diagonal what it owes. Leontief: diagonal 1. Tracing: the
 * diagonal is the throughflow, x the share of one source. Transposed, the sum runs over the edges out of i.
 *
 * Only nodes of the active set are solved for. The x of all others stays as it is and counts in the sums.
 */
import { reals, wholes } from '../arena';
import { inAmount, inSource, inStart, loop, nodes, outAmount, outStart, outTarget, tranches } from './graph';

const NO_REALS = new StaticArray<f64>(0);
const NO_WHOLES = new StaticArray<i32>(0);

/** One ulp of 1. */
export const EPSILON: f64 = 2.220446049250313e-16;

export let x = NO_REALS;
export let base = NO_REALS;
export let diagonal = NO_REALS;
/** Index of the unknown of node i: the tranche it pays in part. The node itself if there is one class. */
export let place = NO_WHOLES;
/** 1 for a node that is solved for. */
export let active = NO_WHOLES;
/** 1: the smallest solution of x = max(0, ...) is wanted. */
export let floored: bool = false;
/** Solve only until each residual is below a quarter of its base: enough for a bound. */
export let rough: bool = false;
export let gain: f64 = 1;

/** Edges looked at, sweeps and Krylov steps since `countFromZero`: the work done, the same on every machine. */
export let work = NO_REALS;
export const VISITS: i32 = 0;
export const SWEEPS: i32 = 1;
export const KRYLOV: i32 = 2;

let rowStart = NO_WHOLES;
let rowSource = NO_WHOLES;
let rowAmount = NO_REALS;

export function allocateSystem(): void {
  x = reals(tranches);
  base = reals(nodes);
  diagonal = reals(nodes);
  work = reals(3);
  place = new StaticArray<i32>(nodes);
  active = wholes(nodes);
}

/** Chooses what is solved: the gain, whether transposed (one class only), whether floored at zero, how exactly, and into which x. */
export function pose(factor: f64, transposed: bool, atLeastZero: bool, roughly: bool, unknown: StaticArray<f64>): void {
  gain = factor;
  floored = atLeastZero;
  rough = roughly;
  x = unknown;
  rowStart = transposed ? outStart : inStart;
  rowSource = transposed ? outTarget : inSource;
  rowAmount = transposed ? outAmount : inAmount;
}

export function countFromZero(): void {
  for (let k = 0; k < work.length; k++) work[k] = 0;
}

export function rowBegin(i: i32): i32 {
  return rowStart[i];
}

export function rowEnd(i: i32): i32 {
  return rowStart[i + 1];
}

export function sourceOf(edge: i32): i32 {
  return rowSource[edge];
}

export function amountOf(edge: i32): f64 {
  return rowAmount[edge];
}

/** The diagonal less what a node sends to itself. */
export function pivot(i: i32): f64 {
  return diagonal[i] - gain * loop[i];
}

/**
 * What the edges of row i bring at these values, by compensated summation (Ogita, Rump and Oishi, SIAM J. Sci. Comput. 26, 2005, but for the products): a hub
 * with 100,000 debtors that all pay is paid exactly.
 */
export function weighted(i: i32, values: StaticArray<f64>): f64 {
  const source = rowSource;
  const amount = rowAmount;
  const begin = rowStart[i];
  const end = rowStart[i + 1];
  let total: f64 = 0;
  let lost: f64 = 0;
  for (let k = begin; k < end; k++) {
    const term = amount[k] * values[source[k]];
    const next = total + term;
    const added = next - total;
    lost += total - (next - added) + (term - added);
    total = next;
  }
  work[VISITS] += <f64>(end - begin);
  return total + lost;
}
