import type { CoreExports } from '../core';
import { lossSeries } from '../run';
import { Tables } from '../tables';
import { type SeriesName, seriesNames } from './outcomes';

/** The tables of the lanes, in the module's order (`assembly/lanes/tables.ts`, `assembly/lanes/draws.ts`). Each holds rows of one number a lane. */
const given = ['levers', 'growthShock', 'ventureFactor', 'forcedAt', 'cheque'] as const;
const totals = ['fellAt', ...lossSeries, 'lost', 'cut'] as const;
const names = [...given, ...seriesNames, ...totals, 'keeps', 'kept'].map((name) => `lanes.${name}`);

/** The lanes of one module: as many worlds as run at once, and what they came to. */
export interface Lanes {
  readonly width: number;
  readonly given: Readonly<Record<(typeof given)[number], Float64Array>>;
  readonly totals: Readonly<Record<(typeof totals)[number], Float64Array>>;
  /** 1 for each series, in the order of `seriesNames`, whose rows are to be copied to `kept`. */
  readonly keeps: Int32Array;
  /** Rows of a series over all quarters, if it is kept. */
  readonly kept: Readonly<Record<SeriesName, Float64Array>>;
  readonly spreads: Float64Array;
  readonly shocks: Float64Array;
}

/** Adds lanes to an instance that is set up for a network. `columns`: how wide each series is. */
export function openLanes(core: CoreExports, quarters: number, columns: (name: SeriesName) => number): Lanes {
  const count = core.setUpLanes();
  const tables = new Tables(core.memory, core.tables(), count, [...names, 'draws.spreads', 'draws.shocks']);
  const width = core.LANES.value;
  const all = tables.reals('lanes.kept');
  let place = 0;
  const kept = seriesNames.map((name) => {
    const from = place;
    place += quarters * columns(name) * width;
    return [name, all.subarray(from, place)] as const;
  });
  if (place !== all.length) throw new Error('The engine keeps other series than the page expects.');
  return {
    width,
    given: tables.series('lanes', given),
    totals: tables.series('lanes', totals),
    keeps: tables.wholes('lanes.keeps'),
    kept: Object.fromEntries(kept) as Record<SeriesName, Float64Array>,
    spreads: tables.reals('draws.spreads'),
    shocks: tables.reals('draws.shocks'),
  };
}
