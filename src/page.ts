import { createBatch, createEngine } from './engine';
import { usualLevers } from './world/dials';
import { openFutures, openFuturesHere } from './world/futures-pool';
import { createOdds, type Odds } from './world/futures-session.svelte';
import { decode } from './world/link';
import { parseQuarter } from './world/quarters';
import { createSession, type Session } from './world/session.svelte';
import { shippedFile, shippedFutures, shippedNetwork, shippedWorlds } from './world/shipped';

const { worlds, opening, quarter } = shippedWorlds;

export interface Page {
  readonly session: Session;
  readonly odds: Odds;
}

/** The same session and the same futures of its opening world on both sides: where the page is built, and where it wakes up. The numbers agree to the bit. */
export async function openPage(core: WebAssembly.Module): Promise<Page> {
  const [engine, reference, probe] = await Promise.all([
    createEngine(core, shippedNetwork),
    createEngine(core, shippedNetwork),
    createBatch(core, shippedNetwork),
  ]);
  const { levers } = decode(worlds.find(({ id }) => id === opening)?.query ?? '', shippedFile);
  const session = createSession({
    cast: shippedFile,
    engine,
    probe,
    plan: reference.run(usualLevers()),
    opening: levers,
    quarter: parseQuarter(quarter, shippedFile.start),
  });
  const odds = createOdds({
    file: shippedFutures,
    calendar: shippedFile,
    batch: probe,
    opening: levers,
    open: (where) => (where === 'worker' ? openFutures : openFuturesHere)(core, shippedNetwork),
  });
  return { session, odds };
}
