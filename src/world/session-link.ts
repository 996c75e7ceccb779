import { equalLevers } from './dials';
import { outcomeOf } from './link-outcome';
import { encodePage } from './page-link';
import type { Session } from './session.svelte';

/**
 * The query of a link to a session as it stands, without "?": its world with the outcome that is on the page, the pinned world, and the quarter and firm in view, if those are not
 * what the page opens with. Undefined while the world has still to run, which is for less than a frame.
 */
export function sessionLink(
  { levers, run, cast, playback, firm, reference: { pinned } }: Session,
  openingQuarter: number,
): string | undefined {
  if (!equalLevers(levers, run.levers)) return undefined;
  const { quarter, playing } = playback;
  const view = {
    others: pinned && [pinned],
    at: playing || quarter === openingQuarter ? undefined : quarter,
    firm: firm === undefined ? undefined : cast.firms[firm]?.id,
    was: outcomeOf(run),
  };
  return encodePage(run.levers, view, cast);
}
