import type { LateContext } from './components/page-context';
import { createBatch, type Levers, type Relay } from './engine';
import { createGraph } from './engine/networks/graph';
import type { Edges } from './world/edges.svelte';
import { openFutures, openFuturesHere } from './world/futures-pool';
import { createOdds } from './world/futures-session.svelte';
import { readyForPaper } from './world/ready-for-paper';
import { shippedFutures } from './world/shipped-futures';
import { shippedCast, shippedNetwork } from './world/shipped-values';
import type { Unhurried } from './world/unhurried.svelte';

interface LaterOptions {
  readonly lanes: WebAssembly.Module;
  readonly networks: WebAssembly.Module;
  /** What asks for other worlds; from now on it runs many at once. */
  readonly probe: Relay;
  readonly unhurried: Unhurried;
  readonly edges: Edges;
  readonly opening: Levers;
  /** Is told of futures that have been run. */
  readonly counted: (futures: number) => void;
}

/** What only the later parts of the page need. The futures follow the reader's world, though not in each frame of a hand that moves; those of its opening world are the same where the page is built and where it wakes up. */
export async function openLater({
  lanes,
  networks,
  probe,
  unhurried,
  edges,
  opening,
  counted,
}: LaterOptions): Promise<LateContext> {
  const { firms, contracts, supply } = shippedNetwork;
  const room = { nodes: firms.length, room: contracts.length + supply.length };
  const [batch, graph] = await Promise.all([
    createBatch(lanes, shippedNetwork),
    createGraph(networks, room, { from: [], to: [], amount: [] }),
  ]);
  probe.handTo(batch);
  const odds = createOdds({
    file: shippedFutures,
    calendar: shippedCast,
    batch,
    opening,
    counted,
    open: (where) => (where === 'worker' ? openFutures : openFuturesHere)(lanes, shippedNetwork),
  });
  $effect.root(() => {
    $effect(() => odds.turnTo(unhurried.levers, !unhurried.rested));
    $effect(() => readyForPaper({ unhurried, odds, edges }));
  });
  return { odds, graph };
}
