import type { LanesExports } from '../core';
import { leverIds } from '../levers';
import type { Network } from '../network';
import { firmSeries, lossSeries, quarterSeries } from '../run';
import { Tables } from '../tables';
import { columnsOf, type SeriesName, seriesNames } from './outcomes';
import type { Places, Results } from './results';

/**
 * The lanes of a module: as many worlds as run at once. Their tables hold rows of one number a lane. The world and each firm have a block of rows
 * (`assembly/lanes/fields.ts`); this file is the one place outside the module that knows where a field stands in its block.
 */
const names = [
  'world',
  'firm',
  'contract',
  'supply',
  'vendor',
  'growthShock',
  'ventureFactor',
  'cheque',
  'keeps',
  'kept',
  'spreads',
  'shocks',
].map((name) => `lanes.${name}`);

/** After the results of a quarter a firm's block has what it came to over the run, and when it is forced to fail. */
const firmTotals = ['fellAt', ...lossSeries] as const;
/** After the dials and the results of a quarter the world's block has the rests of terms lost, and the dues not taken. */
const firstWorldTotal = leverIds.length + quarterSeries.length - 1;

/** A number in every lane, for each of some things in a row: that of thing k in lane l is at `first + k * stride + l`. */
export interface Rows extends Places {
  readonly step: 1;
  readonly count: number;
}

export interface Lanes {
  readonly width: number;
  /** To be written before a run: dials by dial; the shocks quarter by quarter and firm by firm, as in `Circumstances`. */
  readonly levers: Rows;
  readonly growthShock: Rows;
  readonly ventureFactor: Rows;
  readonly cheque: Rows;
  /** By firm: the quarter at whose end it is forced to fail, or -1. */
  readonly forcedAt: Rows;
  /** To be read after it: of the series those that were kept. */
  readonly results: Results<Rows>;
  /** 1 for each series, in the order of `seriesNames`, that is to be kept. */
  readonly keeps: Int32Array;
  /** Do the tables say that nothing befalls any lane? Whoever writes something else says so here. */
  calm: boolean;
  /** What futures are drawn from (`assembly/lanes/draws.ts`). */
  readonly spreads: Float64Array;
  readonly shocks: Float64Array;
}

/** Adds lanes to an instance that is set up for a network. Throws if the module has other tables than this file knows. */
export function openLanes(core: LanesExports, network: Network): Lanes {
  const tables = new Tables(core.memory, core.tables(), core.setUpLanes(), names);
  const width = core.LANES.value;
  const firms = network.firms.length;
  const table = (name: string) => tables.reals(`lanes.${name}`);
  const rowsOf = (table: Float64Array, first: number, count: number, stride = width): Rows => ({
    table,
    first,
    stride,
    step: 1,
    count,
  });
  const whole = (name: string) => rowsOf(table(name), 0, table(name).length / width);
  const firm = table('firm');
  const firmField = (field: number) => rowsOf(firm, field * width, firms, firm.length / firms);
  const world = table('world');
  const worldField = (field: number, count = 1) => rowsOf(world, field * width, count);

  const kept = table('kept');
  let first = 0;
  const keptRows = seriesNames.map((name) => {
    const count = network.quarters * columnsOf(network, name);
    const rows = rowsOf(kept, first, count);
    first += count * width;
    return [name, rows] as const;
  });
  if (first !== kept.length) throw new Error('The engine keeps other series than are expected.');

  const totals = firmTotals.map((name, k) => [name, firmField(firmSeries.length + k)] as const);
  return {
    width,
    levers: worldField(0, leverIds.length),
    growthShock: whole('growthShock'),
    ventureFactor: whole('ventureFactor'),
    cheque: whole('cheque'),
    forcedAt: firmField(firmSeries.length + firmTotals.length),
    results: {
      network,
      totals: {
        ...(Object.fromEntries(totals) as Record<(typeof firmTotals)[number], Rows>),
        lost: worldField(firstWorldTotal),
        cut: worldField(firstWorldTotal + 1),
      },
      series: Object.fromEntries(keptRows) as Record<SeriesName, Rows>,
    },
    keeps: tables.wholes('lanes.keeps'),
    calm: false,
    spreads: table('spreads'),
    shocks: table('shocks'),
  };
}

/** Writes a number for each thing into one lane. */
export function writeLane({ table, first, stride, count }: Rows, lane: number, value: (k: number) => number): void {
  for (let k = 0; k < count; k++) table[first + k * stride + lane] = value(k);
}

/** Copies the numbers of one lane to `to`, from `at` on. */
export function readLane({ table, first, stride, count }: Rows, lane: number, to: Float64Array, at: number): void {
  for (let k = 0; k < count; k++) to[at + k] = table[first + k * stride + lane];
}

/** Writes one number for everything and in every lane. */
export function fillLanes({ table, first, stride, count }: Rows, width: number, value: number): void {
  for (let k = 0; k < count; k++) table.fill(value, first + k * stride, first + k * stride + width);
}
