import { checkCircumstances } from '../circumstances';
import { leverIds } from '../levers';
import type { Network } from '../network';
import type { World } from './batch';
import { fillLanes, type Lanes, writeLane } from './lanes';

/** Writes into the lanes that nothing befalls their worlds, if they do not say so already. */
export function calm(lanes: Lanes): void {
  if (lanes.calm) return;
  fillLanes(lanes.growthShock, lanes.width, 0);
  fillLanes(lanes.ventureFactor, lanes.width, 1);
  fillLanes(lanes.forcedAt, lanes.width, -1);
  fillLanes(lanes.cheque, lanes.width, 0);
  lanes.calm = true;
}

/** Writes worlds into the lanes, and into lanes that are left over the last one again. Throws if a circumstance does not fit the network. */
export function worldWriter(lanes: Lanes, network: Network): (worlds: readonly World[]) => void {
  const firms = network.firms.length;
  const write = (lane: number, { levers, circumstances }: World) => {
    writeLane(lanes.levers, lane, (k) => levers[leverIds[k]]);
    if (!circumstances) return;
    lanes.calm = false;
    const { growthShock, ventureFactor, forced, cheque } = circumstances;
    if (growthShock) writeLane(lanes.growthShock, lane, (k) => growthShock[k]);
    if (ventureFactor) writeLane(lanes.ventureFactor, lane, (k) => ventureFactor[k]);
    if (forced) writeLane(lanes.forcedAt, lane, (i) => (i === forced.firm ? forced.quarter : -1));
    if (!cheque) return;
    const place = cheque.quarter * firms + cheque.firm;
    writeLane(lanes.cheque, lane, (k) => (k === place ? cheque.amount : 0));
  };
  return (worlds) => {
    for (const { circumstances } of worlds) if (circumstances) checkCircumstances(circumstances, network);
    calm(lanes);
    for (let lane = 0; lane < lanes.width; lane++) write(lane, worlds[Math.min(lane, worlds.length - 1)]);
  };
}
