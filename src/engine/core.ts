/** The functions of the compiled module. Their meaning is documented in `assembly/index.ts`. */
export interface CoreExports {
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
  run(): void;
}

/**
 * Fetches and compiles the engine's module. Compile once; make as many engines of it as wanted, also in workers, to which it can be posted.
 * Throws if this browser has no WebAssembly, or the file cannot be had or is not a module.
 */
export async function loadCore(url: string | URL): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The engine could not be fetched: ${response.status} ${response.statusText}`);
  return compileCore(await response.arrayBuffer());
}

/** Compiles the engine's module from its bytes (in Node: read them from the file). */
export function compileCore(bytes: BufferSource): Promise<WebAssembly.Module> {
  return WebAssembly.compile(bytes);
}
