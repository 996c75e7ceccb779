/**
 * Step 8, clearing: the greatest clearing vector of Eisenberg and Noe (Management Science 47, 2001) with the default costs of Rogers and
 * Veraart (Management Science 59, 2013), by their fictitious default algorithm. Exact: at most one round per firm.
 *
 * Payments start at the full obligations and only fall, so the set of defaulters only grows. In each round the payments of the
 * defaulters solve p = max(0, a + A p), where A is (1 - friction) times the relative liabilities among them. The payers that pay
 * something are found from below (they too only grow), each time by elimination. Its matrix I - A is an M-matrix, diagonally
 * dominant by columns, so elimination needs no pivoting; and it is never singular: a closed group of defaulters that all
 * paid something would need negative means that sum to zero, and then they would not all be in default.
 */
import { buyer, payee, payer, supplier } from './given';
import { friction } from './levers';
import { cleared, owed } from './results';
import { contracts, firms, supplyLinks } from './sizes';
import { inflow, legalDue, legalOrder, means, ratio } from './work';

/** Who can just pay pays: sums of decimal amounts are not exact, and equality is solvency. */
export const JUST = 1 - 1e-12;

const NO_REALS = new StaticArray<f64>(0);
const NO_WHOLES = new StaticArray<i32>(0);

/** 1 for a firm in default, and its position among the payers being solved for, or -1. */
let inDefault = NO_WHOLES;
let position = NO_WHOLES;
/** The payers being solved for, in firm order, and how many. */
let member = NO_WHOLES;
let members: i32 = 0;
/** What a defaulter pays out of its own means and the payments of firms that pay in full. */
let base = NO_REALS;
let matrix = NO_REALS;
let payment = NO_REALS;

export function allocateClearing(): void {
  inDefault = new StaticArray<i32>(firms);
  position = new StaticArray<i32>(firms);
  member = new StaticArray<i32>(firms);
  base = new StaticArray<f64>(firms);
  matrix = new StaticArray<f64>(firms * firms);
  payment = new StaticArray<f64>(firms);
}

/** Is firm i in default in the quarter just cleared? */
export function defaulted(i: i32): bool {
  return inDefault[i] != 0;
}

/** Clears quarter t: from `owed`, `means` and what is legally due, fills `cleared`, `ratio` and `inflow`. */
export function clear(t: i32): void {
  const row = t * firms;
  for (let i = 0; i < firms; i++) {
    inDefault[i] = 0;
    ratio[i] = 1;
  }
  sumInflow();
  while (findDefaults(row)) {
    solveDefaulters(row);
    sumInflow();
  }
  for (let i = 0; i < firms; i++) cleared[row + i] = inDefault[i] ? payment[i] : owed[row + i];
}

/** What each firm receives if all pay at their ratios. */
function sumInflow(): void {
  for (let i = 0; i < firms; i++) inflow[i] = 0;
  for (let c = 0; c < contracts; c++) inflow[payee[c]] += legalDue[c] * ratio[payer[c]];
  for (let s = 0; s < supplyLinks; s++) inflow[supplier[s]] += legalOrder[s] * ratio[buyer[s]];
}

/** Adds to the defaulters all who cannot pay in full; false if there is none. */
function findDefaults(row: i32): bool {
  let found = false;
  for (let i = 0; i < firms; i++) {
    const obligation = owed[row + i];
    if (inDefault[i] || obligation <= 0 || means[i] + inflow[i] >= obligation * JUST) continue;
    inDefault[i] = 1;
    found = true;
  }
  return found;
}

/** Payments of all defaulters, given that everyone else pays in full. */
function solveDefaulters(row: i32): void {
  const kept = 1 - friction();
  for (let i = 0; i < firms; i++) {
    payment[i] = 0;
    base[i] = 0;
  }
  addFromPayers(kept);
  members = 0;
  for (let i = 0; i < firms; i++) {
    position[i] = -1;
    if (!inDefault[i]) continue;
    base[i] += min(means[i], 0) + kept * max(means[i], 0);
    if (base[i] > 0) position[i] = members++;
  }
  do eliminate(row, kept);
  while (admit(row, kept));
  for (let i = 0; i < firms; i++) {
    if (!inDefault[i]) continue;
    payment[i] = min(owed[row + i], max(0, payment[i]));
    ratio[i] = payment[i] / owed[row + i];
  }
}

/** Adds to `base` what firms that pay in full bring to the defaulters. */
function addFromPayers(kept: f64): void {
  for (let c = 0; c < contracts; c++) {
    if (!inDefault[payer[c]]) base[payee[c]] += kept * legalDue[c];
  }
  for (let s = 0; s < supplyLinks; s++) {
    if (!inDefault[buyer[s]]) base[supplier[s]] += kept * legalOrder[s];
  }
}

/** Lets in the defaulters that would now pay something; false if there is none. */
function admit(row: i32, kept: f64): bool {
  const before = members;
  for (let i = 0; i < firms; i++) {
    if (inDefault[i] && position[i] < 0 && base[i] + kept * fromMembers(row, i) > 0) position[i] = members++;
  }
  return members > before;
}

/** What the payers being solved for bring to firm i. */
function fromMembers(row: i32, i: i32): f64 {
  let sum: f64 = 0;
  for (let c = 0; c < contracts; c++) {
    const from = payer[c];
    if (payee[c] == i && payment[from] > 0) sum += (legalDue[c] / owed[row + from]) * payment[from];
  }
  for (let s = 0; s < supplyLinks; s++) {
    const from = buyer[s];
    if (supplier[s] == i && payment[from] > 0) sum += (legalOrder[s] / owed[row + from]) * payment[from];
  }
  return sum;
}

/** Solves (I - A) p = base over the members. */
function eliminate(row: i32, kept: f64): void {
  const size = members;
  if (size == 0) return;
  for (let k = 0; k < size * size; k++) matrix[k] = 0;
  for (let i = 0; i < firms; i++) {
    const at = position[i];
    if (at < 0) continue;
    member[at] = i;
    matrix[at * size + at] = 1;
  }
  for (let c = 0; c < contracts; c++) relate(row, payer[c], payee[c], kept * legalDue[c]);
  for (let s = 0; s < supplyLinks; s++) relate(row, buyer[s], supplier[s], kept * legalOrder[s]);
  for (let k = 0; k < size; k++) payment[member[k]] = base[member[k]];
  for (let k = 0; k < size; k++) {
    const pivot = matrix[k * size + k];
    for (let r = k + 1; r < size; r++) {
      const factor = matrix[r * size + k] / pivot;
      if (factor == 0) continue;
      for (let q = k + 1; q < size; q++) matrix[r * size + q] -= factor * matrix[k * size + q];
      payment[member[r]] -= factor * payment[member[k]];
    }
  }
  for (let k = size - 1; k >= 0; k--) {
    let value = payment[member[k]];
    for (let q = k + 1; q < size; q++) value -= matrix[k * size + q] * payment[member[q]];
    payment[member[k]] = value / matrix[k * size + k];
  }
}

/** Enters what `from` owes `to` (already times what default keeps) into the matrix, if both are being solved for. */
function relate(row: i32, from: i32, to: i32, amount: f64): void {
  if (amount == 0 || position[from] < 0 || position[to] < 0) return;
  matrix[position[to] * members + position[from]] -= amount / owed[row + from];
}
