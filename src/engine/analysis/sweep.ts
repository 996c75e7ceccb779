import type { World } from '../batch/batch';
import { type Grid, withDial } from './grid';
import { type Progress, progress, type WorldRunner } from './progress';
import { fallsOf } from './totals';

/**
 * Every step of every dial, one dial at a time moved from where the world stands, and who falls there. Nothing is assumed about how falls
 * depend on a dial. The world itself is run first, once for all dials that stand on a step; then dial after dial, each other value once.
 */
export interface DialSweep extends Progress {
  readonly world: World;
  readonly grids: readonly Grid[];
  readonly quarters: number;
  /** Per firm the quarter at whose end it falls if nothing moves; `quarters` if it never does. Throws before the first step. */
  present(): Int32Array;
  /** The same per firm with the dial of a grid at one of its values, both by index. Undefined while that world has not been run. */
  at(grid: number, index: number): Int32Array | undefined;
}

/** Prepares a sweep; `step` runs it. Some 1,900 worlds for the dials of the model. */
export function sweepDials(runner: WorldRunner, world: World, grids: readonly Grid[]): DialSweep {
  const { quarters } = runner.network;
  const firms = runner.network.firms.length;
  const worlds = [{ grid: -1, index: -1 }];
  const rows = grids.map(({ lever, values }, grid) =>
    values.map((value, index) => (value === world.levers[lever] ? 0 : worlds.push({ grid, index }) - 1)),
  );
  const fellAt = new Int32Array(worlds.length * firms);

  function worldAt(row: number): World {
    if (row === 0) return world;
    const { lever, values } = grids[worlds[row].grid];
    return withDial(world, lever, values[worlds[row].index]);
  }
  const work = progress(runner, worlds.length, worldAt, (index, outcomes, row) => {
    fellAt.set(fallsOf(outcomes, row), index * firms);
  });
  const falls = (row: number) => (row < work.done ? fellAt.subarray(row * firms, (row + 1) * firms) : undefined);

  return {
    world,
    grids,
    quarters,
    total: work.total,
    get done() {
      return work.done;
    },
    step: work.step,
    present() {
      const now = falls(0);
      if (!now) throw new Error('The sweep has not begun.');
      return now;
    },
    at: (grid, index) => falls(rows[grid][index]),
  };
}
