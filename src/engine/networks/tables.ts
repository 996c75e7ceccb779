/**
 * The tables of a module that was set up for a network of payments, in the order of its directory (`assembly/networks/`): name and kind. Where
 * a length matters: `t` runs over tranches, `node * classes + class`.
 */
const networkTables = {
  /** The edges as given. */
  edgeFrom: 'wholes',
  edgeTo: 'wholes',
  edgeAmount: 'reals',
  edgeClass: 'wholes',
  /** Per tranche the sum of its outgoing edges; per node the sum of its loops. */
  outTotal: 'reals',
  loop: 'reals',
  /** The linear system. */
  x: 'reals',
  base: 'reals',
  diagonal: 'reals',
  work: 'reals',
  active: 'wholes',
  /** The components. */
  order: 'wholes',
  componentStart: 'wholes',
  /** Clearing: what is given, what each tranche pays, and who is in default. */
  assets: 'reals',
  outsideDebt: 'reals',
  seniorDebt: 'reals',
  greatest: 'reals',
  least: 'reals',
  fallenIn: 'wholes',
  inDefault: 'wholes',
  certificate: 'reals',
  /** The cascade. */
  wave: 'wholes',
} as const;
type Kinds = typeof networkTables;

/** Views of the module's memory, one per table. */
export type NetworkTables = {
  readonly [Name in keyof Kinds]: Kinds[Name] extends 'reals' ? Float64Array : Int32Array;
};

/** Reads the directory. Throws if the module has another number of tables than this file knows. */
export function openNetworkTables(memory: WebAssembly.Memory, directory: number, count: number): NetworkTables {
  const kinds = Object.entries(networkTables);
  if (kinds.length !== count) {
    throw new Error(
      `The engine has ${count} network tables where ${kinds.length} are expected: module and page do not belong together.`,
    );
  }
  const places = new Uint32Array(memory.buffer, directory, 2 * count);
  const views = kinds.map(([name, kind], k) => {
    const [address, length] = [places[2 * k], places[2 * k + 1]];
    return [
      name,
      kind === 'reals'
        ? new Float64Array(memory.buffer, address, length)
        : new Int32Array(memory.buffer, address, length),
    ];
  });
  return Object.fromEntries(views) as NetworkTables;
}
