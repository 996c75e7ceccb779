import type { Graph } from './graph';

/**
 * The strongly connected components, each a list of nodes: all of a component can reach each other along edges. A component comes after
 * all those it depends on (debtors before creditors), so that one pass in this order settles a network without loops.
 */
export function components(graph: Graph): number[][] {
  const { core, tables } = graph;
  tables.active.fill(1);
  const count = core.connect();
  return Array.from({ length: count }, (_, c) => [
    ...tables.order.subarray(tables.componentStart[c], tables.componentStart[c + 1]),
  ]);
}
