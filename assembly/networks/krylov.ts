/**
 * BiCGStab (van der Vorst, SIAM J. Sci. Stat. Comput. 13, 1992), preconditioned by the diagonal, on the part of a component that gets something. It solves for a correction,
 * checks it against the true residual before it is taken, and starts again from there. If it breaks down nothing is lost: the sweeps go on.
 */
import { nodes, tranches } from './graph';
import { accepted, base, floored, gain, KRYLOV, pivot, place, rough, weighted, work, x } from './system';

const RESTARTS: i32 = 8;
const STEPS: i32 = 400;
/** How far one start brings the residual down, before the true one is looked at again. */
const TARGET: f64 = 1e-9;
const ROUGH_TARGET: f64 = 1e-2;

const NO_REALS = new StaticArray<f64>(0);

/** The rows being solved. The vectors are in units of the base (money), not of x. */
let row = new StaticArray<i32>(0);
let rows: i32 = 0;
let chosen = new StaticArray<i32>(0);
/** The residual a start begins with; it is the shadow residual as well. */
let first = NO_REALS;
let residual = NO_REALS;
let direction = NO_REALS;
let moved = NO_REALS;
let turned = NO_REALS;
let correction = NO_REALS;
/** A vector in units of x, zero but for the rows. */
let probe = NO_REALS;

export function allocateKrylov(): void {
  row = new StaticArray<i32>(nodes);
  chosen = new StaticArray<i32>(nodes);
  first = new StaticArray<f64>(nodes);
  residual = new StaticArray<f64>(nodes);
  direction = new StaticArray<f64>(nodes);
  moved = new StaticArray<f64>(nodes);
  turned = new StaticArray<f64>(nodes);
  correction = new StaticArray<f64>(nodes);
  probe = new StaticArray<f64>(tranches);
}

/** Brings x nearer to the solution for the nodes `list[from]` up to `list[to]`. */
export function correct(list: StaticArray<i32>, from: i32, to: i32): void {
  chooseRows(list, from, to);
  for (let start = 0; start < RESTARTS; start++) {
    if (takeResidual()) break;
    const before = dot(first, first);
    runSteps(before * (rough ? ROUGH_TARGET * ROUGH_TARGET : TARGET * TARGET));
    const after = leftOver();
    // Also false if the steps broke down into something that is not a number.
    if (!(after < before)) break;
    for (let k = 0; k < rows; k++) {
      const i = row[k];
      const value = x[place[i]] + correction[k] / pivot(i);
      x[place[i]] = floored ? max(0, value) : value;
    }
    if (after > 0.25 * before) break;
  }
  for (let k = 0; k < rows; k++) probe[place[row[k]]] = 0;
}

/** All that get something, in the order of the nodes, so that memory is read in order. */
function chooseRows(list: StaticArray<i32>, from: i32, to: i32): void {
  let first = nodes;
  let last = -1;
  for (let k = from; k < to; k++) {
    const i = list[k];
    if (floored && x[place[i]] == 0) continue;
    chosen[i] = 1;
    first = min(first, i);
    last = max(last, i);
  }
  rows = 0;
  for (let i = first; i <= last; i++) {
    if (!chosen[i]) continue;
    chosen[i] = 0;
    row[rows++] = i;
  }
}

/** The true residual; true if there is nothing left to correct. */
function takeResidual(): bool {
  let done = true;
  for (let k = 0; k < rows; k++) {
    const i = row[k];
    const brought = weighted(i, x);
    first[k] = base[i] + gain * brought - pivot(i) * x[place[i]];
    if (abs(first[k]) > accepted(i, brought)) done = false;
  }
  return done;
}

function runSteps(target: f64): void {
  for (let k = 0; k < rows; k++) {
    residual[k] = first[k];
    direction[k] = first[k];
    correction[k] = 0;
  }
  let rho = dot(first, first);
  for (let step = 0; step < STEPS; step++) {
    apply(direction, moved);
    const alpha = rho / dot(first, moved);
    for (let k = 0; k < rows; k++) residual[k] -= alpha * moved[k];
    apply(residual, turned);
    const omega = dot(turned, residual) / dot(turned, turned);
    work[KRYLOV] += 1;
    if (!Number.isFinite(alpha) || !Number.isFinite(omega) || omega == 0) {
      // A residual of exactly nothing after half a step is the one good way to get here.
      if (Number.isFinite(alpha)) for (let k = 0; k < rows; k++) correction[k] += alpha * direction[k];
      return;
    }
    for (let k = 0; k < rows; k++) {
      correction[k] += alpha * direction[k] + omega * residual[k];
      residual[k] -= omega * turned[k];
    }
    if (dot(residual, residual) <= target) return;
    const next = dot(first, residual);
    const beta = (next / rho) * (alpha / omega);
    if (!Number.isFinite(beta) || beta == 0) return;
    rho = next;
    for (let k = 0; k < rows; k++) direction[k] = residual[k] + beta * (direction[k] - omega * moved[k]);
  }
}

/** Square of what the residual would be with the correction taken. */
function leftOver(): f64 {
  apply(correction, moved);
  for (let k = 0; k < rows; k++) moved[k] = first[k] - moved[k];
  return dot(moved, moved);
}

/** The matrix, its columns divided by the diagonal, times a vector. */
function apply(vector: StaticArray<f64>, into: StaticArray<f64>): void {
  for (let k = 0; k < rows; k++) probe[place[row[k]]] = vector[k] / pivot(row[k]);
  for (let k = 0; k < rows; k++) into[k] = vector[k] - gain * weighted(row[k], probe);
}

function dot(a: StaticArray<f64>, b: StaticArray<f64>): f64 {
  let sum: f64 = 0;
  for (let k = 0; k < rows; k++) sum += a[k] * b[k];
  return sum;
}
