import type { LateContext, PageContext } from './components/page-context';
import { createShares } from './components/share/shares.svelte';
import { createSourceNotes } from './components/sources/notes.svelte';
import { createEngine, oneByOne, relay } from './engine';
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
  return (await open(core)).session;
}

/** Fetches the modules that only the later parts of the page need: of many worlds at once, and of the networks of payments. */
export interface LaterModules {
  readonly lanes: () => Promise<WebAssembly.Module>;
  readonly networks: () => Promise<WebAssembly.Module>;
}

/** What the parts of the essay's page share. */
export async function openPage(core: WebAssembly.Module, modules: LaterModules): Promise<PageContext> {
  const { session, probe } = await open(core);
  const futures = createCounter();
  const unhurried = createUnhurried({ levers: session.run.levers });
  const edges = createEdges({ runner: probe });
  let later: Promise<LateContext> | undefined;

  async function openAfter(): Promise<LateContext> {
    const [{ openLater }, lanes, networks] = await Promise.all([
      import('./page-later.svelte'),
      modules.lanes(),
      modules.networks(),
    ]);
    return openLater({ lanes, networks, probe, unhurried, edges, opening: openingLevers, counted: futures.add });
  }

  return {
    session,
    unhurried,
    futures,
    edges,
    notes: createSourceNotes(),
    shares: createShares(),
    later: () => {
      later ??= openAfter();
      return later;
    },
  };
}

async function open(core: WebAssembly.Module) {
  const [engine, planned, aside, other] = await Promise.all([
    createEngine(core, shippedNetwork),
    createEngine(core, shippedNetwork),
    createEngine(core, shippedNetwork),
    createEngine(core, shippedNetwork),
  ]);
  const probe = relay(oneByOne(other));
  const session = createSession({
    cast: shippedCast,
    engine,
    probe,
    plan: planned.run(usualLevers()),
    aside,
    opening: openingLevers,
    quarter: parseQuarter(quarter, shippedCast.start),
  });
  return { session, probe };
}
