import type { World } from '../batch/batch';
import type { LeverId } from '../levers';
import type { Grid } from './grid';
import type { WorldRunner } from './progress';
import { type DialSweep, sweepDials } from './sweep';
import { type Fall, firstOf } from './totals';

/** Neighbouring values of a dial, both ends included. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Where on a dial the first firm falls, if everything else stays as it is. */
export interface DialEdge {
  readonly lever: LeverId;
  /** The dial's values, ascending, and per value the first to fall there, if anybody does. */
  readonly values: readonly number[];
  readonly first: readonly (Fall | undefined)[];
  /** All stretches of values at which somebody falls, ascending; between two of them nobody does. */
  readonly failing: readonly Interval[];
  /** Where the dial stands, on one of its values or between two, and the first to fall there. */
  readonly present: { readonly value: number; readonly first?: Fall | undefined };
  /**
   * The nearest value below, and above, at which it is the other way round: somebody falls there if nobody falls now, nobody if somebody does now.
   * Undefined if there is none on that side.
   */
  readonly below?: number | undefined;
  readonly above?: number | undefined;
}

/** The edges of all dials at once, in the order of the grids. */
export function findEdges(runner: WorldRunner, world: World, grids: readonly Grid[]): DialEdge[] {
  const sweep = sweepDials(runner, world, grids);
  sweep.step(sweep.total);
  return grids.flatMap((_, grid) => edgeOf(sweep, grid) ?? []);
}

/** The edge of a dial that was swept, by the index of its grid. Undefined while some of its values have not been run. */
export function edgeOf(sweep: DialSweep, grid: number): DialEdge | undefined {
  const { lever, values } = sweep.grids[grid];
  const first: (Fall | undefined)[] = [];
  for (const index of values.keys()) {
    const fellAt = sweep.at(grid, index);
    if (!fellAt) return undefined;
    first.push(firstOf(fellAt, sweep.quarters));
  }
  const present = { value: sweep.world.levers[lever], first: firstOf(sweep.present(), sweep.quarters) };
  const otherwise = values.filter((_, index) => !first[index] !== !present.first);
  return {
    lever,
    values,
    first,
    failing: stretches(values, (index) => first[index] !== undefined),
    present,
    below: otherwise.findLast((value) => value < present.value),
    above: otherwise.find((value) => value > present.value),
  };
}

function stretches(values: readonly number[], belongs: (index: number) => boolean): Interval[] {
  const found: { from: number; to: number }[] = [];
  values.forEach((value, index) => {
    if (!belongs(index)) return;
    const last = found.at(-1);
    if (last && index > 0 && belongs(index - 1)) last.to = value;
    else found.push({ from: value, to: value });
  });
  return found;
}
