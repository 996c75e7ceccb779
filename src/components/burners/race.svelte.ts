import { coarse, raceOf, sameRace } from '../../views/burners-frontier';
import type { Session } from '../../world/session.svelte';
import { createSweep, type Sweep } from '../plane/sweep.svelte';
import type { Sight } from '../sight.svelte';

/** The plane of the race, as far as it has been run. */
export type Race = Sweep;

/** The race around the reader’s world: another one only when a dial that is not on its axes has moved. */
export function createRace({ session, sight }: { session: Session; sight: Sight }): Race {
  return createSweep({
    session,
    sight,
    coarse,
    planeOf: (levers) => raceOf(session.probe, levers),
    isSame: (_, of, levers) => sameRace(of, levers),
  });
}
