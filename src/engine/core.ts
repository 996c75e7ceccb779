import type { Network } from './network';

/** What both modules have: setting up for a network. The meaning of all functions is documented in `assembly/index.ts` and `assembly/lanes/index.ts`. */
export interface SetUpExports {
  readonly memory: WebAssembly.Memory;
  readonly LEAD_MAX: WebAssembly.Global<'i32'>;
  readonly GRACE_MAX: WebAssembly.Global<'i32'>;
  setUp(
    quarters: number,
    firms: number,
    contracts: number,
    supply: number,
    vendors: number,
    rivals: number,
    substitution: number,
    longestTerm: number,
  ): number;
  tables(): number;
  prepare(): void;
}

/** The engine: one run at a time. */
export interface CoreExports extends SetUpExports {
  run(): void;
}

/** Many worlds at once. */
export interface LanesExports extends SetUpExports {
  readonly LANES: WebAssembly.Global<'i32'>;
  setUpLanes(): number;
  drawFutures(first: number): void;
  runLanes(): void;
  philoxWord(
    c0: number,
    c1: number,
    c2: number,
    c3: number,
    k0: number,
    k1: number,
    word: number,
    which: number,
  ): number;
}

/**
 * Fetches and compiles a module of the engine. Compile once; make as many engines of it as wanted, also in workers, to which it can be posted.
 * Throws if this browser has no WebAssembly, or the file cannot be had or is not a module.
 */
export async function loadCore(url: string | URL): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The engine could not be fetched: ${response.status} ${response.statusText}`);
  return compileCore(await response.arrayBuffer());
}

/** Compiles a module of the engine from its bytes (in Node: read them from the file). */
export function compileCore(bytes: BufferSource): Promise<WebAssembly.Module> {
  return WebAssembly.compile(bytes);
}

/** An instance of the module: an engine with a memory of its own. Throws if the module is another one. */
export async function instantiateCore(module: WebAssembly.Module): Promise<CoreExports> {
  const { exports } = await WebAssembly.instantiate(module, {});
  if (typeof exports.setUp !== 'function' || typeof exports.run !== 'function') {
    throw new Error('This WebAssembly module is not the engine.');
  }
  return exports as unknown as CoreExports;
}

/** The same of the module that runs many worlds at once. */
export async function instantiateLanes(module: WebAssembly.Module): Promise<LanesExports> {
  const { exports } = await WebAssembly.instantiate(module, {});
  if (typeof exports.setUpLanes !== 'function') throw new Error('This WebAssembly module does not run many worlds.');
  return exports as unknown as LanesExports;
}

/** Sizes the tables of an instance for a network. Returns how many there are. */
export function setUp(core: SetUpExports, network: Network): number {
  return core.setUp(
    network.quarters,
    network.firms.length,
    network.contracts.length,
    network.supply.length,
    network.vendors.length,
    network.rivals.length,
    network.substitution.length,
    Math.max(0, ...network.contracts.map((contract) => contract.length)),
  );
}
