import { createBatch, createEngine, type Network, type World } from '../../../src/engine';
import type { Outcomes } from '../../../src/engine/batch/outcomes';
import { readCore, readLanes } from '../core';

const module = await readCore();
const lanes = await readLanes();

/** A batch that keeps what worlds it was given, and an engine for ordinary runs beside it. */
export async function countedBatch(network: Network) {
  const engine = await createEngine(module, network);
  const batch = await createBatch(lanes, network);
  const worlds: World[] = [];
  return {
    network,
    engine,
    /** Every world that was run, in order. */
    worlds,
    run(more: readonly World[], into: Outcomes, at = 0) {
      worlds.push(...more);
      batch.run(more, into, at);
    },
  };
}
