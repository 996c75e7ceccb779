import type { Calendar } from '../world/quarters';
import { displayQuarter } from '../world/quarters';
import { money } from './claim-facts';
import type { Demand, DemandFall } from './demand';

/** The quarter after the fall, if customers are seen to pay less in it than in the one before, and it is not the last. */
export function dipOf({ total, fall }: Pick<Demand, 'total' | 'fall'>): DemandFall['next'] {
  const next = fall?.next;
  if (!fall || !next || next.t >= total.length - 1) return undefined;
  return next.total < total[fall.t] && money(next.total) !== money(total[fall.t]) ? next : undefined;
}

/** What the drawing shows, in a sentence. */
export function demandFinding(
  { total, fall }: Demand,
  cast: Calendar & { readonly firms: readonly { readonly name: string }[] },
): string {
  const end = total.length - 1;
  const last = displayQuarter(end, cast.start);
  const goes = (from: number) => (total[end] < from ? 'falls' : 'goes');
  if (!fall) {
    return `No lab fails, and what customers pay for AI ${goes(total[0])} from ${money(total[0])} a quarter to ${money(total[end])} in ${last}.`;
  }
  const { name } = cast.firms[fall.firm];
  const before = total[fall.t];
  const fails = `${name} fails in ${displayQuarter(fall.t, cast.start)}.`;
  const [from, to] = [money(before), money(total[end])];
  const dip = dipOf({ total, fall });
  if (dip)
    return `${fails} What customers pay for AI falls from ${from} a quarter to ${money(dip.total)} in the next, and ends at ${to}.`;
  if (from === to) return `${fails} What customers pay for AI ends about where it was, at ${to} a quarter.`;
  const still = total[end] < before ? '' : ', all the same';
  return `${fails} What customers pay for AI ${goes(before)} from ${from} a quarter to ${to}${still}.`;
}
