/**
 * DebtRank, how a loss of equity spreads through claims before anybody defaults. Stress is the share of its buffer that a node has lost,
 * from 0 to 1. An edge runs from debtor to creditor and carries the claim, the diagonal is the creditor's buffer, and the base is what the shock
 * takes of it by itself. The system then says: buffer * stress = loss from the shock + sum over debtors of claim * their stress.
 *
 * Linear (Bardoscia and others, PLoS ONE 10, 2015): the least h with h = min(1, h0 + V^T h), as losses are passed on in every round.
 * Only nodes that the shock reaches have stress at all, and among them the map has one fixed point only: it is concave, and some
 * power of it is positive at zero. So it may be sought from above, where everybody is taken for lost until proven otherwise; then the set of
 * the others only grows, and their system always has a solution: the stress seen so far, too high, witnesses that it is an M-matrix.
 */
import { nodes, outStart, outTarget } from './graph';
import { keepReached, list, listed } from './reach';
import { solveFor } from './solver';
import { active, base, diagonal, pose, weighted, x } from './system';

/** Who has all but lost its buffer has lost it: the same band as in clearing. */
const JUST: f64 = 1 - 1e-12;
/** A fall of stress too small to wake the creditors for; solving the system takes care of it. */
const SLIGHT: f64 = 0.9999;
/** Visits of a node, on average, before the system is solved. */
const PATIENCE: i32 = 10;

const NO_WHOLES = new StaticArray<i32>(0);

/** The nodes that the shock reaches. */
let reached = NO_WHOLES;
let reachedCount: i32 = 0;
/** Nodes to be looked at again: a ring, in which each stands at most once. */
let queue = NO_WHOLES;
let queued = NO_WHOLES;
/** Those whose buffer lasts; they are the active nodes. */
let lasting = NO_WHOLES;
let lastingCount: i32 = 0;

export function allocateStress(): void {
  reached = new StaticArray<i32>(nodes);
  queue = new StaticArray<i32>(nodes);
  queued = new StaticArray<i32>(nodes);
  lasting = new StaticArray<i32>(nodes);
}

/** Linear DebtRank: fills x with the stress of every node, and raises the bases to all that is lost, also beyond the buffers. */
export function linearStress(): void {
  pose(1, false, false, false, x);
  for (let i = 0; i < nodes; i++) active[i] = 1;
  keepReached(false);
  reachedCount = listed;
  lastingCount = 0;
  for (let k = 0; k < reachedCount; k++) {
    const i = list[k];
    reached[k] = i;
    active[i] = 0;
    x[i] = 1;
  }
  while (admit()) {
    solveFor(lasting, lastingCount);
    for (let k = 0; k < lastingCount; k++) x[lasting[k]] = min(1, x[lasting[k]]);
  }
  for (let i = 0; i < nodes; i++) base[i] += weighted(i, x);
}

/** Lowers stress from above, until nothing much moves or patience ends. False if all whose buffer lasts were known before. */
function admit(): bool {
  const before = lastingCount;
  let begin = 0;
  let waiting = 0;
  for (let k = 0; k < reachedCount; k++) {
    const i = reached[k];
    if (active[i]) continue;
    queue[waiting++] = i;
    queued[i] = 1;
  }
  for (let visits = PATIENCE * reachedCount; waiting > 0; visits--) {
    const i = queue[begin];
    begin = begin + 1 == nodes ? 0 : begin + 1;
    waiting--;
    queued[i] = 0;
    const stress = (base[i] + weighted(i, x)) / diagonal[i];
    if (stress >= (active[i] ? SLIGHT * x[i] : JUST)) continue;
    x[i] = stress;
    if (!active[i]) {
      active[i] = 1;
      lasting[lastingCount++] = i;
    }
    if (visits <= 0) continue;
    for (let k = outStart[i]; k < outStart[i + 1]; k++) {
      const creditor = outTarget[k];
      if (queued[creditor]) continue;
      let end = begin + waiting;
      if (end >= nodes) end -= nodes;
      queue[end] = creditor;
      queued[creditor] = 1;
      waiting++;
    }
  }
  return lastingCount > before;
}
