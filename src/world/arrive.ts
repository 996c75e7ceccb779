import type { PageLink } from './page-link';
import type { Session } from './session.svelte';

/** Opens a session at what a link says: its world, the one its sender had pinned, and the quarter and the firm that were looked at. */
export function arrive(session: Session, { levers, others: [pinned], given, at, firm }: PageLink): void {
  if (given) session.open(levers);
  if (pinned) session.reference.pin(pinned);
  if (at !== undefined) session.playback.seek(at);
  const index = session.cast.firms.findIndex(({ id }) => id === firm);
  if (index >= 0) session.look(index);
}
