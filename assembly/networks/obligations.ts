/**
 * What a clearing is given, and the rules of payment. The unknown is the share that each tranche of debt pays, exactly 1 for a node that
 * pays in full: then a state in which all pay is exact, whatever the amounts.
 */
import { reals } from '../arena';
import { classes, nodes, outTotal, tranches } from './graph';
import { base, diagonal, place } from './system';

const NO_REALS = new StaticArray<f64>(0);

/** Who can just pay pays: equality is solvency, and sums of decimal amounts are not exact. Also holds class by class. */
export const JUST: f64 = 1 - 1e-12;

/** Outside assets; outside debt, pari passu with the most junior class; outside debt that is paid before all classes. */
export let assets = NO_REALS;
let outsideDebt = NO_REALS;
export let seniorDebt = NO_REALS;

/** Recovery fractions of a node in default: of its outside assets and of its inflow. */
export let alpha: f64 = 1;
export let beta: f64 = 1;

/** What each tranche owes, to the network and outside; and each node in all its tranches, without senior debt. */
export let owed = NO_REALS;
export let obligation = NO_REALS;
/** What a node in default pays in full, before the tranche it pays in part. */
export let paidBefore = NO_REALS;
/** The share of each tranche that is paid. */
export let ratio = NO_REALS;

export function allocateObligations(): void {
  assets = reals(nodes);
  outsideDebt = reals(nodes);
  seniorDebt = reals(nodes);
  owed = new StaticArray<f64>(tranches);
  obligation = new StaticArray<f64>(nodes);
  paidBefore = new StaticArray<f64>(nodes);
  ratio = new StaticArray<f64>(tranches);
}

/** Sums up what is owed, and sets the recovery fractions. */
export function sumObligations(ofAssets: f64, ofInflow: f64): void {
  alpha = ofAssets;
  beta = ofInflow;
  for (let i = 0; i < nodes; i++) {
    let total: f64 = 0;
    for (let t = i * classes; t < (i + 1) * classes; t++) {
      owed[t] = outTotal[t];
      if (t == (i + 1) * classes - 1) owed[t] += outsideDebt[i];
      total += owed[t];
    }
    obligation[i] = total;
  }
}

/** A node with less than this defaults. Nothing for one that owes nothing, which so never does. */
export function threshold(i: i32): f64 {
  return (obligation[i] + seniorDebt[i]) * JUST;
}

/** What is left in default for the network and those who rank with it, given the inflow; negative if senior debt takes it all. */
export function recovery(i: i32, inflow: f64): f64 {
  return alpha * assets[i] + beta * inflow - seniorDebt[i];
}

/**
 * Puts a node in default at the tranche that this much pays in part, with those before it paid in full and those after it not at all.
 * The node must owe something.
 */
export function placeInDefault(i: i32, value: f64): void {
  const end = (i + 1) * classes;
  let at = -1;
  let before: f64 = 0;
  for (let t = i * classes; t < end; t++) {
    if (owed[t] == 0) continue;
    if (at >= 0) {
      if (value < (before + owed[at]) * JUST) break;
      before += owed[at];
    }
    at = t;
  }
  for (let t = i * classes; t < end; t++) ratio[t] = t < at ? 1 : 0;
  place[i] = at;
  paidBefore[i] = before;
  diagonal[i] = owed[at];
  base[i] = alpha * assets[i] - seniorDebt[i] - before;
  ratio[at] = min(1, max(0, (value - before) / owed[at]));
}
