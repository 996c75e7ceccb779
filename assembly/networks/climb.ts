/**
 * The least clearing vector, for one class of debts. Iterating from zero is not enough with default costs: the map jumps, and the limit need not
 * be a clearing vector (Rogers and Veraart 2013). In the manner of Besting, Hoefer and Huth (2026):
 *
 * 1. Climb: payments rise from zero as long as that is quick. Whoever can pay in full at payments this low pays in every clearing vector.
 * 2. Level: where this leads, exactly. With these payers fixed and nobody else allowed to jump, the least payments are the greatest
 *    ones on the nodes that money reaches; all others pay nothing. So the descent finds them.
 * 3. Promote: who can pay in full there (equality included) is a payer; whom money now reaches is reached. Again, until nothing changes.
 */
import { findComponents, order } from './components';
import { descend, FREE, gap, PAYS, PAYS_NOTHING, role } from './descent';
import { nodes, outStart, outTarget } from './graph';
import { alpha, assets, beta, obligation, ratio, recovery, seniorDebt, threshold } from './obligations';
import { active, pose, VISITS, weighted, work } from './system';

/** A payment that rises by less than this share of the debt wakes no creditor: the level finds the rest. */
const STEP: f64 = 1e-6;
/** The climb looks at each edge so often, on average, before the level takes over. */
const PATIENCE: f64 = 20;
/** What is left of a sum, at this share of its terms, is rounding and not money. More than for the elimination, which then agrees. */
const NOTHING: f64 = 4e-12;

const NO_WHOLES = new StaticArray<i32>(0);

/** Nodes to look at, as a ring: a node stands in it at most once. */
let queue = NO_WHOLES;
let isQueued = NO_WHOLES;
let head: i32 = 0;
let queued: i32 = 0;
/** The share each node's creditors were last woken for. */
let known = new StaticArray<f64>(0);
/** Is there a rise that no creditor was woken for? */
let unfinished: bool = false;

export function allocateClimb(): void {
  queue = new StaticArray<i32>(nodes);
  isQueued = new StaticArray<i32>(nodes);
  known = new StaticArray<f64>(nodes);
}

/** Finds the least shares. Afterwards the role of a node says whether it pays in full. */
export function climb(): void {
  pose(beta, false, true, false, ratio);
  start();
  do {
    rise();
    if (unfinished) level();
  } while (promote());
}

function start(): void {
  for (let i = 0; i < nodes; i++) {
    role[i] = FREE;
    ratio[i] = 0;
    known[i] = 0;
    active[i] = 1;
    queue[i] = i;
  }
  findComponents(queue, nodes, true);
  head = 0;
  queued = nodes;
  for (let k = 0; k < nodes; k++) {
    queue[k] = order[k];
    isQueued[k] = 1;
    active[k] = 0;
  }
}

function rise(): void {
  const enough = work[VISITS] + PATIENCE * <f64>(nodes + outStart[nodes]);
  unfinished = false;
  while (queued > 0 && work[VISITS] < enough) {
    const i = queue[head];
    head = head + 1 == nodes ? 0 : head + 1;
    queued--;
    isQueued[i] = 0;
    if (role[i] != PAYS) lift(i);
  }
  if (queued > 0) unfinished = true;
}

function lift(i: i32): void {
  const inflow = weighted(i, ratio);
  if (assets[i] + inflow >= threshold(i)) becomePayer(i, assets[i] + inflow);
  else if (obligation[i] > 0) ratio[i] = max(ratio[i], recovery(i, inflow) / obligation[i]);
  const more = ratio[i] - known[i];
  if (more == 0) return;
  if (more > STEP || known[i] == 0 || role[i] == PAYS) wakeCreditors(i);
  else unfinished = true;
}

function becomePayer(i: i32, available: f64): void {
  role[i] = PAYS;
  ratio[i] = 1;
  gap[i] = available - threshold(i);
}

function wakeCreditors(i: i32): void {
  known[i] = ratio[i];
  const end = outStart[i + 1];
  for (let edge = outStart[i]; edge < end; edge++) {
    const j = outTarget[edge];
    if (isQueued[j] || role[j] == PAYS) continue;
    isQueued[j] = 1;
    const at = head + queued++;
    queue[at < nodes ? at : at - nodes] = j;
  }
}

/** Empties the queue and solves for everyone who is not a payer, on the nodes that money reaches. */
function level(): void {
  for (; queued > 0; queued--) {
    isQueued[queue[head]] = 0;
    head = head + 1 == nodes ? 0 : head + 1;
  }
  let count = 0;
  for (let i = 0; i < nodes; i++) {
    if (role[i] != PAYS) role[i] = ratio[i] > 0 ? FREE : PAYS_NOTHING;
    if (ratio[i] > 0) queue[count++] = i;
  }
  for (let k = 0; k < count; k++) {
    const end = outStart[queue[k] + 1];
    for (let edge = outStart[queue[k]]; edge < end; edge++) {
      const j = outTarget[edge];
      if (role[j] != PAYS_NOTHING || alpha * assets[j] < seniorDebt[j]) continue;
      role[j] = FREE;
      queue[count++] = j;
    }
  }
  head = 0;
  descend(alpha, beta);
}

/** Finds new payers and nodes that money has come to reach, and wakes their creditors; false if that changes no payment. */
function promote(): bool {
  let changes = false;
  for (let i = 0; i < nodes; i++) {
    if (role[i] == PAYS) continue;
    const inflow = weighted(i, ratio);
    const before = ratio[i];
    if (assets[i] + inflow >= threshold(i)) becomePayer(i, assets[i] + inflow);
    else if (role[i] == PAYS_NOTHING && obligation[i] > 0 && recovery(i, inflow) > NOTHING * beta * inflow) {
      ratio[i] = recovery(i, inflow) / obligation[i];
    }
    role[i] = role[i] == PAYS ? PAYS : FREE;
    if (ratio[i] == before) continue;
    changes = true;
    wakeCreditors(i);
  }
  return changes;
}
