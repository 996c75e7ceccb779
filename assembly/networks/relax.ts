/**
 * A worklist on the nodes in default: whoever falls is looked at, and then whom a change reaches, until nothing moves beyond rounding. In a large
 * network the effect of a default mostly dies out nearby, and this finds it without looking at the rest. Where it does not, it gives up.
 */
import { note } from './changes';
import { classes, inStart, nodes, outStart, outTarget } from './graph';
import { beta, obligation, ratio } from './obligations';
import { base, diagonal, EPSILON, place, VISITS, weighted, work } from './system';

/** After so many looks at each edge, on average, less money must have moved than in as many before: by this factor. */
const CHUNK: f64 = 2;
const PROGRESS: f64 = 0.25;
/** And after so many such chunks it is not the worklist that will settle it: what has no base can shrink for ever. */
const CHUNKS_MAX: i32 = 20;

const NO_WHOLES = new StaticArray<i32>(0);

/** Nodes to look at, as a ring: a node stands in it at most once. */
let queue = NO_WHOLES;
let isQueued = NO_WHOLES;
let head: i32 = 0;
let queued: i32 = 0;
/** 1 for a node whose creditors must hear of it, however little it changes now. */
let isNew = NO_WHOLES;
/** The share that the creditors in default know of: what they do not know of never adds up to more than rounding. */
let known = new StaticArray<f64>(0);
/** Edges into nodes in default. */
let edges: f64 = 0;

export function allocateRelax(): void {
  queue = new StaticArray<i32>(nodes);
  isQueued = new StaticArray<i32>(nodes);
  isNew = new StaticArray<i32>(nodes);
  known = new StaticArray<f64>(nodes);
}

/** Nobody is in default. */
export function startRelaxing(): void {
  edges = 0;
}

/** Node i is in default from now on. */
export function joinRelaxing(i: i32): void {
  edges += <f64>(inStart[i + 1] - inStart[i]);
}

/** The payment of node i has been solved for, and with it those of its creditors in default. */
export function hasSettled(i: i32): void {
  known[i] = ratio[place[i]];
}

/** Relaxes from the first `count` nodes of the list. True if that has settled all payments; if not, they are on their way. */
export function relax(list: StaticArray<i32>, count: i32, wave: StaticArray<i32>): bool {
  head = 0;
  queued = 0;
  for (let k = 0; k < count; k++) {
    if (obligation[list[k]] == 0) continue;
    isNew[list[k]] = 1;
    enqueue(list[k]);
  }
  let before = Infinity;
  for (let chunk = 0; chunk < CHUNKS_MAX && queued > 0; chunk++) {
    const moved = relaxFor(work[VISITS] + CHUNK * edges, wave);
    if (queued > 0 && moved > PROGRESS * before) break;
    before = moved;
  }
  const settled = queued == 0;
  while (queued > 0) isNew[dequeue()] = 0;
  return settled;
}

/** Works through the queue until so many edges have been visited. Returns how much money moved. */
function relaxFor(enough: f64, wave: StaticArray<i32>): f64 {
  let moved: f64 = 0;
  while (queued > 0 && work[VISITS] <= enough) {
    const i = dequeue();
    const brought = beta * weighted(i, ratio);
    const share = max(0, (base[i] + brought) / diagonal[i]);
    moved += diagonal[i] * abs(share - ratio[place[i]]);
    ratio[place[i]] = share;
    note(i);
    if (!isNew[i] && diagonal[i] * abs(share - known[i]) <= 2 * EPSILON * (abs(base[i]) + brought)) continue;
    isNew[i] = 0;
    known[i] = share;
    const end = outStart[(i + 1) * classes];
    for (let edge = outStart[i * classes]; edge < end; edge++) {
      const j = outTarget[edge];
      if (wave[j] > 0 && obligation[j] > 0) enqueue(j);
    }
  }
  return moved;
}

function enqueue(i: i32): void {
  if (isQueued[i]) return;
  isQueued[i] = 1;
  const at = head + queued++;
  queue[at < nodes ? at : at - nodes] = i;
}

function dequeue(): i32 {
  const i = queue[head];
  head = head + 1 == nodes ? 0 : head + 1;
  queued--;
  isQueued[i] = 0;
  return i;
}
