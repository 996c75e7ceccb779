/**
 * Networks of payments of any size, in the same compiled module as the model: a graph in an instance of its own, and functions on it.
 *
 *     const graph = await createGraph(module, { nodes: 3 }, { from: [0, 1], to: [1, 2], amount: [10, 4] });
 *     const { greatest, rounds } = clear(graph, { assets: [8, 0, 0] });
 *     greatest.payments; // [8, 4, 0]: the first owes 10, the second 4
 */
export { absorption } from './absorption';
export { cascade } from './cascade';
export { type Clearing, type ClearingTerms, type ClearingVector, clear } from './clear';
export { components } from './components';
export {
  type DebtRankOptions,
  debtRank,
  exposeNetwork,
} from './debtrank';
export { createGraph, type Edges, type Graph } from './graph';
export { leontiefOutput } from './leontief';
export { solve } from './solve';
export { traceSources } from './trace';
