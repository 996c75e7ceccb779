import { findRescue, type Levers, type Rescue, type WorldRunner } from '../../engine';
import { grids } from '../../world/grids';

/**
 * What would have saved these firms in the world that the page opens with. It is found where the page is built, and read from the markup where it wakes
 * up: two thousand worlds and more are too many for a first second. Undefined where no markup carries any.
 */
export function handedOver(
  runner: WorldRunner,
  levers: Levers,
  firms: readonly number[],
): readonly Rescue[] | undefined {
  if (import.meta.env.SSR) return firms.map((firm) => findRescue(runner, { levers }, grids, firm));
  const text = document.querySelector<HTMLElement>('[data-rescues]')?.dataset.rescues;
  return text ? JSON.parse(text) : undefined;
}
