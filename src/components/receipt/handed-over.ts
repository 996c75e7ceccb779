import { findRescue, type Levers, type Rescue, type WorldRunner } from '../../engine';
import { grids } from '../../world/grids';

/** What would have saved firms in one world. */
interface HandedOver {
  /** The world, as in a link. */
  readonly world: string;
  readonly rescues: readonly Rescue[];
}

/**
 * What would have saved these firms in the world that the page is built with. It is found there, put into `data-rescues`, and read from the markup where the
 * page wakes up: two thousand worlds and more are too many for a first second. Undefined where the markup carries nothing, or nothing of this world.
 */
export function handedOver(
  runner: WorldRunner,
  world: string,
  levers: Levers,
  firms: readonly number[],
): HandedOver | undefined {
  if (import.meta.env.SSR) return { world, rescues: firms.map((firm) => findRescue(runner, { levers }, grids, firm)) };
  const text = document.querySelector<HTMLElement>('[data-rescues]')?.dataset.rescues;
  const found: HandedOver | undefined = text ? JSON.parse(text) : undefined;
  return found?.world === world ? found : undefined;
}
