import type { Graph } from './graph';
import { type LinearSystem, write } from './solve';

/** The least solution of a system, and which nodes anything reaches. */
export interface LeastSolution {
  readonly x: Float64Array;
  /** 1 for a node that was solved for, because a base above 0 or a given value above 0 reaches it. */
  readonly reached: Int32Array;
}

/**
 * The least x >= 0 of a linear system (see `solve`) with nothing negative in it. Unlike `solve` it does not need a diagonal that outweighs the edges:
 * nodes that no base and no given value reaches are 0, and if for the others there is no solution, or none can be found to nine digits, the answer is undefined.
 */
export function leastSolution(graph: Graph, system: Omit<LinearSystem, 'gain'>): LeastSolution | undefined {
  const { classes, core, tables } = graph;
  if (classes !== 1) throw new Error('A linear system is solved on a graph with one class.');
  const { base, diagonal, transposed = false, active, given } = system;
  write(tables.base, base, 'base');
  if (diagonal) write(tables.diagonal, diagonal, 'diagonal');
  else tables.diagonal.fill(1);
  if (active) tables.active.set(active);
  else tables.active.fill(1);
  if (given) write(tables.x, given, 'given');
  else tables.x.fill(0);
  if (!core.leastSolution(transposed)) return undefined;
  return { x: tables.x.slice(), reached: tables.active.slice() };
}
