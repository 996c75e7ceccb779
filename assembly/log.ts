/**
 * The log of a run: who missed, who failed, what ended, each with what led to it. The kinds of events and causes, and what their amounts mean,
 * are documented in `src/engine/run.ts`; the numbers of the kinds follow the lists there.
 */

import { reals } from './arena';
import { buyer, isLab, payee, payer, supplier } from './given';
import { instalment } from './paths';
import { ask, contractCut, equity, short, unlent } from './results';
import { contracts, firms, GRACE_MAX, quarters, supplyLinks } from './sizes';
import { arrears, ended, misses, SOUND, status } from './state';
import { legalOrder, ratio } from './work';

/** Fields of an event: t, kind, firm, by, contract, amount, first cause, number of causes. -1 where there is none. */
const EVENT_FIELDS: i32 = 8;
const AMOUNT: i32 = 5;
/** Fields of a cause: kind, from, amount, event. */
const CAUSE_FIELDS: i32 = 4;

const EVENT_MISSED: i32 = 0;
const EVENT_FAILED: i32 = 1;
const EVENT_RESTRUCTURED: i32 = 2;
const EVENT_TERMINATED: i32 = 3;

const CAUSE_AGAIN: i32 = 0;
const CAUSE_UNPAID: i32 = 1;
const CAUSE_UNSOLD: i32 = 2;
const CAUSE_ENDED: i32 = 3;
const CAUSE_CUT: i32 = 4;
const CAUSE_UNFUNDED: i32 = 5;
const CAUSE_UNLENT: i32 = 6;
const CAUSE_MISSED: i32 = 7;
const CAUSE_FAILED: i32 = 8;

/** A sum below this is rounding (billions). */
const NOTHING = 1e-9;

/** How many events and causes the log holds. */
let counts = new StaticArray<f64>(0);
let events = new StaticArray<f64>(0);
let causes = new StaticArray<f64>(0);

/** Per firm: its missed event of this quarter (or -1), its last one before, and its failure. */
let missedNow = new StaticArray<i32>(0);
let missedBefore = new StaticArray<i32>(0);
let failure = new StaticArray<i32>(0);
/** Per contract: the event that ended it. */
let ending = new StaticArray<i32>(0);
/** Per event: the missed event before it in the same row. */
let previous = new StaticArray<i32>(0);

export function allocateLog(): void {
  const mostEvents = quarters * firms + firms + contracts;
  const mostCauses = quarters * (3 * firms + 3 * contracts + supplyLinks) + firms * (GRACE_MAX + 1) + contracts;
  counts = reals(2);
  events = reals(mostEvents * EVENT_FIELDS);
  causes = reals(mostCauses * CAUSE_FIELDS);
  missedNow = new StaticArray<i32>(firms);
  missedBefore = new StaticArray<i32>(firms);
  failure = new StaticArray<i32>(firms);
  ending = new StaticArray<i32>(contracts);
  previous = new StaticArray<i32>(mostEvents);
}

export function clearLog(): void {
  counts[0] = 0;
  counts[1] = 0;
  for (let i = 0; i < firms; i++) {
    missedNow[i] = -1;
    missedBefore[i] = -1;
    failure[i] = -1;
  }
  for (let c = 0; c < contracts; c++) ending[c] = -1;
}

/** Opens an event; the causes added until the next one are its own. Returns its index. */
function open(t: i32, kind: i32, firm: i32, by: i32, contract: i32, amount: f64): i32 {
  const index = <i32>counts[0];
  const at = index * EVENT_FIELDS;
  events[at] = t;
  events[at + 1] = kind;
  events[at + 2] = firm;
  events[at + 3] = by;
  events[at + 4] = contract;
  events[at + AMOUNT] = amount;
  events[at + 6] = counts[1];
  events[at + 7] = 0;
  counts[0] = index + 1;
  return index;
}

/** Adds a cause to an event, unless its amount is rounding. */
function because(event: i32, kind: i32, from: i32, amount: f64, behind: i32): void {
  if (amount > NOTHING) addCause(event, kind, from, amount, behind);
}

/** Adds a cause to an event, which must be the last one causes were added to, or a later one. */
function addCause(event: i32, kind: i32, from: i32, amount: f64, behind: i32): void {
  const own = event * EVENT_FIELDS;
  if (events[own + 7] == 0) events[own + 6] = counts[1];
  events[own + 7] += 1;
  const at = <i32>counts[1] * CAUSE_FIELDS;
  causes[at] = kind;
  causes[at + 1] = from;
  causes[at + 2] = amount;
  causes[at + 3] = behind;
  counts[1] += 1;
}

/** Logs the sound firms that miss in quarter t. All events stand before their causes are sought, for a payer's miss may come later in the order. */
export function logMisses(t: i32): void {
  const row = t * firms;
  for (let i = 0; i < firms; i++) {
    missedBefore[i] = missedNow[i];
    missedNow[i] = -1;
    if (status[i] != SOUND || short[row + i] <= NOTHING) continue;
    missedNow[i] = open(t, EVENT_MISSED, i, -1, -1, short[row + i]);
    previous[missedNow[i]] = missedBefore[i];
  }
  for (let i = 0; i < firms; i++) if (missedNow[i] >= 0) explainMiss(t, i);
}

function explainMiss(t: i32, i: i32): void {
  const event = missedNow[i];
  const at = t * firms + i;
  const before = missedBefore[i];
  if (before >= 0) because(event, CAUSE_AGAIN, i, events[before * EVENT_FIELDS + AMOUNT], before);
  for (let c = 0; c < contracts; c++) {
    if (payee[c] == i) because(event, CAUSE_UNPAID, payer[c], arrears[c], missedNow[payer[c]]);
  }
  for (let s = 0; s < supplyLinks; s++) {
    const from = buyer[s];
    if (supplier[s] == i) because(event, CAUSE_UNSOLD, from, legalOrder[s] * (1 - ratio[from]), missedNow[from]);
  }
  for (let c = 0; c < contracts; c++) {
    if (payee[c] == i && ended[c]) because(event, CAUSE_ENDED, payer[c], instalment(t, c), ending[c]);
  }
  if (t > 0) {
    for (let c = 0; c < contracts; c++) {
      if (payee[c] == i) because(event, CAUSE_CUT, payer[c], contractCut[(t - 1) * contracts + c], -1);
    }
  }
  because(event, CAUSE_UNFUNDED, -1, ask[at] - equity[at], -1);
  because(event, CAUSE_UNLENT, -1, unlent[at], -1);
}

/** Logs that firm i fails, after `misses` quarters in a row. */
export function logFailure(t: i32, i: i32): void {
  const kind = isLab[i] ? EVENT_FAILED : EVENT_RESTRUCTURED;
  failure[i] = open(t, kind, i, -1, -1, short[t * firms + i]);
  for (let back = misses[i] - 1; back >= 0; back--) {
    let event = missedNow[i];
    for (let k = 0; k < back; k++) event = previous[event];
    because(failure[i], CAUSE_MISSED, i, events[event * EVENT_FIELDS + AMOUNT], event);
  }
}

/** Logs that contract c has ended with its payer's failure, and what is lost by it. */
export function logEnd(t: i32, c: i32, lost: f64): void {
  const from = payer[c];
  ending[c] = open(t, EVENT_TERMINATED, payee[c], from, c, lost);
  // Also if nothing was short, as when the failure was forced.
  addCause(ending[c], CAUSE_FAILED, from, events[failure[from] * EVENT_FIELDS + AMOUNT], failure[from]);
}
