import type { Graph } from './graph';
import { write } from './solve';

/** What a threshold cascade starts from. Lists run over the nodes; money in one unit. */
export interface CascadeProblem {
  /** What each node has outside the network. */
  readonly outsideAssets: ArrayLike<number>;
  /** What each node owes outside the network, of whatever rank: to stand, it has to pay all its debts. Default: nothing. */
  readonly outsideDebts?: ArrayLike<number>;
  /** Share of its debts that a node in default pays, 0 to 1. Default 0, as in Gai and Kapadia (2010). */
  readonly recovery?: number;
  /** Nodes that fail at first, whatever they have. Default: none. */
  readonly failed?: readonly number[];
}

/**
 * Waves of default on a graph whose edges run from debtor to creditor (Furfine 2003). A node defaults once its outside assets and what it is
 * paid are less than its debts; from then on its creditors get `recovery` of them. In the first wave are those who cannot pay although everyone
 * else does, in the next those whom that brings down, and so on; each wave lists its nodes in ascending order. Equality, within a share of
 * 1e-12, is solvency, and who owes nothing never defaults. Throws if a list has another length, or a number is out of range.
 *
 * Unlike in clearing, recovery is given and not found, so what a defaulter could pay does not matter.
 */
export function cascade(graph: Graph, problem: CascadeProblem): number[][] {
  const { core, tables } = graph;
  const { outsideAssets, outsideDebts, recovery = 0, failed = [] } = problem;
  if (graph.classes !== 1) throw new Error('A cascade needs a graph with one class.');
  if (!(recovery >= 0 && recovery <= 1)) throw new Error(`The recovery must be from 0 to 1, not ${recovery}.`);
  write(tables.base, outsideAssets, 'outsideAssets');
  if (outsideDebts) write(tables.diagonal, outsideDebts, 'outsideDebts');
  else tables.diagonal.fill(0);
  tables.wave.fill(0);
  for (const node of failed) {
    if (!(node in tables.wave)) throw new Error(`There is no node ${node} to fail.`);
    tables.wave[node] = 1;
  }
  const waves: number[][] = Array.from({ length: core.cascade(recovery) }, () => []);
  tables.wave.forEach((wave, node) => {
    if (wave > 0) waves[wave - 1].push(node);
  });
  return waves;
}
