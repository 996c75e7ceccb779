import { setContext } from 'svelte';
import type { Edges } from '../world/edges.svelte';
import type { Odds } from '../world/futures-session.svelte';
import type { Session } from '../world/session.svelte';
import { edgesKey, sessionKey } from './context';
import { type SourceNotes, setSourceNotes } from './sources/notes.svelte';

/** What all parts of the essay's page share: they wake up one by one, and each is a tree of components of its own. */
export interface PageContext {
  readonly session: Session;
  readonly edges: Edges;
  readonly notes: SourceNotes;
  /** The page's futures. They are fetched and opened when the first part wants them: the opening does without. */
  readonly odds: () => Promise<Odds>;
}

/** Gives it to all components below the one that is being made. */
export function givePage({ session, edges, notes }: PageContext): void {
  setContext(sessionKey, session);
  setContext(edgesKey, edges);
  setSourceNotes(notes);
}
