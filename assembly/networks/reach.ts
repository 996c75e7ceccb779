/**
 * What a cause can reach along the edges: the nodes whose value in the least solution of a system is not zero. Causes are the bases above
 * zero, and nodes that are not active, whose x is given and above zero; the search does not go through these.
 */
import { inSource, inStart, nodes, outStart, outTarget } from './graph';
import { active, base, place, x } from './system';

const NO_WHOLES = new StaticArray<i32>(0);

/** 1 for a node whose x is given. */
let held = NO_WHOLES;
/** The active nodes, in the order in which they were reached, and how many. */
export let list = NO_WHOLES;
export let listed: i32 = 0;

export function allocateReach(): void {
  held = new StaticArray<i32>(nodes);
  list = new StaticArray<i32>(nodes);
}

/** Of the active nodes, leaves active only those that a cause reaches; the x of all others becomes zero. */
export function keepReached(transposed: bool): void {
  listed = 0;
  for (let i = 0; i < nodes; i++) {
    held[i] = active[i] ? 0 : 1;
    if (active[i]) x[i] = 0;
    active[i] = 0;
    place[i] = i;
  }
  for (let i = 0; i < nodes; i++) {
    if (held[i]) {
      if (x[i] > 0) activateBeyond(i, transposed);
    } else if (base[i] > 0) activate(i);
  }
  for (let k = 0; k < listed; k++) activateBeyond(list[k], transposed);
}

/** Whoever has i in its sum: the far ends of the edges out of i, or transposed of those into i. */
function activateBeyond(i: i32, transposed: bool): void {
  const start = transposed ? inStart : outStart;
  const end = transposed ? inSource : outTarget;
  for (let k = start[i]; k < start[i + 1]; k++) activate(end[k]);
}

function activate(i: i32): void {
  if (held[i] || active[i]) return;
  active[i] = 1;
  list[listed++] = i;
}
