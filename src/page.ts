import type { PageContext } from './components/page-context';
import { createSourceNotes } from './components/sources/notes.svelte';
import { createBatch, createEngine } from './engine';
import { createGraph } from './engine/networks/graph';
import { usualLevers } from './world/dials';
import { createEdges } from './world/edges.svelte';
import type { Odds } from './world/futures-session.svelte';
import { decode } from './world/link';
import { parseQuarter } from './world/quarters';
import { createSession, type Session } from './world/session.svelte';
import { shippedFile, shippedNetwork, shippedWorlds } from './world/shipped';

const { worlds, opening, quarter } = shippedWorlds;

const openingLevers = () => decode(worlds.find(({ id }) => id === opening)?.query ?? '', shippedFile).levers;

/** The same session on both sides: where the page is built, and where it wakes up. The numbers agree to the bit. */
export async function openSession(core: WebAssembly.Module): Promise<Session> {
  return (await openWithBatch(core)).session;
}

/** What the parts of the essay's page share. */
export async function openPage(core: WebAssembly.Module): Promise<PageContext> {
  const { session, batch } = await openWithBatch(core);
  let odds: Promise<Odds> | undefined;
  return {
    session,
    edges: createEdges({ runner: batch }),
    notes: createSourceNotes(),
    odds: () => {
      odds ??= import('./page-odds.svelte').then(({ openOdds }) => openOdds(core, batch, session, openingLevers()));
      return odds;
    },
  };
}

async function openWithBatch(core: WebAssembly.Module) {
  const { firms, contracts, supply } = shippedNetwork;
  const debts = { nodes: firms.length, room: contracts.length + supply.length };
  const [engine, reference, probe, graph] = await Promise.all([
    createEngine(core, shippedNetwork),
    createEngine(core, shippedNetwork),
    createBatch(core, shippedNetwork),
    createGraph(core, debts, { from: [], to: [], amount: [] }),
  ]);
  const session = createSession({
    cast: shippedFile,
    engine,
    probe,
    graph,
    plan: reference.run(usualLevers()),
    opening: openingLevers(),
    quarter: parseQuarter(quarter, shippedFile.start),
  });
  return { session, batch: probe };
}
