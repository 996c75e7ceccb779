import type { Graph } from './graph';
import { type LinearSystem, write } from './solve';

/** A linear system (see `solve`) with nothing negative in it. */
export type PositiveSystem = Omit<LinearSystem, 'gain'>;

/**
 * The least x >= 0 of a linear system. Unlike `solve` it does not need a diagonal that outweighs the edges: what no base above 0 and no given value
 * above 0 reaches is 0; and if for the other nodes there is no solution, or none that nine digits of the amounts determine, the answer is undefined.
 */
export function leastSolution(graph: Graph, system: PositiveSystem): Float64Array | undefined {
  pose(graph, system);
  return graph.core.leastSolution(system.transposed ?? false) ? graph.tables.x.slice() : undefined;
}

/** Which of the active nodes a base above 0 or a given value above 0 reaches (1): those whose x in the least solution is not 0. */
export function reachedNodes(graph: Graph, system: PositiveSystem): Int32Array {
  pose(graph, system);
  graph.core.keepReached(system.transposed ?? false);
  return graph.tables.active.slice();
}

function pose({ classes, tables }: Graph, { base, diagonal, active, given }: PositiveSystem): void {
  if (classes !== 1) throw new Error('A linear system is solved on a graph with one class.');
  write(tables.base, base, 'base');
  if (diagonal) write(tables.diagonal, diagonal, 'diagonal');
  else tables.diagonal.fill(1);
  if (active) tables.active.set(active);
  else tables.active.fill(1);
  if (given) write(tables.x, given, 'given');
  else tables.x.fill(0);
}
