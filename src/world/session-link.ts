import { outcomeOf } from './link-outcome';
import { encodePage } from './page-link';
import type { Session } from './session.svelte';

/**
 * The query of a link to a session as it stands, without "?": its world with the outcome that is on the page, and the quarter and firm in view, if those are not what the page opens
 * with. While a run is on its way the world is still that of the last one.
 */
export function sessionLink({ run, cast, playback, firm }: Session, openingQuarter: number): string {
  const { quarter, playing } = playback;
  const view = {
    at: playing || quarter === openingQuarter ? undefined : quarter,
    firm: firm === undefined ? undefined : cast.firms[firm]?.id,
    was: outcomeOf(run),
  };
  return encodePage(run.levers, view, cast);
}
