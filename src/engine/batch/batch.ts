import type { Circumstances } from '../circumstances';
import { instantiateCore, setUp } from '../core';
import { type Levers, leverIds } from '../levers';
import type { Network } from '../network';
import { Tables } from '../tables';
import { checkLevers, writeNetwork } from '../write';
import { futureDrawer } from './draw';
import type { Futures } from './futures';
import { type Lanes, openLanes } from './lanes';
import { columnsOf, type Outcomes, type SeriesName, seriesNames } from './outcomes';
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
  /** Runs futures `first` .. `first + count - 1` into rows 0 .. of `into`. `first` is even: pairs stay together. */
  runFutures(futures: Futures, first: number, count: number, into: Outcomes): void;
  /** The world that one future is, to run it alone. */
  future(futures: Futures, index: number): World;
}

/** Sets a batch up for a network: an instance of the module of its own, whose memory never grows again. Throws as `createEngine` does. */
export async function createBatch(module: WebAssembly.Module, network: Network): Promise<Batch> {
  const core = await instantiateCore(module);
  const tables = new Tables(core.memory, core.tables(), setUp(core, network));
  writeNetwork(tables, network);
  core.prepare();
  const lanes = openLanes(core, network.quarters, (name) => columnsOf(network, name));
  const limits = { lead: core.LEAD_MAX.value, grace: core.GRACE_MAX.value };
  const write = worldWriter(lanes, network);
  const draw = futureDrawer(lanes, core);
  const copy = outcomeCopier(lanes, network);
  let runs = 0;

  /** Runs the lanes as they stand and keeps the first `count`. */
  function runLanes(into: Outcomes, at: number, count: number): void {
    core.runLanes();
    copy(into, at, count);
    runs += count;
  }

  function makeRoom(into: Outcomes, end: number): void {
    if (into.network !== network) throw new Error('These outcomes are for another network.');
    if (end > into.count) throw new Error(`There is room for ${into.count} worlds, not for ${end}.`);
    seriesNames.forEach((name, k) => {
      lanes.keeps[k] = into.series[name] ? 1 : 0;
    });
  }

  return {
    network,
    get runs() {
      return runs;
    },
    run(worlds, into, at = 0) {
      for (const { levers } of worlds) checkLevers(levers, limits);
      makeRoom(into, at + worlds.length);
      for (let first = 0; first < worlds.length; first += lanes.width) {
        const group = worlds.slice(first, first + lanes.width);
        write(group);
        runLanes(into, at + first, group.length);
      }
    },
    runFutures(futures, first, count, into) {
      checkLevers(futures.levers, limits);
      makeRoom(into, count);
      draw.plan(futures);
      for (let done = 0; done < count; done += lanes.width) {
        draw.fill(first + done);
        runLanes(into, done, Math.min(lanes.width, count - done));
      }
    },
    future(futures, index) {
      checkLevers(futures.levers, limits);
      draw.plan(futures);
      draw.fill(index - (index % 2));
      return readWorld(lanes, network, index % 2);
    },
  };
}

/** Copies what the lanes came to into rows of outcomes. */
function outcomeCopier(lanes: Lanes, network: Network): (into: Outcomes, at: number, count: number) => void {
  const { width, totals, kept } = lanes;
  /** Rows of the lanes, a number per lane, into rows of outcomes, one per world. */
  const turn = (from: Float64Array, to: Float64Array, rows: number, at: number, count: number) => {
    for (let lane = 0; lane < count; lane++) {
      const start = (at + lane) * rows;
      for (let row = 0; row < rows; row++) to[start + row] = from[row * width + lane];
    }
  };
  return (into, at, count) => {
    const firms = network.firms.length;
    turn(totals.fellAt, into.fellAt, firms, at, count);
    for (const name of Object.keys(into.losses) as (keyof Outcomes['losses'])[])
      turn(totals[name], into.losses[name], firms, at, count);
    turn(totals.lost, into.lost, 1, at, count);
    turn(totals.cut, into.cut, 1, at, count);
    for (const name of Object.keys(into.series) as SeriesName[]) {
      const series = into.series[name];
      if (series) turn(kept[name], series, network.quarters * columnsOf(network, name), at, count);
    }
  };
}

/** The world in one lane. */
function readWorld({ width, given }: Lanes, network: Network, lane: number): World {
  const read = (table: Float64Array, rows: number) => Float64Array.from({ length: rows }, (_, k) => table[k * width + lane]);
  const dials = read(given.levers, leverIds.length);
  return {
    levers: Object.fromEntries(leverIds.map((id, k) => [id, dials[k]])) as Levers,
    circumstances: {
      growthShock: read(given.growthShock, network.quarters * network.firms.length),
      ventureFactor: read(given.ventureFactor, network.quarters),
    },
  };
}
