import { createEngine, type LeverId, type Levers, leverIds, type Network } from '../../../src/engine';
import type { Batch, World } from '../../../src/engine/batch/batch';
import type { Futures } from '../../../src/engine/batch/futures';
import { runOneByOne } from './one-by-one';

/** Four uniforms of a future, mixed from their coordinates. Odd futures mirror the even ones before them. */
function uniforms(seed: number, future: number, a: number, b: number): readonly number[] {
  let state = (seed ^ Math.imul((future >> 1) + 1, 0x9e3779b1) ^ Math.imul(a + 1, 0x85ebca77)) >>> 0;
  state = (state ^ Math.imul(b + 1, 0xc2b2ae3d)) >>> 0;
  return Array.from({ length: 4 }, () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const u = (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
    return future % 2 === 0 ? u : 1 - u;
  });
}

/** Four uniforms as one shock of unit variance. */
const shock = (four: readonly number[]) => Math.sqrt(3) * (four[0] + four[1] + four[2] + four[3] - 2);

/** A future of the stand-in: the shape of a real one, from draws of its own. */
function futureOf(network: Network, { levers, spreads, shocks, seed }: Futures, index: number): World {
  const firms = network.firms.length;
  const moved: Partial<Record<LeverId, number>> = {};
  for (const { lever, spread, min, max, whole } of spreads) {
    const [first, second] = uniforms(seed, index, leverIds.indexOf(lever), 0);
    const value = levers[lever] + spread * (first + second - 1);
    moved[lever] = Math.min(max, Math.max(min, whole ? Math.round(value) : value));
  }
  const growthShock = new Float64Array(network.quarters * firms);
  const ventureFactor = new Float64Array(network.quarters);
  for (let t = 0; t < network.quarters; t++) {
    const together = Math.sqrt(shocks.common) * shock(uniforms(seed, index, 1000 + t, 0));
    const apart = (k: number) => together + Math.sqrt(1 - shocks.common) * shock(uniforms(seed, index, 1000 + t, k));
    ventureFactor[t] = Math.max(0, 1 + shocks.venture * apart(1));
    network.firms.forEach(({ lab }, i) => {
      if (lab) growthShock[t * firms + i] = shocks.growth * apart(2 + i);
    });
  }
  return { levers: { ...levers, ...moved } as Levers, circumstances: { growthShock, ventureFactor } };
}

/** A batch made of ordinary runs, one after the other, with draws of its own: what runs futures in tests that are not about the kernel. */
export async function createBatch(module: WebAssembly.Module, network: Network): Promise<Batch> {
  const engine = await createEngine(module, network);
  let runs = 0;
  return {
    network,
    get runs() {
      return runs;
    },
    run(worlds, into, at = 0) {
      runOneByOne(engine, worlds, into, at);
      runs += worlds.length;
    },
    runFutures(futures, first, count, into) {
      for (let k = 0; k < count; k++) runOneByOne(engine, [futureOf(network, futures, first + k)], into, k);
      runs += count;
    },
    future: (futures, index) => futureOf(network, futures, index),
  };
}
