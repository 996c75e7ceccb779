import { checkCircumstances, nothingBefalls } from '../circumstances';
import { leverIds } from '../levers';
import type { Network } from '../network';
import type { World } from './batch';
import type { Lanes } from './lanes';

/** Writes worlds into the lanes, and into lanes that are left over the last one again. Throws, and runs nothing, if a circumstance does not fit the network. */
export function worldWriter({ width, given }: Lanes, network: Network): (worlds: readonly World[]) => void {
  const firms = network.firms.length;
  const { levers, growthShock, ventureFactor, forcedAt, cheque } = given;

  const fillLane = (table: Float64Array, lane: number, value: (k: number) => number) => {
    for (let k = 0; k * width < table.length; k++) table[k * width + lane] = value(k);
  };

  return (worlds) => {
    for (const { circumstances } of worlds) if (circumstances) checkCircumstances(circumstances, network);
    growthShock.fill(0);
    ventureFactor.fill(1);
    forcedAt.fill(-1);
    cheque.fill(0);
    for (let lane = 0; lane < width; lane++) {
      const { levers: dials, circumstances = nothingBefalls } = worlds[Math.min(lane, worlds.length - 1)];
      const { growthShock: shock, ventureFactor: factor, forced, cheque: gift } = circumstances;
      leverIds.forEach((id, k) => {
        levers[k * width + lane] = dials[id];
      });
      if (shock) fillLane(growthShock, lane, (k) => shock[k]);
      if (factor) fillLane(ventureFactor, lane, (k) => factor[k]);
      if (forced) forcedAt[forced.firm * width + lane] = forced.quarter;
      if (gift) cheque[(gift.quarter * firms + gift.firm) * width + lane] = gift.amount;
    }
  };
}
