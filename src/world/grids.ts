import type { Grid, LeverId } from '../engine';
import { valuesOf } from './dial-steps';
import { type Dial, dials } from './dials';

/** All steps of all dials, in the order of the engine: 1,900 values and some. */
export const grids: readonly Grid[] = dials.map((dial) => ({ lever: dial.id, values: valuesOf(dial) }));

const byDial: ReadonlyMap<LeverId, Grid> = new Map(grids.map((grid) => [grid.lever, grid]));

/** All steps of a dial, as the engine's analyses take them. */
export function gridOf({ id }: Pick<Dial, 'id'>): Grid {
  const grid = byDial.get(id);
  if (!grid) throw new Error(`There is no dial "${id}"`);
  return grid;
}

/** A dial as one axis of a plane: at most `count` of its steps, evenly apart up to rounding, with both ends. Throws if the count is below two. */
export function axisOf(dial: Dial, count = 64): Grid {
  if (!(count >= 2)) throw new Error(`An axis needs both its ends, and ${count} is not enough for them.`);
  const values = valuesOf(dial);
  if (values.length <= count) return { lever: dial.id, values };
  const last = values.length - 1;
  return {
    lever: dial.id,
    values: Array.from({ length: count }, (_, k) => values[Math.round((k * last) / (count - 1))]),
  };
}
