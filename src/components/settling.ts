import { getContext, setContext } from 'svelte';
import type { Graph } from '../engine/networks/graph';

const key = Symbol('settling');

/** Gives components below a graph with room for all that the firms of the network owe each other in a quarter. */
export function setGraph(graph: Graph): void {
  setContext(key, graph);
}

/** The graph on which a quarter is cleared again, round by round. */
export function getGraph(): Graph {
  const graph = getContext<Graph | undefined>(key);
  if (!graph) throw new Error('There is no graph around this component');
  return graph;
}
