/**
 * What a clearing vector is worth: how far it is from its own rule, and how far it can be from the exact one.
 *
 * The residual r is |Phi(p) - p|. For the bound, z solves (I - A) z >= |r| and is checked to do so, where A is how payments in default depend
 * on each other: as A >= 0, no payment is further than z from the exact solution for this default set. Rounding, in the computation of the
 * residual and in the sums of what is owed, is added to |r|. Then each decision is checked: every node must have been further on its side
 * of the threshold, and of every kink of the rule, than z can move it. If one was not, the bound is infinite.
 */

import { gap } from './descent';
import { classes, nodes, tranches } from './graph';
import {
  assets,
  beta,
  JUST,
  obligation,
  owed,
  paidBefore,
  ratio,
  recovery,
  seniorDebt,
  threshold,
} from './obligations';
import { solveFor } from './solver';
import { active, base, diagonal, EPSILON, place, pose, weighted } from './system';

const NO_REALS = new StaticArray<f64>(0);
const NO_WHOLES = new StaticArray<i32>(0);

/** What is left of a sum, at this share of its terms, is rounding and not money. */
const NOTHING: f64 = 1e-12;
/** How often errors are handed on between tranches, where nodes stand at a kink, before there is no bound. */
const KINK_TRIES: i32 = 100;

export let residual: f64 = 0;
export let bound: f64 = 0;

/** Error of a node's share, and the nodes that can have one. */
let error = NO_REALS;
let uncertain = NO_WHOLES;
let uncertainCount: i32 = 0;
/** A second tranche in which the error of a node counts in full, or -1. */
let also = NO_WHOLES;
let kinks: i32 = 0;
let inflow = NO_REALS;
/** |Phi(p) - p| and rounding, in money. */
let defect = NO_REALS;

export function allocateCertificate(): void {
  error = new StaticArray<f64>(tranches);
  uncertain = new StaticArray<i32>(nodes);
  also = new StaticArray<i32>(nodes);
  inflow = new StaticArray<f64>(nodes);
  defect = new StaticArray<f64>(nodes);
}

/**
 * Fills `residual` and `bound` for the shares as they stand. `inDefault` is 0 for nodes that pay in full. `gap` must hold the margin of
 * each decision that was final when it was taken, that a node falls (`falls`) or pays; the other margins are taken as they are now.
 */
export function certify(inDefault: StaticArray<i32>, falls: bool): void {
  pose(beta, false, false, true, error);
  residual = 0;
  bound = 0;
  uncertainCount = 0;
  kinks = 0;
  for (let t = 0; t < tranches; t++) error[t] = 0;
  for (let i = 0; i < nodes; i++) {
    active[i] = 0;
    also[i] = -1;
    inflow[i] = weighted(i, ratio);
    const off = distance(i);
    residual = max(residual, off);
    if (!inDefault[i] || obligation[i] == 0) continue;
    defect[i] = off + rounding(i) + EPSILON * obligation[i];
    if (!isNothing(i)) addUncertain(i);
  }
  let tries = kinks > 0 ? KINK_TRIES : 1;
  do solveErrors();
  while (!isBound() && --tries > 0);
  if (tries == 0) bound = Infinity;
  for (let k = 0; k < uncertainCount; k++) active[uncertain[k]] = 0;
  for (let i = 0; i < nodes && bound < Infinity; i++) if (!isDecided(i, inDefault[i] != 0, falls)) bound = Infinity;
}

function addUncertain(i: i32): void {
  base[i] = 2 * defect[i];
  active[i] = 1;
  uncertain[uncertainCount++] = i;
  if (classes == 1) return;
  also[i] = trancheAtKink(i, recovery(i, inflow[i]));
  if (also[i] >= 0) kinks++;
}

/** Solves for the errors; those at a kink count in both tranches, in the second as they were found last. */
function solveErrors(): void {
  solveFor(uncertain, uncertainCount);
  for (let k = 0; k < uncertainCount; k++) {
    const i = uncertain[k];
    if (also[i] >= 0) error[also[i]] = (diagonal[i] * error[place[i]]) / owed[also[i]];
  }
}

/** Do the errors bound what they must? Takes the largest of them as the bound. */
function isBound(): bool {
  for (let k = 0; k < uncertainCount; k++) {
    const i = uncertain[k];
    const size = diagonal[i] * error[place[i]];
    // Also false if the solver left something that is not a number.
    if (!(size >= 0 && size - beta * weighted(i, error) >= defect[i])) return false;
    bound = max(bound, size);
  }
  return true;
}

/** |Phi(p) - p| of node i, the largest over its tranches. */
function distance(i: i32): f64 {
  const solvent = assets[i] + inflow[i] >= threshold(i);
  const value = recovery(i, inflow[i]);
  let before: f64 = 0;
  let largest: f64 = 0;
  for (let t = i * classes; t < (i + 1) * classes; t++) {
    const full = solvent || value >= (before + owed[t]) * JUST;
    const payment = full ? owed[t] : max(0, value - before);
    largest = max(largest, abs(payment - owed[t] * ratio[t]));
    before += owed[t];
  }
  return largest;
}

/** More than rounding can make of what node i has, or recovers. */
function rounding(i: i32): f64 {
  return 8 * EPSILON * (assets[i] + inflow[i] + seniorDebt[i]);
}

/** Does node i pay nothing, and clearly so? */
function isNothing(i: i32): bool {
  if (ratio[place[i]] > 0 || paidBefore[i] > 0) return false;
  return inflow[i] == 0 || recovery(i, inflow[i]) < -NOTHING * seniorDebt[i];
}

function isDecided(i: i32, inDefault: bool, falls: bool): bool {
  if (threshold(i) == 0) return true;
  const moves = weighted(i, error);
  const more = moves + rounding(i);
  const beyond = assets[i] + inflow[i] - threshold(i);
  const margin = inDefault == falls ? gap[i] : abs(beyond);
  if (margin <= more || beyond < 0 != inDefault) return false;
  if (!inDefault || obligation[i] == 0) return true;
  const value = recovery(i, inflow[i]);
  // Nothing comes in and nothing can: no rounding either.
  if (isNothing(i)) return value + beta * moves + (inflow[i] > 0 ? rounding(i) : 0) <= 0;
  return classes == 1 || isBetweenKinks(i, value, more);
}

/** The tranche that node i pays in part as well, if what it recovers is just where one is full and the next begins; else -1. */
function trancheAtKink(i: i32, value: f64): i32 {
  const before = paidBefore[i];
  const after = before + owed[place[i]];
  if (before > 0 && value - before <= NOTHING * before) return trancheBeside(i, -1);
  return value >= after - NOTHING * after ? trancheBeside(i, 1) : -1;
}

/** The next tranche of node i that owes something, towards senior (-1) or junior (1) ones; -1 if there is none. */
function trancheBeside(i: i32, step: i32): i32 {
  for (let t = place[i] + step; t >= i * classes && t < (i + 1) * classes; t += step) if (owed[t] > 0) return t;
  return -1;
}

/** Is there no kink nearer to what node i recovers than this, but for the one at which its errors count on both sides? */
function isBetweenKinks(i: i32, value: f64, more: f64): bool {
  const before = paidBefore[i];
  const senior = trancheBeside(i, -1);
  if (senior >= 0 && senior != also[i] && value - before <= more) return false;
  const junior = trancheBeside(i, 1);
  return junior < 0 || junior == also[i] || before + owed[place[i]] - value > more;
}
