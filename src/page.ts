import { createBatch, createEngine } from './engine';
import { createGraph } from './engine/networks/graph';
import { usualLevers } from './world/dials';
import { decode } from './world/link';
import { parseQuarter } from './world/quarters';
import { createSession, type Session } from './world/session.svelte';
import { shippedFile, shippedNetwork, shippedWorlds } from './world/shipped';

const { worlds, opening, quarter } = shippedWorlds;

/** The same session on both sides: where the page is built, and where it wakes up. The numbers agree to the bit. */
export async function openSession(core: WebAssembly.Module): Promise<Session> {
  const { firms, contracts, supply } = shippedNetwork;
  const debts = { nodes: firms.length, room: contracts.length + supply.length };
  const [engine, reference, probe, graph] = await Promise.all([
    createEngine(core, shippedNetwork),
    createEngine(core, shippedNetwork),
    createBatch(core, shippedNetwork),
    createGraph(core, debts, { from: [], to: [], amount: [] }),
  ]);
  const { levers } = decode(worlds.find(({ id }) => id === opening)?.query ?? '', shippedFile);
  return createSession({
    cast: shippedFile,
    engine,
    probe,
    graph,
    plan: reference.run(usualLevers()),
    opening: levers,
    quarter: parseQuarter(quarter, shippedFile.start),
  });
}
