import type { LateContext } from './components/page-context';
import type { Levers } from './engine';
import type { Batch } from './engine/batch/batch';
import { createGraph } from './engine/networks/graph';
import { openFutures, openFuturesHere } from './world/futures-pool';
import { createOdds } from './world/futures-session.svelte';
import type { Session } from './world/session.svelte';
import { shippedFile, shippedFutures, shippedNetwork } from './world/shipped';

/** What only the later parts of the page need. The futures follow the session's world; those of its opening world are the same where the page is built and where it wakes up. */
export async function openLater(
  core: WebAssembly.Module,
  batch: Batch,
  session: Session,
  opening: Levers,
): Promise<LateContext> {
  const { firms, contracts, supply } = shippedNetwork;
  const room = { nodes: firms.length, room: contracts.length + supply.length };
  const graph = await createGraph(core, room, { from: [], to: [], amount: [] });
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
  return { odds, graph };
}
