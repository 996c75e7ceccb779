/**
 * The greatest clearing vector, by the fictitious default algorithm of Eisenberg and Noe (2001) with the default costs of Rogers and Veraart (2013): all pay; who
 * cannot is in default; the payments of those in default are solved for, exactly; and again, until nobody else falls.
 *
 * Each round looks only at what it changes: payments of those in default are solved for downstream of the newly fallen, and only the
 * creditors of changed payments are checked. So a calm network of any size costs little more than one look at its edges, while rounds mean
 * the same in small and large ones. Falling payments cannot undo a default, so the systems stay regular (see `clear.ts`).
 */
import { allocateChanges, changed, changedCount, forgetChanges, note } from './changes';
import { DENSE_MAX } from './elimination';
import { classes, nodes, outAmount, outStart, outTarget, tranches } from './graph';
import { assets, beta, JUST, obligation, paidBefore, placeInDefault, ratio, recovery, threshold } from './obligations';
import { allocateRelax, hasSettled, joinRelaxing, relax, startRelaxing } from './relax';
import { solveFor } from './solver';
import { active, place, pose, weighted } from './system';

const NO_REALS = new StaticArray<f64>(0);
const NO_WHOLES = new StaticArray<i32>(0);

/** A running sum is trusted to this share of what it began with; nearer to the threshold, the inflow is summed anew. */
const TRUST: f64 = 1e-8;

/** What a node may do: fall if it cannot pay, pay in full whatever comes, or pay nothing. */
export const FREE: i32 = 0;
export const PAYS: i32 = 1;
export const PAYS_NOTHING: i32 = 2;
export let role = NO_WHOLES;

/** The round in which a node fell; 0 for one that pays in full. */
export let wave = NO_WHOLES;
/** How far a node was on its side of the threshold when that was decided, in money. */
export let gap = NO_REALS;

/** What a node has, kept up as payments fall; and how near to the threshold that is trusted. */
let available = NO_REALS;
let guard = NO_REALS;
/** Inflow when last summed. */
let inflow = NO_REALS;
/** The shares that the creditors know of. */
let known = NO_REALS;
/** Nodes that fall in this round, and nodes being solved for. */
let falling = NO_WHOLES;
let solved = NO_WHOLES;
/** How many nodes are in default. */
let defaulters: i32 = 0;
/** 1 for a node to be checked in this round. */
let isSuspect = NO_WHOLES;

export function allocateDescent(): void {
  allocateChanges();
  allocateRelax();
  role = new StaticArray<i32>(nodes);
  wave = new StaticArray<i32>(nodes);
  gap = new StaticArray<f64>(nodes);
  available = new StaticArray<f64>(nodes);
  guard = new StaticArray<f64>(nodes);
  inflow = new StaticArray<f64>(nodes);
  known = new StaticArray<f64>(tranches);
  falling = new StaticArray<i32>(nodes);
  solved = new StaticArray<i32>(nodes);
  isSuspect = new StaticArray<i32>(nodes);
}

/**
 * Finds the greatest shares, in which a node falls if these parts of its assets and inflow do not reach its debts, and nodes play their
 * roles. Returns the number of rounds.
 */
export function descend(ofAssets: f64, ofInflow: f64): i32 {
  pose(beta, false, true, false, ratio);
  for (let i = 0; i < nodes; i++) {
    wave[i] = 0;
    active[i] = 0;
    for (let t = i * classes; t < (i + 1) * classes; t++) known[t] = ratio[t] = role[i] == PAYS_NOTHING ? 0 : 1;
  }
  defaulters = 0;
  startRelaxing();
  let count = 0;
  for (let i = 0; i < nodes; i++) {
    if (role[i] != FREE) continue;
    check(i, ofAssets, ofInflow);
    guard[i] = TRUST * (available[i] + threshold(i));
    if (available[i] < threshold(i)) falling[count++] = i;
  }
  let rounds = 0;
  while (count > 0) {
    rounds++;
    for (let k = 0; k < count; k++) fall(falling[k], rounds);
    settle(count);
    count = spread(ofAssets, ofInflow);
  }
  return rounds;
}

function check(i: i32, ofAssets: f64, ofInflow: f64): void {
  inflow[i] = weighted(i, ratio);
  available[i] = ofAssets * assets[i] + ofInflow * inflow[i];
}

function fall(i: i32, round: i32): void {
  wave[i] = round;
  defaulters++;
  joinRelaxing(i);
  gap[i] = threshold(i) - available[i];
  if (obligation[i] > 0) placeInDefault(i, recovery(i, inflow[i]));
}

/**
 * Settles the payments of all in default, given who has newly fallen; and again, if that leaves someone unable to pay a class it paid in
 * full. A worklist first, where there are many; if it does not settle them, all downstream of the fallen are solved for.
 */
function settle(fallen: i32): void {
  forgetChanges();
  let seeds = fallen;
  while (seeds > 0) {
    if (defaulters <= DENSE_MAX || !relax(falling, seeds, wave)) solveDownstream(seeds);
    seeds = 0;
    if (classes == 1) return;
    for (let k = 0; k < changedCount; k++) if (sinks(changed[k])) falling[seeds++] = changed[k];
  }
}

function solveDownstream(seeds: i32): void {
  const count = followDefaults(seeds);
  solveFor(solved, count);
  for (let k = 0; k < count; k++) {
    active[solved[k]] = 0;
    hasSettled(solved[k]);
    note(solved[k]);
  }
}

/** Lists, and marks active, the first `seeds` of the falling and everyone in default whom they pay, directly or not. */
function followDefaults(seeds: i32): i32 {
  let count = 0;
  for (let k = 0; k < seeds; k++) if (obligation[falling[k]] > 0) count = include(falling[k], count);
  for (let k = 0; k < count; k++) {
    const i = solved[k];
    const end = outStart[(i + 1) * classes];
    for (let edge = outStart[i * classes]; edge < end; edge++) {
      const j = outTarget[edge];
      if (wave[j] > 0 && !active[j] && obligation[j] > 0) count = include(j, count);
    }
  }
  return count;
}

function include(i: i32, count: i32): i32 {
  active[i] = 1;
  solved[count] = i;
  return count + 1;
}

/** Moves a node that cannot pay all it pays in full to a more senior tranche; false if it can. */
function sinks(i: i32): bool {
  if (paidBefore[i] == 0 || ratio[place[i]] > 0) return false;
  const value = recovery(i, weighted(i, ratio));
  if (value >= paidBefore[i] * JUST) return false;
  placeInDefault(i, value);
  return true;
}

/** Tells the creditors what they lost. Lists those who fall by it, in the order in which they were told. */
function spread(ofAssets: f64, ofInflow: f64): i32 {
  let suspects = 0;
  for (let k = 0; k < changedCount; k++) {
    const i = changed[k];
    for (let t = i * classes; t < (i + 1) * classes; t++) {
      const drop = known[t] - ratio[t];
      if (drop == 0) continue;
      known[t] = ratio[t];
      suspects = tell(t, ofInflow * drop, suspects);
    }
  }
  let count = 0;
  for (let k = 0; k < suspects; k++) {
    const j = falling[k];
    isSuspect[j] = 0;
    check(j, ofAssets, ofInflow);
    if (available[j] < threshold(j)) falling[count++] = j;
  }
  return count;
}

function tell(t: i32, drop: f64, before: i32): i32 {
  let suspects = before;
  const end = outStart[t + 1];
  for (let edge = outStart[t]; edge < end; edge++) {
    const j = outTarget[edge];
    if (wave[j] > 0 || role[j] != FREE) continue;
    available[j] -= outAmount[edge] * drop;
    if (isSuspect[j] || available[j] >= threshold(j) + guard[j]) continue;
    isSuspect[j] = 1;
    falling[suspects++] = j;
  }
  return suspects;
}
