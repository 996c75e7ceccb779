import type { Graph } from './graph';
import { leastSolution, type PositiveSystem, reachedNodes } from './least';

/** Where a Markov chain ends, from each state. */
export interface Absorption {
  /** `probabilities[k][i]`: the probability that the chain, from state i, ends in `into[k]`. */
  readonly probabilities: readonly Float64Array[];
  /** Expected steps until an absorbing state; Infinity where the chain may never reach one. */
  readonly steps: Float64Array;
}

/**
 * An absorbing Markov chain (Kemeny and Snell, Finite Markov Chains, 1960). Undefined if it takes so long to be absorbed that the
 * probabilities do not determine the answer.
 *
 * @param graph an edge from i to j carries the probability of a step from i to j. The edges out of a state add up to 1; what leaves an absorbing state
 *   does not matter.
 * @param absorbing the states that are not left again.
 * @param into for which of them probabilities are wanted; default: all.
 */
export function absorption(graph: Graph, absorbing: readonly number[], into = absorbing): Absorption | undefined {
  const n = graph.nodes;
  const passing = new Int32Array(n).fill(1);
  for (const state of absorbing) passing[state] = 0;
  /** Ending in one of these states, of those that are not active. */
  const ending = (states: readonly number[], active: Int32Array): PositiveSystem => {
    const given = new Float64Array(n);
    for (const state of states) given[state] = 1;
    return { base: new Float64Array(n), transposed: true, active, given };
  };

  const mayEnd = reachedNodes(graph, ending(absorbing, passing));
  const lost: number[] = [];
  for (let i = 0; i < n; i++) if (passing[i] && !mayEnd[i]) lost.push(i);
  const mayBeLost = reachedNodes(graph, ending(lost, mayEnd));
  const ends = mayEnd.map((may, i) => may & ~mayBeLost[i]);
  const steps = leastSolution(graph, { base: ends, transposed: true, active: ends });
  if (!steps) return undefined;
  for (let i = 0; i < n; i++) if (passing[i] && !ends[i]) steps[i] = Infinity;
  const probabilities: Float64Array[] = [];
  for (const state of into) {
    const probability = leastSolution(graph, ending([state], passing));
    if (!probability) return undefined;
    probabilities.push(probability);
  }
  return { probabilities, steps };
}
