import type { Levers } from './engine';
import type { Batch } from './engine/batch/batch';
import { openFutures, openFuturesHere } from './world/futures-pool';
import { createOdds, type Odds } from './world/futures-session.svelte';
import type { Session } from './world/session.svelte';
import { shippedFile, shippedFutures, shippedNetwork } from './world/shipped';

/** The futures of a session's world, which they follow. Those of its opening world are the same where the page is built and where it wakes up. */
export function openOdds(core: WebAssembly.Module, batch: Batch, session: Session, opening: Levers): Odds {
  const odds = createOdds({
    file: shippedFutures,
    calendar: shippedFile,
    batch,
    opening,
    open: (where) => (where === 'worker' ? openFutures : openFuturesHere)(core, shippedNetwork),
  });
  $effect.root(() => {
    $effect(() => odds.turnTo(session.run.levers));
  });
  return odds;
}
