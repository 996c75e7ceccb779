import { equalLevers } from './dials';
import { outcomeOf } from './link-outcome';
import { encodePage } from './page-link';
import type { Session } from './session.svelte';

/**
 * The query of a link to a session as it stands, without "?": its world with the outcome that is on the page, and the quarter and firm in view, if those are not what the page opens
 * with. Undefined while the world has still to run, which is for less than a frame.
 */
export function sessionLink(
  { levers, run, cast, playback, firm }: Session,
  openingQuarter: number,
): string | undefined {
  if (!equalLevers(levers, run.levers)) return undefined;
  const { quarter, playing } = playback;
  const view = {
    at: playing || quarter === openingQuarter ? undefined : quarter,
    firm: firm === undefined ? undefined : cast.firms[firm]?.id,
    was: outcomeOf(run),
  };
  return encodePage(run.levers, view, cast);
}
