import type { LateContext, PageContext } from './components/page-context';
import { createShares } from './components/share/shares.svelte';
import { createSourceNotes } from './components/sources/notes.svelte';
import { createBatch, createEngine } from './engine';
import { createCounter } from './world/counter.svelte';
import { usualLevers } from './world/dials';
import { createEdges } from './world/edges.svelte';
import { decode } from './world/link';
import { parseQuarter } from './world/quarters';
import { createSession, type Session } from './world/session.svelte';
import { shippedCast, shippedNetwork, shippedWorlds } from './world/shipped-values';
import { createUnhurried } from './world/unhurried.svelte';

const { worlds, opening, quarter } = shippedWorlds;

const openingLevers = decode(worlds.find(({ id }) => id === opening)?.query ?? '', shippedCast).levers;

/** The same session on both sides: where the page is built, and where it wakes up. The numbers agree to the bit. */
export async function openSession(core: WebAssembly.Module): Promise<Session> {
  return (await openWithBatch(core)).session;
}

/** What the parts of the essay's page share. `networks` fetches the module of the networks of payments, which only its later parts need. */
export async function openPage(
  core: WebAssembly.Module,
  networks: () => Promise<WebAssembly.Module>,
): Promise<PageContext> {
  const { session, batch } = await openWithBatch(core);
  const futures = createCounter();
  const unhurried = createUnhurried({ levers: session.run.levers });
  const edges = createEdges({ runner: batch });
  let later: Promise<LateContext> | undefined;
  return {
    session,
    unhurried,
    futures,
    edges,
    notes: createSourceNotes(),
    shares: createShares(),
    later: () => {
      later ??= Promise.all([import('./page-later.svelte'), networks()]).then(([{ openLater }, networks]) =>
        openLater({ core, networks, batch, unhurried, edges, opening: openingLevers, counted: futures.add }),
      );
      return later;
    },
  };
}

async function openWithBatch(core: WebAssembly.Module) {
  const [engine, planned, aside, batch] = await Promise.all([
    createEngine(core, shippedNetwork),
    createEngine(core, shippedNetwork),
    createEngine(core, shippedNetwork),
    createBatch(core, shippedNetwork),
  ]);
  const session = createSession({
    cast: shippedCast,
    engine,
    probe: batch,
    plan: planned.run(usualLevers()),
    aside,
    opening: openingLevers,
    quarter: parseQuarter(quarter, shippedCast.start),
  });
  return { session, batch };
}
