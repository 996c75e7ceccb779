import { createEngine, type Levers, type Network } from '../../../src/engine';

/** A world to run: a network and dials. */
export type World = readonly [Network, Levers];

/** Every bit of every output of these worlds, as one number (FNV-1a, 32 bits, over the bytes in memory). */
export async function digest(module: WebAssembly.Module, worlds: readonly World[]): Promise<string> {
  let hash = 0x811c9dc5;
  for (const [network, levers] of worlds) {
    const run = (await createEngine(module, network)).run(levers);
    for (const group of [run.firm, run.quarter, run.contract, run.supply, run.vendor, run.losses]) {
      for (const series of Object.values(group)) {
        for (const byte of new Uint8Array(series.buffer, series.byteOffset, series.byteLength)) {
          hash = Math.imul(hash ^ byte, 0x01000193);
        }
      }
    }
    for (const { amount } of run.events) {
      for (const byte of new Uint8Array(new Float64Array([amount]).buffer)) hash = Math.imul(hash ^ byte, 0x01000193);
    }
  }
  return (hash >>> 0).toString(16);
}
