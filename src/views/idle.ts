import type { LeverId, Levers, Run } from '../engine';
import { type Awaited, dialOf } from '../world/dials';
import { decode } from '../world/link';
import { inRun } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { shippedWorlds } from '../world/shipped-values';

/** What would have to happen in this run before a dial does anything; undefined of a dial that does something, or may. */
export function idleFor(id: LeverId, { levers, events, network }: Run): Awaited | undefined {
  const { awaits } = dialOf(id);
  const happens: Readonly<Record<Awaited, () => boolean>> = {
    stop: () => levers.stop < network.quarters,
    miss: () => events.length > 0,
    fall: () => events.some(({ kind }) => kind === 'failed' || kind === 'restructured'),
  };
  return awaits && !happens[awaits]() ? awaits : undefined;
}

/** In the place where a dial says from where on a firm fails. */
export const idleWords: Readonly<Record<Awaited, string>> = {
  stop: 'does nothing: the money never stops',
  miss: 'does nothing: every bill is paid',
  fall: 'does nothing: nobody falls',
};

/** A quarter in which to let the money stop where it never does: that of the world the reader came by, else of the one the essay opens with. */
export function stopToOffer(opened: Levers, cast: Cast): number {
  if (inRun(opened.stop, cast)) return opened.stop;
  const world = shippedWorlds.worlds.find(({ id }) => id === shippedWorlds.opening);
  return decode(world?.query ?? '', cast).levers.stop;
}
