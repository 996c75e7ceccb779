import type { CoreExports } from '../core';
import { leverIds } from '../levers';
import type { Futures } from './futures';
import type { Lanes } from './lanes';

/** Fields of a dial in the module's table of spreads (`assembly/lanes/draws.ts`). */
const spreadFields = 5;

interface Drawer {
  /** Says which family of futures is to be drawn. Throws if it is unusable. */
  plan(futures: Futures): void;
  /** Fills the lanes with future `first` and those after it. */
  fill(first: number): void;
}

/** Has the module draw futures into the lanes. */
export function futureDrawer(lanes: Lanes, core: CoreExports): Drawer {
  const { given, spreads, shocks } = lanes;
  return {
    plan(futures) {
      check(futures);
      spreads.fill(0);
      leverIds.forEach((id, k) => {
        spreads[k * spreadFields] = futures.levers[id];
      });
      for (const { lever, spread, min, max, whole } of futures.spreads) {
        spreads.set([spread, min, max, whole ? 1 : 0], leverIds.indexOf(lever) * spreadFields + 1);
      }
      const { growth, venture, common } = futures.shocks;
      shocks.set([growth, venture, common, futures.seed % 2 ** 32, Math.floor(futures.seed / 2 ** 32)]);
      given.growthShock.fill(0);
      given.ventureFactor.fill(1);
      given.forcedAt.fill(-1);
      given.cheque.fill(0);
    },
    fill(first) {
      if (!Number.isInteger(first) || first < 0 || first % 2 !== 0 || first >= 2 ** 32)
        throw new Error(`Futures start at a whole even number, not at ${first}.`);
      core.drawFutures(first);
    },
  };
}

function check({ spreads, shocks, seed }: Futures): void {
  for (const { lever, spread, min, max } of spreads) {
    if (!(spread >= 0) || !Number.isFinite(spread + min + max) || min > max)
      throw new Error(`The spread of the dial "${lever}" is unusable.`);
  }
  const { growth, venture, common } = shocks;
  if (!(growth >= 0 && venture >= 0 && common >= 0 && common <= 1 && Number.isFinite(growth + venture)))
    throw new Error('The shocks are unusable: standard deviations at least 0, and a common share from 0 to 1.');
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`A seed is a whole number from 0, not ${seed}.`);
}
