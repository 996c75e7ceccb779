import type { Circumstances } from '../circumstances';
import { instantiateLanes, setUp } from '../core';
import { type Levers, leverIds } from '../levers';
import type { Network } from '../network';
import { Tables } from '../tables';
import { checkLevers, writeNetwork } from '../write';
import { futureDrawer } from './draw';
import type { Futures } from './futures';
import { type Lanes, openLanes, type Rows, readLane } from './lanes';
import { type Outcomes, type SeriesName, seriesNames } from './outcomes';
import { type Copier, copier, type Results } from './results';
import { worldWriter } from './write-worlds';

/** One world: dials, and what befalls it. */
export interface World {
  readonly levers: Levers;
  readonly circumstances?: Circumstances;
}

/** The model over many worlds of one network at once: several times as fast as one by one, and to the bit the same. */
export interface Batch {
  readonly network: Network;
  /** Worlds run so far. */
  readonly runs: number;
  /** Runs worlds and writes what they come to into rows `at` .. of `into`. Throws if one is unusable, or there is no room. */
  run(worlds: readonly World[], into: Outcomes, at?: number): void;
  /**
   * Runs futures `first` .. `first + count - 1`, a few at a time, and copies nothing: `see` is called after each few, of which future `first + at` is world 0 of `results`. Of the series
   * those are there that are named. Good for as long as `see` runs. `first` is even: pairs stay together.
   */
  runFutures(
    futures: Futures,
    first: number,
    count: number,
    series: readonly SeriesName[],
    see: (at: number, count: number) => void,
  ): void;
  /** Where the numbers stand that `see` is called for. */
  readonly results: Results;
  /** The world that one future is, to run it alone. */
  future(futures: Futures, index: number): World;
}

/** Sets a batch up for a network: an instance of its own of the module of the lanes, whose memory never grows again. Throws as `createEngine` does. */
export async function createBatch(module: WebAssembly.Module, network: Network): Promise<Batch> {
  const core = await instantiateLanes(module);
  const tables = new Tables(core.memory, core.tables(), setUp(core, network));
  writeNetwork(tables, network);
  core.prepare();
  const lanes = openLanes(core, network);
  const limits = { lead: core.LEAD_MAX.value, grace: core.GRACE_MAX.value };
  const write = worldWriter(lanes, network);
  const draw = futureDrawer(lanes, core, limits);
  let runs = 0;

  /** Says what is to be kept, and where it goes. Throws if there is no room for worlds up to `end`. */
  function openRoom(into: Outcomes, end: number): Copier {
    if (into.network !== network) throw new Error('These outcomes are for another network.');
    if (end > into.count) throw new Error(`There is room for ${into.count} worlds, not for ${end}.`);
    keep((name) => into.series[name] !== undefined);
    return copier(lanes.results, into);
  }

  function keep(isKept: (name: SeriesName) => boolean): void {
    seriesNames.forEach((name, k) => {
      lanes.keeps[k] = isKept(name) ? 1 : 0;
    });
  }

  return {
    network,
    get runs() {
      return runs;
    },
    run(worlds, into, at = 0) {
      for (const { levers } of worlds) checkLevers(levers, limits);
      const copy = openRoom(into, at + worlds.length);
      for (let first = 0; first < worlds.length; first += lanes.width) {
        const group = worlds.slice(first, first + lanes.width);
        write(group);
        core.runLanes();
        copy(at + first, group.length);
        runs += group.length;
      }
    },
    runFutures(futures, first, count, series, see) {
      keep((name) => series.includes(name));
      draw.plan(futures);
      for (let at = 0; at < count; at += lanes.width) {
        const some = Math.min(lanes.width, count - at);
        draw.fill(first + at);
        core.runLanes();
        runs += some;
        see(at, some);
      }
    },
    results: lanes.results,
    future(futures, index) {
      draw.plan(futures);
      draw.fill(index - (index % 2));
      return readWorld(lanes, index % 2);
    },
  };
}

/** The world in one lane, as futures have it: dials and shocks. */
function readWorld({ levers, growthShock, ventureFactor }: Lanes, lane: number): World {
  const read = (rows: Rows) => {
    const values = new Float64Array(rows.count);
    readLane(rows, lane, values, 0);
    return values;
  };
  const dials = read(levers);
  return {
    levers: Object.fromEntries(leverIds.map((id, k) => [id, dials[k]])) as Levers,
    circumstances: { growthShock: read(growthShock), ventureFactor: read(ventureFactor) },
  };
}
