import type { PageLink } from './page-link';
import type { Session } from './session.svelte';

/** Opens a session at what a link says: its world, and the quarter and the firm that its sender looked at. */
export function arrive(session: Session, { levers, given, at, firm }: PageLink): void {
  if (given) session.open(levers);
  if (at !== undefined) session.playback.seek(at);
  const index = session.cast.firms.findIndex(({ id }) => id === firm);
  if (index >= 0) session.look(index);
}
