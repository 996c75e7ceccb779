import { type NetworkTables, openNetworkTables } from './tables';

/** The functions of the compiled module for networks. Their meaning is documented in `assembly/`. */
export interface NetworkExports {
  readonly memory: WebAssembly.Memory;
  setUpNetwork(nodes: number, edges: number, classes: number): number;
  linkNetwork(): void;
  tables(): number;
  connect(): number;
  solveLinear(gain: number, transposed: boolean): number;
  clearGreatest(alpha: number, beta: number, certified: boolean): number;
  clearLeast(alpha: number, beta: number, certified: boolean): void;
  keepReached(transposed: boolean): void;
  leastSolution(transposed: boolean): number;
  cascade(recovery: number): number;
  linearStress(): void;
  singleHitStress(frozen: boolean): void;
}

/**
 * Edges side by side: edge k says that `from[k]` owes (or supplies, or sends) `amount[k]` to `to[k]`. Duplicates add up. With priority
 * classes, `rank[k]` is the class of the debt: 0 is paid first.
 */
export interface Edges {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly amount: ArrayLike<number>;
  readonly rank?: ArrayLike<number>;
}

/** A network in the engine's memory. What can be done with it are functions of their own: `components`, `solve`, `clear`. */
export interface Graph {
  readonly nodes: number;
  /** Priority classes of debts; 1 if all debts rank alike. */
  readonly classes: number;
  readonly core: NetworkExports;
  readonly tables: NetworkTables;
  /**
   * Replaces the edges by as many or fewer. Throws, and changes nothing, if a node is not in the network or an amount is negative or not
   * finite.
   */
  link(edges: Edges): void;
}

/** How large a network is. */
export interface GraphSize {
  readonly nodes: number;
  /** The most edges it will ever have; default: as many as are given. */
  readonly room?: number;
  /** Default 1. */
  readonly classes?: number;
}

/**
 * Puts a weighted directed graph into an instance of the engine of its own, sized for it: 100,000 nodes and a million edges take 130 MB. Nothing is
 * allocated in it afterwards. Throws if an edge cannot be used, see `Graph.link`.
 *
 *     const graph = await createGraph(module, { nodes: 3 }, { from: [0, 1], to: [1, 2], amount: [10, 4] });
 *     const { x } = solve(graph, { base: [1, 0, 0] });
 */
export async function createGraph(module: WebAssembly.Module, size: GraphSize, edges: Edges): Promise<Graph> {
  const { nodes, room = edges.from.length, classes = 1 } = size;
  checkCount('nodes', nodes);
  checkCount('room', room);
  checkCount('classes', classes);
  if (classes === 0) throw new Error('A network has at least one class of debts.');
  checkEdges(edges, nodes, room, classes);
  const instance = await WebAssembly.instantiate(module, {});
  const core = instance.exports as unknown as NetworkExports;
  if (typeof core.setUpNetwork !== 'function') throw new Error('This WebAssembly module is not that of the networks.');
  const count = core.setUpNetwork(nodes, room, classes);
  const tables = openNetworkTables(core.memory, core.tables(), count);

  const write = (given: Edges) => {
    const { edgeFrom, edgeTo, edgeAmount, edgeClass } = tables;
    edgeFrom.set(given.from);
    edgeTo.set(given.to);
    edgeAmount.set(given.amount);
    edgeAmount.fill(0, given.amount.length);
    if (given.rank) edgeClass.set(given.rank);
    else edgeClass.fill(0);
    core.linkNetwork();
  };
  write(edges);
  return {
    nodes,
    classes,
    core,
    tables,
    link(given) {
      checkEdges(given, nodes, room, classes);
      write(given);
    },
  };
}

function checkCount(name: string, value: number): void {
  if (Number.isInteger(value) && value >= 0 && value < 2 ** 30) return;
  throw new Error(`The size "${name}" must be a whole number, not ${value}.`);
}

function checkEdges({ from, to, amount, rank }: Edges, nodes: number, room: number, classes: number): void {
  const count = amount.length;
  if (from.length !== count || to.length !== count || (rank && rank.length !== count)) {
    throw new Error('The lists of edges are not of one length.');
  }
  if (count > room) throw new Error(`There is room for ${room} edges, not for ${count}.`);
  for (let k = 0; k < count; k++) {
    if (!isIndex(from[k], nodes) || !isIndex(to[k], nodes)) {
      throw new Error(`Edge ${k} runs from ${from[k]} to ${to[k]}; nodes are 0 to ${nodes - 1}.`);
    }
    if (!Number.isFinite(amount[k]) || amount[k] < 0) {
      throw new Error(`Edge ${k} has the amount ${amount[k]}; it must be a number of at least 0.`);
    }
    if (rank && !isIndex(rank[k], classes)) {
      throw new Error(`Edge ${k} has the class ${rank[k]}; classes are 0 to ${classes - 1}.`);
    }
  }
}

function isIndex(value: number, count: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < count;
}
