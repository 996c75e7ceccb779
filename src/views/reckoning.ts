import type { Run } from '../engine';
import type { Calendar } from '../world/quarters';
import { displayQuarter } from '../world/quarters';
import { money } from './claim-facts';
import { verdictOf, verdictsOf } from './claims';
import { demandIn } from './demand';
import { dipOf } from './demand-words';
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
  /** Is there no venture money on offer, before or after? */
  readonly silent: boolean;
  /** The first lab to fail; what its customers paid it in its last quarter, and what of that goes over to others, in words. */
  readonly fall:
    | { readonly firm: number; readonly when: string; readonly sold: string; readonly moved: string }
    | undefined;
  /** What customers pay for AI a quarter after, in words, if that is less. */
  readonly dip: string | undefined;
  /** Since then the total has grown, no other lab has failed, and most of it is the growth of the heir. */
  readonly carried: boolean;
  /** "one firm", "three firms": all that fall, if any does. */
  readonly fallen: string | undefined;
  /** Is a single firm gone for good? */
  readonly oneGone: boolean;
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
  const falls = fallsOf(run);
  const dip = dipOf({ total, fall });
  const growth = dip ? total[end] - dip.total : 0;
  const growthOf = ({ gets }: (typeof servers)[number], from: number) => gets[end] - gets[from];
  return {
    counts: ledgerCounts(verdicts),
    untested: verdicts.filter((verdict) => verdict === 'untested').length,
    never: run.levers.stop >= calendar.quarters,
    thins: run.quarter.climate.some((x) => x < 1),
    silent: run.levers.supply === 0,
    fall: fall && {
      firm: fall.firm,
      when: displayQuarter(fall.t, calendar.start),
      sold: money(fall.sold),
      moved: money(fall.moved),
    },
    dip: dip && money(dip.total),
    carried:
      dip !== undefined &&
      fall?.alone === true &&
      heir !== undefined &&
      growth > 0 &&
      2 * growthOf(heir, dip.t) > growth,
    fallen: falls.length > 0 ? counted(falls.length, 'firm') : undefined,
    oneGone: falls.filter(({ kind }) => kind === 'failed').length === 1,
    heir: heir?.firm,
    pay: money(total[end]),
    last: displayQuarter(end, calendar.start),
    whole: verdictOf(run, 'ponzi-shaped') === 'fails',
    outlives: verdictOf(run, 'demand-outlives-firms') === 'holds',
  };
}
