/**
 * Strongly connected components (Tarjan, SIAM J. Comput. 1, 1972), without recursion. The search follows the edges of each row
 * backwards, to what the node depends on; so a component is closed only after all it depends on: debtors come before their creditors.
 */
import { wholes } from '../arena';
import { classes, nodes } from './graph';
import { active, place, rowBegin, rowEnd, sourceOf } from './system';

const NO_WHOLES = new StaticArray<i32>(0);
const CLOSED: i32 = i32.MAX_VALUE;

/** The nodes, component by component; component c is `order[componentStart[c]]` up to `order[componentStart[c + 1]]`. */
export let order = NO_WHOLES;
export let componentStart = NO_WHOLES;
export let components: i32 = 0;

/** When the search reached a node (0: not yet), and the earliest such time it can reach back to. */
let reached = NO_WHOLES;
let earliest = NO_WHOLES;
/** Nodes not yet in a closed component; the path of the search, and on it the next edge to follow. */
let open = NO_WHOLES;
let path = NO_WHOLES;
let nextEdge = NO_WHOLES;

export function allocateComponents(): void {
  order = wholes(nodes);
  componentStart = wholes(nodes + 1);
  reached = new StaticArray<i32>(nodes);
  earliest = new StaticArray<i32>(nodes);
  open = new StaticArray<i32>(nodes);
  path = new StaticArray<i32>(nodes);
  nextEdge = new StaticArray<i32>(nodes);
}

/** Do edges of every class count, or only those of the tranche their node pays in part? */
let every: bool = false;

/** Finds the components among `count` active nodes; `list` must name all of them. */
export function findComponents(list: StaticArray<i32>, count: i32, everyClass: bool): void {
  every = everyClass;
  components = 0;
  componentStart[0] = 0;
  for (let k = 0; k < count; k++) reached[list[k]] = 0;
  let clock = 0;
  for (let k = 0; k < count; k++) if (reached[list[k]] == 0) clock = search(list[k], clock);
}

function search(root: i32, from: i32): i32 {
  let clock = from;
  let depth = 0;
  let opened = 0;
  let done = componentStart[components];
  path[0] = root;
  nextEdge[0] = rowBegin(root);
  reached[root] = earliest[root] = ++clock;
  open[opened++] = root;
  while (depth >= 0) {
    const i = path[depth];
    const j = follow(i, depth);
    if (j >= 0) {
      depth++;
      path[depth] = j;
      nextEdge[depth] = rowBegin(j);
      reached[j] = earliest[j] = ++clock;
      open[opened++] = j;
      continue;
    }
    if (earliest[i] == reached[i]) {
      let member: i32;
      do {
        member = open[--opened];
        reached[member] = CLOSED;
        order[done++] = member;
      } while (member != i);
      componentStart[++components] = done;
    }
    depth--;
    if (depth >= 0) earliest[path[depth]] = min(earliest[path[depth]], earliest[i]);
  }
  return clock;
}

/** The next node that i depends on and the search has not reached; -1 if there is none left. Notes what it can reach back to. */
function follow(i: i32, depth: i32): i32 {
  const end = rowEnd(i);
  for (let edge = nextEdge[depth]; edge < end; edge++) {
    const source = sourceOf(edge);
    const j = classes == 1 ? source : source / classes;
    if (!active[j] || (!every && place[j] != source)) continue;
    if (reached[j] == 0) {
      nextEdge[depth] = edge + 1;
      return j;
    }
    if (reached[j] != CLOSED) earliest[i] = min(earliest[i], reached[j]);
  }
  nextEdge[depth] = end;
  return -1;
}
