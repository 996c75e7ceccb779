import type { Graph } from './graph';
import { leastSolution } from './least';

/** Where a Markov chain ends, from each state. */
export interface Absorption {
  /** `probabilities[k][i]`: the probability that the chain, from state i, ends in `into[k]`. */
  readonly probabilities: readonly Float64Array[];
  /** Expected steps until an absorbing state; Infinity where the chain may never reach one. */
  readonly steps: Float64Array;
}

/**
 * An absorbing Markov chain (Kemeny and Snell, Finite Markov Chains, 1960).
 *
 * @param graph an edge from i to j carries the probability of a step from i to j. The edges out of a state add up to 1; what leaves an absorbing state
 *   does not matter.
 * @param absorbing the states that are not left again.
 * @param into for which of them probabilities are wanted; default: all.
 */
export function absorption(graph: Graph, absorbing: readonly number[], into = absorbing): Absorption {
  const n = graph.nodes;
  const none = new Float64Array(n);
  const passing = new Int32Array(n).fill(1);
  for (const state of absorbing) passing[state] = 0;
  /** The probability of ending in one of these states, of those that end the chain. */
  const endingIn = (states: readonly number[], active: Int32Array) => {
    const given = new Float64Array(n);
    for (const state of states) given[state] = 1;
    return solved(leastSolution(graph, { base: none, transposed: true, active, given }));
  };

  const { reached: mayEnd } = endingIn(absorbing, passing);
  const lost: number[] = [];
  for (let i = 0; i < n; i++) if (passing[i] && !mayEnd[i]) lost.push(i);
  const { reached: mayBeLost } = endingIn(lost, mayEnd);
  const ends = mayEnd.map((may, i) => may & ~mayBeLost[i]);
  const steps = solved(leastSolution(graph, { base: ends, transposed: true, active: ends })).x;
  for (let i = 0; i < n; i++) if (passing[i] && !ends[i]) steps[i] = Infinity;
  return { probabilities: into.map((state) => endingIn([state], passing).x), steps };
}

function solved<T>(solution: T | undefined): T {
  if (solution) return solution;
  throw new Error('The chain could not be solved to nine digits: it takes too long to be absorbed.');
}
