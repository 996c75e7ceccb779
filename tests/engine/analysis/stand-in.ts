import { createEngine, type Network } from '../../../src/engine';
import type { World } from '../../../src/engine/batch/batch';
import type { Outcomes } from '../../../src/engine/batch/outcomes';
import { runOneByOne } from '../batch/one-by-one';
import { readCore } from '../core';

/** As much of a batch as the analyses ask for, made of ordinary runs; it counts them and keeps which worlds they were. */
export async function standIn(network: Network) {
  const engine = await createEngine(await readCore(), network);
  const worlds: World[] = [];
  return {
    network,
    /** For ordinary runs beside it. */
    engine,
    /** Every world that was run, in order. */
    worlds,
    run(more: readonly World[], into: Outcomes, at = 0) {
      worlds.push(...more);
      runOneByOne(engine, more, into, at);
    },
  };
}
