import { setContext } from 'svelte';
import type { Edges } from '../world/edges.svelte';
import type { Odds } from '../world/futures-session.svelte';
import type { Session } from '../world/session.svelte';
import { edgesKey, sessionKey } from './context';
import { setOdds } from './odds';
import { type SourceNotes, setSourceNotes } from './sources/notes.svelte';

/** What all parts of the essay's page share: they wake up one by one, and each is a tree of components of its own. */
export interface PageContext {
  readonly session: Session;
  readonly odds: Odds;
  readonly edges: Edges;
  readonly notes: SourceNotes;
}

/** Gives it to all components below the one that is being made. */
export function givePage({ session, odds, edges, notes }: PageContext): void {
  setContext(sessionKey, session);
  setContext(edgesKey, edges);
  setOdds(odds);
  setSourceNotes(notes);
}
