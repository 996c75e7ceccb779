import { equalLevers } from './dials';
import { outcomeOf } from './link-outcome';
import { encodePage, type View } from './page-link';
import type { Session } from './session.svelte';

/** The quarter a page opens with, which goes without saying. Undefined: any quarter is said, for the reader has chosen it. */
type Opening = number | undefined;

/**
 * The query of a link to a session as it stands, without "?": its world with the outcome that is on the page, the pinned world, and the quarter and firm in view, if those are not
 * what the page opens with. Undefined while the world has still to run, which is for less than a frame.
 */
export function sessionLink(session: Session, opening: Opening): string | undefined {
  const { levers, run, cast } = session;
  if (!equalLevers(levers, run.levers)) return undefined;
  return encodePage(run.levers, { ...viewOf(session, opening), was: outcomeOf(run) }, cast);
}

/** The same for the way to another page of the site: the world as the dials stand, without what it comes to, which the reader has seen. */
export function placeLink(session: Session, opening: Opening): string {
  return encodePage(session.levers, viewOf(session, opening), session.cast);
}

function viewOf({ cast, playback, firm, reference: { pinned } }: Session, opening: Opening): View {
  const { quarter, playing } = playback;
  return {
    others: pinned && [pinned],
    at: playing || quarter === opening ? undefined : quarter,
    firm: firm === undefined ? undefined : cast.firms[firm]?.id,
  };
}
