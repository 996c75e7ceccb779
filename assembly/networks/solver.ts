/**
 * Solves the system of `system.ts` for the active nodes: component by component, debtors first, so that a network without loops is one
 * pass. A single node directly, a small component by elimination, a large one by sweeps, and when these stall by a Krylov method.
 */
import { accepted, allocateBlock, brought, diagonal, load, renewed, rows, store, value } from './block';
import { allocateComponents, componentStart, components, findComponents, order } from './components';
import { allocateElimination, DENSE_MAX, eliminate } from './elimination';
import { allocateKrylov, correct } from './krylov';
import { allocateSystem, base, floored, gain, pivot, place, SWEEPS, weighted, work, x } from './system';

/** So many sweeps should bring a component so much nearer; else some thirty more would be needed, and the Krylov method is quicker. */
const PATIENCE: i32 = 6;
const PROGRESS: f64 = 0.02;
/** Rounding alone now and then moves a node by so many times what is accepted. */
const NOISE: f64 = 16;
/** After so many sweeps what there is must do; the certificate says how good it is. */
const SWEEPS_MAX: i32 = 3000;

/** Money moved by the last sweep, and whether it moved anything beyond rounding. */
let moved: f64 = 0;
let settled: bool = false;

export function allocateSolver(): void {
  allocateSystem();
  allocateComponents();
  allocateElimination();
  allocateBlock();
  allocateKrylov();
}

/** Solves for the `count` nodes of the list, which are the active ones. x holds where to start from, and then the solution. */
export function solveFor(list: StaticArray<i32>, count: i32): void {
  findComponents(list, count, false);
  for (let c = 0; c < components; c++) {
    const from = componentStart[c];
    const to = componentStart[c + 1];
    if (to == from + 1) solveOne(order[from]);
    else if (to - from <= DENSE_MAX) eliminate(order, from, to);
    else iterate(from, to);
  }
}

/** Largest |residual| of the equations of the list, floored ones that stand at zero only where they should not. */
export function largestResidual(list: StaticArray<i32>, count: i32): f64 {
  let largest: f64 = 0;
  for (let k = 0; k < count; k++) {
    const i = list[k];
    const value = x[place[i]];
    const residual = base[i] + gain * weighted(i, x) - pivot(i) * value;
    largest = max(largest, floored && value == 0 ? residual : abs(residual));
  }
  return largest;
}

function solveOne(i: i32): void {
  const value = (base[i] + gain * weighted(i, x)) / pivot(i);
  x[place[i]] = floored ? max(0, value) : value;
}

function iterate(from: i32, to: i32): void {
  load(order, from, to);
  let before: f64 = 0;
  for (let sweeps = 1; sweeps <= SWEEPS_MAX; sweeps++) {
    sweep();
    if (settled) break;
    if (sweeps == 1) before = moved;
    if (sweeps % PATIENCE != 0) continue;
    if (moved > PROGRESS * before) correct();
    before = moved;
  }
  store(order, from);
}

/**
 * One pass of Gauss and Seidel over the component. Settled is one in which nothing moves by more than rounding; or in which rounding
 * still moves a few nodes, but hardly any on average.
 */
function sweep(): void {
  moved = 0;
  let acceptable: f64 = 0;
  let isStill = true;
  let isNoise = true;
  for (let k = 0; k < rows; k++) {
    const within = brought(k, value);
    const next = renewed(k, within);
    const change = diagonal[k] * abs(next - value[k]);
    const limit = accepted(k, within);
    moved += change;
    acceptable += limit;
    if (change > limit) isStill = false;
    if (change > NOISE * limit) isNoise = false;
    value[k] = next;
  }
  settled = isStill || (isNoise && moved <= acceptable / 4);
  work[SWEEPS] += 1;
}
