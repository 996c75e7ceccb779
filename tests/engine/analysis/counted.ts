import { createEngine, type Network } from '../../../src/engine';
import type { World } from '../../../src/engine/batch/batch';
import type { Outcomes } from '../../../src/engine/batch/outcomes';
import { runOneByOne } from '../batch/one-by-one';
import { readCore } from '../core';

const module = await readCore();

/** As much of a batch as the analyses ask for, which keeps what worlds it was given, and an engine for ordinary runs beside it. */
export async function countedBatch(network: Network) {
  const engine = await createEngine(module, network);
  const slow = await createEngine(module, network);
  const worlds: World[] = [];
  return {
    network,
    engine,
    /** Every world that was run, in order. */
    worlds,
    run(more: readonly World[], into: Outcomes, at = 0) {
      worlds.push(...more);
      runOneByOne(slow, more, into, at);
    },
  };
}
