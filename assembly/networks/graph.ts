/**
 * A weighted directed graph, given by its edges and held as compressed sparse rows in both directions. An edge runs from who owes (or
 * supplies, or sends) to who is owed. Duplicate edges add up, edges of nothing are left out, and loops are kept apart per node.
 *
 * Payments may have priority classes: an edge then leaves from a tranche, which is one class of one node's debt: `node * classes + class`.
 * With one class, tranche and node are the same number.
 */
import { reals, wholes } from '../arena';

const NO_REALS = new StaticArray<f64>(0);
const NO_WHOLES = new StaticArray<i32>(0);

export let nodes: i32 = 0;
export let classes: i32 = 1;
export let tranches: i32 = 0;
let edges: i32 = 0;

/** The edges as given: who owes, who is owed, how much, and in which class (0 is paid first). */
let edgeFrom = NO_WHOLES;
let edgeTo = NO_WHOLES;
let edgeAmount = NO_REALS;
let edgeClass = NO_WHOLES;

/** Incoming edges of node i: `inStart[i]` up to `inStart[i + 1]`, each with the tranche it comes from. */
export let inStart = NO_WHOLES;
export let inSource = NO_WHOLES;
export let inAmount = NO_REALS;
/** Outgoing edges of tranche t, each with the node it goes to. All tranches of a node stand side by side. */
export let outStart = NO_WHOLES;
export let outTarget = NO_WHOLES;
export let outAmount = NO_REALS;
/** Per tranche the sum of its outgoing edges, and per node the sum of its loops. */
export let outTotal = NO_REALS;
export let loop = NO_REALS;

/** Lays out the tables of the graph; their order is known to `src/engine/networks/tables.ts`. */
export function allocateGraph(nodeCount: i32, edgeCount: i32, classCount: i32): void {
  nodes = nodeCount;
  edges = edgeCount;
  classes = classCount;
  tranches = nodeCount * classCount;
  edgeFrom = wholes(edges);
  edgeTo = wholes(edges);
  edgeAmount = reals(edges);
  edgeClass = wholes(edges);
  outTotal = reals(tranches);
  loop = reals(nodes);
  inStart = new StaticArray<i32>(nodes + 1);
  inSource = new StaticArray<i32>(edges);
  inAmount = new StaticArray<f64>(edges);
  outStart = new StaticArray<i32>(tranches + 1);
  outTarget = new StaticArray<i32>(edges);
  outAmount = new StaticArray<f64>(edges);
}

/** Builds both directions from the edges as they stand. Within a row, edges keep the order in which they were given. */
export function linkGraph(): void {
  for (let i = 0; i <= nodes; i++) inStart[i] = 0;
  for (let t = 0; t <= tranches; t++) outStart[t] = 0;
  for (let i = 0; i < nodes; i++) loop[i] = 0;
  for (let e = 0; e < edges; e++) {
    if (edgeFrom[e] == edgeTo[e]) loop[edgeFrom[e]] += edgeAmount[e];
    if (!counts(e)) continue;
    inStart[edgeTo[e]]++;
    outStart[tranche(e)]++;
  }
  // Each start first holds where its row ends; filling the rows from behind then moves it to where the row begins.
  for (let i = 1; i <= nodes; i++) inStart[i] += inStart[i - 1];
  for (let t = 1; t <= tranches; t++) outStart[t] += outStart[t - 1];
  for (let e = edges - 1; e >= 0; e--) {
    if (!counts(e)) continue;
    const into = --inStart[edgeTo[e]];
    inSource[into] = tranche(e);
    inAmount[into] = edgeAmount[e];
    const out = --outStart[tranche(e)];
    outTarget[out] = edgeTo[e];
    outAmount[out] = edgeAmount[e];
  }
  for (let t = 0; t < tranches; t++) outTotal[t] = sum(outAmount, outStart[t], outStart[t + 1]);
}

function counts(e: i32): bool {
  return edgeAmount[e] != 0 && edgeFrom[e] != edgeTo[e];
}

function tranche(e: i32): i32 {
  return edgeFrom[e] * classes + edgeClass[e];
}

/** Compensated sum (Neumaier): its error does not grow with the number of terms, so that decimal books of any size balance. */
function sum(terms: StaticArray<f64>, from: i32, to: i32): f64 {
  let total: f64 = 0;
  let lost: f64 = 0;
  for (let k = from; k < to; k++) {
    const term = terms[k];
    const next = total + term;
    const added = next - total;
    lost += total - (next - added) + (term - added);
    total = next;
  }
  return total + lost;
}
