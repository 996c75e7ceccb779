import type { Graph } from './graph';

/**
 * A linear system on a graph, one equation per node i:
 *
 *     diagonal[i] * x[i] = base[i] + gain * (sum over the edges j -> i of amount * x[j])
 *
 * `transposed`: the sum runs over the edges i -> j. Loops count. The diagonal must outweigh the edges, by rows or by columns (somewhere
 * strictly on every closed group), as in a substochastic matrix; then the solution exists, is unique, and is not negative if the base is not.
 *
 * - Leontief: edges from supplier to user with input coefficients, base = final demand, transposed; or not, for prices.
 * - Absorbing chains: edges are transition probabilities between transient states. Expected visits from a start: base = 1 there. The
 *   chance of being absorbed: base = one-step chance, transposed.
 * - Tracing: edges are flows, the diagonal is the throughflow, base what a source puts in: x is the share of that source.
 */
export interface LinearSystem {
  readonly base: ArrayLike<number>;
  /** Default 1 everywhere. */
  readonly diagonal?: ArrayLike<number>;
  /** Default 1. */
  readonly gain?: number;
  readonly transposed?: boolean;
  /** Which nodes to solve for (1) and which keep their `given` value (0); default: all are solved for. */
  readonly active?: ArrayLike<number>;
  /** The values of nodes that are not active; default 0. */
  readonly given?: ArrayLike<number>;
}

/** `x` per node; `residual` is the largest |left side - right side|, in units of the base, recomputed with compensated sums. */
export interface LinearSolution {
  readonly x: Float64Array;
  readonly residual: number;
}

/**
 * Solves a linear system on the graph, which must have one class: strongly connected component by component, debtors first. A component of one node
 * is solved directly, of up to 64 by elimination, a larger one by sweeps and BiCGStab, to the last digits that the residual can show.
 * Throws if a list is not as long as there are nodes, or has something that is not a number, or the gain is negative. The result is yours to keep.
 */
export function solve(graph: Graph, system: LinearSystem): LinearSolution {
  const { nodes, classes, core, tables } = graph;
  if (classes !== 1) throw new Error('A linear system is solved on a graph with one class.');
  const { base, diagonal, gain = 1, transposed = false, active, given } = system;
  if (!(gain >= 0 && gain < Infinity)) throw new Error(`The gain must be a number of at least 0, not ${gain}.`);
  write(tables.base, base, 'base');
  if (diagonal) write(tables.diagonal, diagonal, 'diagonal');
  else tables.diagonal.fill(1);
  if (active) tables.active.set(active);
  else tables.active.fill(1);
  if (given) write(tables.x, given, 'given');
  else tables.x.fill(0);
  const residual = core.solveLinear(gain, transposed);
  return { x: tables.x.slice(0, nodes), residual };
}

/** Writes one number per node. Throws, naming the list, if it is of another length or holds something that is not a number. */
export function write(table: Float64Array, values: ArrayLike<number>, name: string): void {
  if (values.length !== table.length) {
    throw new Error(`The list "${name}" has ${values.length} entries where ${table.length} are needed.`);
  }
  for (let k = 0; k < values.length; k++) {
    if (!Number.isFinite(values[k])) throw new Error(`Entry ${k} of "${name}" is not a number: ${values[k]}.`);
  }
  table.set(values);
}
