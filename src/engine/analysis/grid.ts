import type { World } from '../batch/batch';
import type { LeverId } from '../levers';

/** The values a dial can be set to: its steps. Ascending, each once, at least one. A dial may stand between two of them. */
export interface Grid {
  readonly lever: LeverId;
  readonly values: readonly number[];
}

/** The same world with one dial moved. */
export function withDial(world: World, lever: LeverId, value: number): World {
  return { ...world, levers: { ...world.levers, [lever]: value } };
}

/** How many values of a grid lie below a number, and how many at or below it. The two are the same where the number is between two values. */
export function placeOn({ values }: Grid, value: number): { readonly below: number; readonly upTo: number } {
  let below = 0;
  while (below < values.length && values[below] < value) below++;
  return { below, upTo: values[below] === value ? below + 1 : below };
}

/** Steps from a number to the value at `index`: up is positive. From between two values the first step goes to the next one. */
export function stepsTo(grid: Grid, value: number, index: number): number {
  const { below, upTo } = placeOn(grid, value);
  if (index >= upTo) return index - upTo + 1;
  return index < below ? index - below : 0;
}

/** Distance between two numbers as a share of the grid's range. */
export function shareOfRange({ values }: Grid, from: number, to: number): number {
  return Math.abs(to - from) / (values[values.length - 1] - values[0]);
}
