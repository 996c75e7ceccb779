/**
 * DebtRank as first published (Battiston and others, Scientific Reports 2, 2012): a node passes stress on once, in the round after it first
 * has some. It goes on taking stress up afterwards, but keeps that to itself; or, in a variant, it is frozen and takes up none.
 */
import { nodes, outAmount, outStart, outTarget } from './graph';
import { base, diagonal, x } from './system';

const NO_REALS = new StaticArray<f64>(0);
const NO_WHOLES = new StaticArray<i32>(0);

/** Nodes that have passed stress on or are about to, in that order. */
let distressed = NO_WHOLES;
let isDistressed = NO_WHOLES;
/** What the nodes hit in this round lose, in money; which they are, and in which round a node was last hit. */
let loss = NO_REALS;
let hit = NO_WHOLES;
let lastHit = NO_WHOLES;

export function allocateSingleHit(): void {
  distressed = new StaticArray<i32>(nodes);
  isDistressed = new StaticArray<i32>(nodes);
  loss = new StaticArray<f64>(nodes);
  hit = new StaticArray<i32>(nodes);
  lastHit = new StaticArray<i32>(nodes);
}

/** Lets the stress that stands in x spread, with buffers on the diagonal, and raises the bases by all that is lost, also beyond the buffers. */
export function singleHitStress(frozen: bool): void {
  let count = 0;
  for (let i = 0; i < nodes; i++) {
    lastHit[i] = 0;
    isDistressed[i] = x[i] > 0 ? 1 : 0;
    if (isDistressed[i]) distressed[count++] = i;
  }
  let round = 0;
  for (let begin = 0; begin < count; ) {
    const end = count;
    const hits = passOn(begin, end, ++round, frozen);
    for (let k = 0; k < hits; k++) {
      const i = hit[k];
      x[i] = min(1, x[i] + loss[i] / diagonal[i]);
      base[i] += loss[i];
      if (isDistressed[i]) continue;
      isDistressed[i] = 1;
      distressed[count++] = i;
    }
    begin = end;
  }
}

/** Sums the losses of those who have claims on the newly distressed; returns how many they are. */
function passOn(begin: i32, end: i32, round: i32, frozen: bool): i32 {
  let hits = 0;
  for (let q = begin; q < end; q++) {
    const debtor = distressed[q];
    for (let k = outStart[debtor]; k < outStart[debtor + 1]; k++) {
      const i = outTarget[k];
      if (frozen && isDistressed[i]) continue;
      if (lastHit[i] < round) {
        lastHit[i] = round;
        loss[i] = 0;
        hit[hits++] = i;
      }
      loss[i] += outAmount[k] * x[debtor];
    }
  }
  return hits;
}
