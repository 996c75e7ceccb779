import networkFile from '../content/network-2026q3.json';
import worldsFile from '../content/worlds.json';
import { createEngine } from './engine';
import { usualLevers } from './world/dials';
import { decode } from './world/link';
import { toNetwork } from './world/network-file';
import type { NetworkFile } from './world/network-schema';
import { createSession, type Session } from './world/session.svelte';
import type { Worlds } from './world/worlds';

// The build has checked both files (build/content.ts), so here they are only read.
const file = networkFile as NetworkFile;
const network = toNetwork(file);

/** The worlds to be set with one click, and which of them the page opens with. */
export const { worlds, opening }: Worlds = worldsFile;

/** The same session on both sides: where the page is built, and where it wakes up. The numbers agree to the bit. */
export async function openSession(core: WebAssembly.Module): Promise<Session> {
  const [engine, reference] = await Promise.all([createEngine(core, network), createEngine(core, network)]);
  const { levers } = decode(worlds.find(({ id }) => id === opening)?.query ?? '', file);
  return createSession({ cast: file, engine, plan: reference.run(usualLevers()), opening: levers });
}
