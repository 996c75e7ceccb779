import type { Graph } from './graph';
import { leastSolution } from './least';

/**
 * What each industry has to produce so that final demand is met: the least x with x = A x + demand (Leontief). An edge from i to j says how
 * much of product i one unit of product j takes. Undefined if there is no such output: somewhere in what is demanded, industries use up all they
 * make of each other's products, or more.
 */
export function leontiefOutput(graph: Graph, demand: ArrayLike<number>): Float64Array | undefined {
  return leastSolution(graph, { base: demand, transposed: true });
}
