import { setContext } from 'svelte';
import type { Graph } from '../engine/networks/graph';
import type { Counter } from '../world/counter.svelte';
import type { Edges } from '../world/edges.svelte';
import type { Odds } from '../world/futures-session.svelte';
import type { Session } from '../world/session.svelte';
import type { Unhurried } from '../world/unhurried.svelte';
import { edgesKey, sessionKey, unhurriedKey } from './context';
import { setOdds } from './odds';
import { setGraph } from './settling';
import { type Shares, setShares } from './share/shares.svelte';
import { type SourceNotes, setSourceNotes } from './sources/notes.svelte';

/** What all parts of the essay's page share: they wake up one by one, and each is a tree of components of its own. */
export interface PageContext {
  readonly session: Session;
  readonly unhurried: Unhurried;
  /** Futures that have been run since the page opened. */
  readonly futures: Counter;
  readonly edges: Edges;
  readonly notes: SourceNotes;
  /** Undefined where figures are not to be shared: in a page that shows only one of them. */
  readonly shares: Shares | undefined;
  /** Fetched and opened when the first of the later parts wants it: the opening does without. */
  readonly later: () => Promise<LateContext>;
}

/** What only the later parts need. */
export interface LateContext {
  readonly odds: Odds;
  readonly graph: Graph;
}

/** Gives it to all components below the one that is being made. */
export function givePage({ session, unhurried, edges, notes, shares }: PageContext): void {
  setContext(sessionKey, session);
  setContext(unhurriedKey, unhurried);
  setContext(edgesKey, edges);
  setSourceNotes(notes);
  if (shares) setShares(shares);
}

export function giveLater({ odds, graph }: LateContext): void {
  setOdds(odds);
  setGraph(graph);
}
