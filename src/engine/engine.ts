import { type Circumstances, circumstanceWriter, nothingBefalls } from './circumstances';
import { instantiateCore, setUp } from './core';
import type { Levers } from './levers';
import { decodeEvents } from './log';
import type { Network } from './network';
import {
  contractSeries,
  type Event,
  firmSeries,
  lossSeries,
  quarterSeries,
  type Run,
  supplySeries,
  vendorSeries,
} from './run';
import { Tables } from './tables';
import { writeLevers, writeNetwork } from './write';

/** The model, set up for one network. */
export interface Engine {
  readonly network: Network;
  /** Runs so far. */
  readonly runs: number;
  /**
   * Runs the model once, with these dials. The result's series are views of the engine's memory: the next run overwrites them. Make a second engine
   * to keep a run beside another. Throws if a dial is missing or not a number, or a circumstance does not fit the network.
   */
  run(levers: Levers, circumstances?: Circumstances): Run;
}

/**
 * Sets the engine up for a network: sizes its memory, which never grows again. The same in a page, a worker and Node.
 * Throws if the module is not this engine's, or a link names a firm that is not in the network.
 */
export async function createEngine(module: WebAssembly.Module, network: Network): Promise<Engine> {
  const core = await instantiateCore(module);
  const tables = new Tables(core.memory, core.tables(), setUp(core, network));
  writeNetwork(tables, network);
  core.prepare();
  const results = viewResults(tables);
  const log = tables.series('log', ['counts', 'events', 'causes']);
  const dials = tables.given('levers');
  const limits = { lead: core.LEAD_MAX.value, grace: core.GRACE_MAX.value };
  const writeCircumstances = circumstanceWriter(tables, network);
  let runs = 0;

  return {
    network,
    get runs() {
      return runs;
    },
    run(levers, circumstances = nothingBefalls) {
      writeLevers(dials, levers, limits);
      writeCircumstances(circumstances);
      core.run();
      const own = ++runs;
      let events: readonly Event[] | undefined;
      return {
        network,
        levers,
        ...results,
        get events() {
          if (!events && own !== runs) throw new Error('The log of this run is gone: its engine has run again since.');
          events ??= decodeEvents(log);
          return events;
        },
      };
    },
  };
}

function viewResults(tables: Tables): Omit<Run, 'network' | 'levers' | 'events'> {
  return {
    firm: tables.series('firm', firmSeries),
    quarter: tables.series('quarter', quarterSeries),
    contract: tables.series('contract', contractSeries),
    supply: tables.series('supply', supplySeries),
    vendor: tables.series('vendor', vendorSeries),
    losses: tables.series('losses', lossSeries),
  };
}
