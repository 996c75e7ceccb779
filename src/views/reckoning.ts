import type { Run } from '../engine';
import type { Calendar } from '../world/quarters';
import { displayQuarter } from '../world/quarters';
import { money } from './claim-facts';
import { verdictsOf } from './claims';
import { demandIn } from './demand';
import { fallsOf } from './fall';
import { ledgerCounts } from './ledger';
import { counted } from './words';

/** What the last chapter says of the reader's world. */
export interface Reckoning {
  /** "nine of nineteen claims hold, four are false" */
  readonly counts: string;
  readonly untested: number;
  /** The music never stops. */
  readonly never: boolean;
  /** Part of the venture money stays away in some quarter. */
  readonly thins: boolean;
  /** The first lab to fail. */
  readonly fall: { readonly firm: number; readonly when: string } | undefined;
  /** "one firm", "three firms": all that fall. */
  readonly fallen: string;
  /** Whom customers pay most for AI in the last quarter, if they pay anybody. */
  readonly heir: number | undefined;
  /** What they pay then, in words. */
  readonly pay: string;
  /** The last quarter. */
  readonly last: string;
  /** No lab has failed, and in the last year all live on their customers. */
  readonly whole: boolean;
  /** Demand outlives the firm that served it first. */
  readonly outlives: boolean;
}

export function reckoning(run: Run, calendar: Calendar): Reckoning {
  const { servers, total, fall } = demandIn(run);
  const end = total.length - 1;
  const verdicts = Object.values(verdictsOf(run));
  const heir = servers.reduce<(typeof servers)[number] | undefined>(
    (best, server) => (server.gets[end] > (best?.gets[end] ?? 0) ? server : best),
    undefined,
  );
  return {
    counts: ledgerCounts(verdicts),
    untested: verdicts.filter((verdict) => verdict === 'untested').length,
    never: run.levers.stop >= calendar.quarters,
    thins: run.quarter.climate.some((x) => x < 1),
    fall: fall && { firm: fall.firm, when: displayQuarter(fall.t, calendar.start) },
    fallen: counted(fallsOf(run).length, 'firm'),
    heir: heir?.firm,
    pay: money(total[end]),
    last: displayQuarter(end, calendar.start),
    whole: verdictsOf(run)['ponzi-shaped'] === 'fails',
    outlives: verdictsOf(run)['demand-outlives-firms'] === 'holds',
  };
}
