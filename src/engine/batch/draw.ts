import type { LanesExports } from '../core';
import { leverIds } from '../levers';
import { checkLevers, isWholeLever, type LeverLimits } from '../write';
import type { Futures } from './futures';
import type { Lanes } from './lanes';
import { calm } from './write-worlds';

/** Fields of a dial in the module's table of spreads (`assembly/lanes/draws.ts`). */
const spreadFields = 5;

interface Drawer {
  /** Says which family of futures is to be drawn. Throws if it is unusable. */
  plan(futures: Futures): void;
  /** Fills the lanes with future `first` and those after it. */
  fill(first: number): void;
}

/** Has the module draw futures into the lanes. */
export function futureDrawer(lanes: Lanes, core: LanesExports, limits: LeverLimits): Drawer {
  const { spreads, shocks } = lanes;
  return {
    plan(futures) {
      check(futures, limits);
      spreads.fill(0);
      leverIds.forEach((id, k) => {
        spreads[k * spreadFields] = futures.levers[id];
      });
      for (const { lever, spread, min, max, whole } of futures.spreads) {
        spreads.set([spread, min, max, whole ? 1 : 0], leverIds.indexOf(lever) * spreadFields + 1);
      }
      const { growth, venture, common } = futures.shocks;
      shocks.set([growth, venture, common, futures.seed % 2 ** 32, Math.floor(futures.seed / 2 ** 32)]);
      calm(lanes);
      lanes.calm = growth === 0 && venture === 0;
    },
    fill(first) {
      if (!Number.isInteger(first) || first < 0 || first % 2 !== 0 || first >= 2 ** 32)
        throw new Error(`Futures start at a whole even number, not at ${first}.`);
      core.drawFutures(first);
    },
  };
}

function check({ levers, spreads, shocks, seed }: Futures, limits: LeverLimits): void {
  checkLevers(levers, limits);
  for (const { lever, spread, min, max, whole } of spreads) {
    const whollyWhole = whole || !isWholeLever(lever);
    if (!(spread >= 0) || !Number.isFinite(spread + min + max) || min > max || !whollyWhole)
      throw new Error(`The spread of the dial "${lever}" is unusable.`);
    for (const bound of [min, max]) checkLevers({ ...levers, [lever]: bound }, limits);
  }
  const { growth, venture, common } = shocks;
  if (!(growth >= 0 && venture >= 0 && common >= 0 && common <= 1 && Number.isFinite(growth + venture)))
    throw new Error('The shocks are unusable: standard deviations at least 0, and a common share from 0 to 1.');
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`A seed is a whole number from 0, not ${seed}.`);
}
