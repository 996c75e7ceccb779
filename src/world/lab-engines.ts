import { createBatch, createEngine, type Network, type Run } from '../engine';
import type { Batch } from '../engine/batch/batch';
import { usualLevers } from './dials';
import type { Runner } from './session.svelte';

/** How many worlds stand side by side. */
export const mostWorlds = 4;

/** What is made anew for each network: an engine for each world, for the runs of all are on the page at the same time, and what the figures ask besides. */
export interface LabEngines {
  readonly runners: readonly Runner[];
  readonly probe: Batch;
  /** The run of the usual dials. */
  readonly plan: Run;
}

export type OpenEngines = (network: Network) => Promise<LabEngines>;

/** Takes a few milliseconds. Rejects if the network does not fit the engine. */
export function labEngines(core: WebAssembly.Module, lanes: WebAssembly.Module): OpenEngines {
  return async (network) => {
    const engines = await Promise.all(Array.from({ length: mostWorlds + 1 }, () => createEngine(core, network)));
    const [reference, ...runners] = engines;
    if (!reference) throw new Error('There is no engine');
    return { runners, probe: await createBatch(lanes, network), plan: reference.run(usualLevers()) };
  };
}
