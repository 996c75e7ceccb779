/**
 * BiCGStab (van der Vorst, SIAM J. Sci. Stat. Comput. 13, 1992) on one large component, preconditioned by a sweep: it solves (I - T) u = r, where T
 * is what a sweep makes of a vector and r what a sweep still changes. A sweep follows the paths of the search, so that a ring, however
 * long, takes two steps.
 *
 * A correction is taken only if the true residual says that it is one, and the method then starts again from there. If it breaks down
 * nothing is lost: the sweeps go on. Rows that get nothing stay out.
 */
import { accepted, brought, diagonal, renewed, rows, value } from './block';
import { nodes } from './graph';
import { floored, KRYLOV, rough, work } from './system';

const RESTARTS: i32 = 8;
const STEPS: i32 = 400;
/** How far one start brings the residual down before the true one is looked at again. */
const TARGET: f64 = 1e-9;
const ROUGH_TARGET: f64 = 1e-2;

const NO_REALS = new StaticArray<f64>(0);

/** The residual a start begins with, which is the shadow residual as well. All vectors are in units of the base (money), not of x. */
let first = NO_REALS;
let residual = NO_REALS;
let direction = NO_REALS;
let moved = NO_REALS;
let turned = NO_REALS;
let correction = NO_REALS;
/** A vector in units of x, as a sweep leaves it. */
let probe = NO_REALS;
/** 1 for a row that gets nothing. */
let isOut = new StaticArray<i32>(0);

export function allocateKrylov(): void {
  first = new StaticArray<f64>(nodes);
  residual = new StaticArray<f64>(nodes);
  direction = new StaticArray<f64>(nodes);
  moved = new StaticArray<f64>(nodes);
  turned = new StaticArray<f64>(nodes);
  correction = new StaticArray<f64>(nodes);
  probe = new StaticArray<f64>(nodes);
  isOut = new StaticArray<i32>(nodes);
}

/** Brings the unknowns of the component nearer to the solution. */
export function correct(): void {
  for (let k = 0; k < rows; k++) isOut[k] = floored && value[k] == 0 ? 1 : 0;
  for (let start = 0; start < RESTARTS; start++) {
    if (takeResidual()) return;
    const before = dot(first, first);
    runSteps(before * (rough ? ROUGH_TARGET * ROUGH_TARGET : TARGET * TARGET));
    const after = leftOver();
    // Also false if the steps broke down into something that is not a number.
    if (!(after < before)) return;
    for (let k = 0; k < rows; k++) {
      // The sweep that took the residual has made its own step already.
      const next = value[k] + (correction[k] - first[k]) / diagonal[k];
      value[k] = floored ? max(0, next) : next;
    }
    if (after > 0.25 * before) return;
  }
}

/** One sweep, noting what it changes; true if that is nothing. */
function takeResidual(): bool {
  let done = true;
  for (let k = 0; k < rows; k++) {
    first[k] = 0;
    if (isOut[k]) continue;
    const within = brought(k, value);
    const next = renewed(k, within);
    first[k] = diagonal[k] * (next - value[k]);
    value[k] = next;
    if (abs(first[k]) > accepted(k, within)) done = false;
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

/** A vector less what a sweep without base makes of it. */
function apply(vector: StaticArray<f64>, into: StaticArray<f64>): void {
  for (let k = 0; k < rows; k++) probe[k] = vector[k] / diagonal[k];
  for (let k = 0; k < rows; k++) {
    const within = isOut[k] ? 0 : brought(k, probe);
    probe[k] = within / diagonal[k];
    into[k] = vector[k] - within;
  }
}

function dot(a: StaticArray<f64>, b: StaticArray<f64>): f64 {
  let sum: f64 = 0;
  for (let k = 0; k < rows; k++) sum += a[k] * b[k];
  return sum;
}
