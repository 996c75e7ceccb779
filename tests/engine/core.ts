import { readFileSync } from 'node:fs';
import { compileCore } from '../../src/engine';

/** The compiled engine, for tests and benchmarks in Node: `release` is what ships, `debug` checks every index. */
export function readCore(build: 'release' | 'debug' = 'release'): Promise<WebAssembly.Module> {
  const name = build === 'debug' ? 'core.debug.wasm' : 'core.wasm';
  return compileCore(readFileSync(new URL(`../../build/${name}`, import.meta.url)));
}
