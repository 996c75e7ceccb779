import { readFileSync } from 'node:fs';
import { compileCore } from '../../src/engine';

type Build = 'release' | 'debug';

/** The compiled engine, for tests and benchmarks in Node: `release` is what ships, `debug` checks every index. */
export function readCore(build: Build = 'release'): Promise<WebAssembly.Module> {
  return read('core', build);
}

/** The compiled module of many worlds at once, likewise. */
export function readLanes(build: Build = 'release'): Promise<WebAssembly.Module> {
  return read('lanes', build);
}

/** The compiled module of the networks of payments, likewise. */
export function readNetworks(build: Build = 'release'): Promise<WebAssembly.Module> {
  return read('networks', build);
}

function read(name: 'core' | 'lanes' | 'networks', build: Build): Promise<WebAssembly.Module> {
  const file = build === 'debug' ? `${name}.debug.wasm` : `${name}.wasm`;
  return compileCore(readFileSync(new URL(`../../build/${file}`, import.meta.url)));
}
