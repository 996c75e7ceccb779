import type { World } from '../batch/batch';
import type { LeverId } from '../levers';
import { type Grid, placeOn, withDial } from './grid';
import { runAll, type WorldRunner } from './progress';
import { type TotalName, type Totals, totalsOf } from './totals';

/** One end of a bar: the dial there, and what the world comes to. */
export interface Swing {
  readonly value: number;
  readonly totals: Totals;
}

/** One dial moved down and up, everything else as it is. A dial at its end has one side. */
export interface Bar {
  readonly lever: LeverId;
  readonly down?: Swing | undefined;
  readonly up?: Swing | undefined;
}

export interface Tornado {
  /** The world as it stands. */
  readonly present: Totals;
  /** One for each dial, in the order of the grids. */
  readonly bars: readonly Bar[];
}

/**
 * What a small move of each dial does to every total. Without `share` each dial moves one step either way; with it, by that share of its
 * range, to the nearest of its values there (of two, the one nearer to where it stands), by at least one step and at most to its end. At
 * most two runs a dial, and one.
 */
export function tornado(runner: WorldRunner, world: World, grids: readonly Grid[], share = 0): Tornado {
  const moves = grids.map((grid) => targets(grid, world.levers[grid.lever], share));
  const worlds = [world];
  const places = moves.map(({ down, up }, index) =>
    [down, up].map((value) =>
      value === undefined ? undefined : { value, row: worlds.push(withDial(world, grids[index].lever, value)) - 1 },
    ),
  );
  const totals: Totals[] = [];
  runAll(runner, worlds, (_, outcomes, row) => {
    totals.push(totalsOf(outcomes, row));
  });
  const swing = (place: { value: number; row: number } | undefined) =>
    place && { value: place.value, totals: totals[place.row] };
  const bars = places.map(([down, up], index) => ({
    lever: grids[index].lever,
    down: swing(down),
    up: swing(up),
  }));
  return { present: totals[0], bars };
}

/** How far a dial moves one total: the distance between the furthest of its two ends and the present world. */
export function reach({ present }: Tornado, { down, up }: Bar, total: TotalName): number {
  const distances = [down, up].map((swing) => (swing ? Math.abs(swing.totals[total] - present[total]) : 0));
  return Math.max(...distances);
}

/** The bars, those first that move a total furthest; in the order of the grids where that is equal. */
export function ranked(answer: Tornado, total: TotalName): Bar[] {
  return [...answer.bars].sort((a, b) => reach(answer, b, total) - reach(answer, a, total));
}

/** Where a dial goes on each side. */
function targets(grid: Grid, from: number, share: number): { down: number | undefined; up: number | undefined } {
  const { values } = grid;
  const { below, upTo } = placeOn(grid, from);
  const far = share * (values[values.length - 1] - values[0]);
  return {
    down: nearest(values.slice(0, below), from - far),
    up: nearest(values.slice(upTo).reverse(), from + far),
  };
}

/** The value nearest to a number; of two at one distance the later. Undefined if there is none. */
function nearest(values: readonly number[], to: number): number | undefined {
  let best: number | undefined;
  for (const value of values) if (best === undefined || Math.abs(value - to) <= Math.abs(best - to)) best = value;
  return best;
}
