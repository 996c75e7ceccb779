import type { World } from '../batch/batch';
import { type Grid, withDial } from './grid';
import { type Progress, progress, type WorldRunner } from './progress';
import { fallsOf, firstOf, lossesOf } from './totals';

/**
 * Two dials at once: one world for each pair of their values, row-major, cell = `y * across.values.length + x`. Each cell is run once, in an
 * order that makes every beginning of the work a picture of the whole: first a few cells far apart, then those halfway between.
 */
export interface Plane extends Progress {
  readonly across: Grid;
  readonly down: Grid;
  /** Per cell, the first firm to fall: its index, or -1 if nobody falls. */
  readonly firm: Int32Array;
  /** Per cell, the quarter at whose end it falls; the number of quarters of a run if nobody does. */
  readonly quarter: Int32Array;
  /** Per cell, how many firms fall. */
  readonly fallen: Int32Array;
  /** Per cell, what firms lose in billions: bad debt, stakes and stranded capacity. */
  readonly losses: Float64Array;
  /** Per cell, the rests of terms lost with their payers, in billions. */
  readonly lost: Float64Array;
  /**
   * The cell that stands for column x, row y as long as its own has not been run: the nearest one up and to the left in the finest picture
   * there is. Undefined before the first.
   */
  standIn(x: number, y: number): number | undefined;
}

/** Prepares the plane of two different dials; `step` runs it. Throws if they are one and the same. */
export function sweepPlane(runner: WorldRunner, world: World, across: Grid, down: Grid): Plane {
  if (across.lever === down.lever) throw new Error(`A plane needs two dials, not "${across.lever}" twice.`);
  const { quarters } = runner.network;
  const width = across.values.length;
  const order = coarseToFine(width, down.values.length);
  const firm = new Int32Array(order.length).fill(-1);
  const quarter = new Int32Array(order.length);
  const fallen = new Int32Array(order.length);
  const losses = new Float64Array(order.length);
  const lost = new Float64Array(order.length);
  const known = new Uint8Array(order.length);

  function worldAt(index: number): World {
    const cell = order[index];
    const column = withDial(world, across.lever, across.values[cell % width]);
    return withDial(column, down.lever, down.values[Math.floor(cell / width)]);
  }
  const work = progress(runner, order.length, worldAt, (index, outcomes, row) => {
    const cell = order[index];
    const fellAt = fallsOf(outcomes, row);
    const first = firstOf(fellAt, quarters);
    firm[cell] = first?.firm ?? -1;
    quarter[cell] = first?.quarter ?? quarters;
    fallen[cell] = fellAt.filter((at) => at < quarters).length;
    losses[cell] = lossesOf(outcomes, row);
    lost[cell] = outcomes.lost[row];
    known[cell] = 1;
  });

  return {
    across,
    down,
    firm,
    quarter,
    fallen,
    losses,
    lost,
    total: work.total,
    get done() {
      return work.done;
    },
    step: work.step,
    standIn(x, y) {
      if (work.done === 0) return undefined;
      let stride = 1;
      const cellAt = () => (y - (y % stride)) * width + x - (x % stride);
      while (!known[cellAt()]) stride *= 2;
      return cellAt();
    },
  };
}

/** Rank of a cell among its three neighbours to the right and below, as in Bayer's dither: the diagonal one is the next best. */
const ranks = [
  [0, 2],
  [3, 1],
];

/**
 * All cells in the order of Bayer's ordered dither (IEEE ICC 1973): the lowest bits of a cell's column and row weigh most, so that the
 * cells on every eighth column and row come before those on every fourth, and so on, and within each round neighbours come far apart.
 */
function coarseToFine(width: number, height: number): number[] {
  const bits = Math.ceil(Math.log2(Math.max(width, height, 1)));
  const key = (x: number, y: number) => {
    let sum = 0;
    for (let bit = 0; bit < bits; bit++) sum = 4 * sum + ranks[(y >> bit) & 1][(x >> bit) & 1];
    return sum;
  };
  const cells = Array.from({ length: width * height }, (_, cell) => cell);
  const keys = cells.map((cell) => key(cell % width, Math.floor(cell / width)));
  return cells.sort((a, b) => keys[a] - keys[b]);
}
