import type { Graph } from './graph';
import { leastSolution } from './least';

/** Where the money that passes through a network came from. */
export interface Traced {
  /** All that enters a node, from outside and from others, in money. */
  readonly throughflow: Float64Array;
  /** `shares[k][i]`: what share of the throughflow of node i entered the network with label k. */
  readonly shares: readonly Float64Array[];
}

/**
 * Traces flows upstream to their sources by proportional sharing (Bialek 1996): a node spends what it has taken in without distinction, so that
 * all its payments are composed as its throughflow is. That is an assumption: money is fungible.
 *
 * At a node with throughflow the shares add up to 1; to less where part of the money (or, for nodes that only pay each other in a circle, all of it)
 * goes round without ever having entered from a source. Nodes without throughflow have no shares. Undefined if so little enters from outside, beside
 * what goes round, that the amounts do not determine the shares.
 *
 * @param graph edges run from payer to payee.
 * @param entering per label what enters from outside at each node.
 */
export function traceSources(graph: Graph, entering: readonly ArrayLike<number>[]): Traced | undefined {
  const { edgeTo, edgeAmount } = graph.tables;
  const throughflow = new Float64Array(graph.nodes);
  edgeTo.forEach((payee, k) => {
    throughflow[payee] += edgeAmount[k];
  });
  for (const amounts of entering) for (let i = 0; i < graph.nodes; i++) throughflow[i] += amounts[i];
  const shares: Float64Array[] = [];
  for (const base of entering) {
    const share = leastSolution(graph, { base, diagonal: throughflow });
    if (!share) return undefined;
    shares.push(share);
  }
  return { throughflow, shares };
}
