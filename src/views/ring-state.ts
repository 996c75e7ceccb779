import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { cashOf, fallenBy, monthsOfCash, nothing, offerAgainst, onOffer } from './facts';
import { investors } from './flows';
import { dollars } from './money';

/** How a party stands: `short` cannot pay all that is due, `alarmed` worries its suppliers. */
export type Trouble = 'none' | 'alarmed' | 'short' | 'restructured' | 'failed';

export interface PartyState {
  readonly trouble: Trouble;
  /** A few words on how it stands, and fewer for a narrow page. */
  readonly state: string;
  readonly brief: string;
  /**
   * How full its bar is, 0..1. A lab's bar is its cash, full at a year of it; the investors' is what they offer against the plan; that of a
   * firm which cannot pay all is the part it pays. All others are full.
   */
  readonly fill: number;
}

/** Longer than this, months of cash say less than the sum. */
const longest = 36;
const year = 12;

/** How a firm, or the investors, stand at the end of quarter t. */
export function stateOf(run: Run, plan: Run, cast: Cast, party: number, t: number): PartyState {
  if (party === investors) {
    const money = dollars(onOffer(run, t));
    const fill = Math.min(1, offerAgainst(run, plan, t));
    return { trouble: 'none', state: `${money} on offer`, brief: money, fill };
  }
  const { firm, network } = run;
  const at = t * network.firms.length + party;
  if (firm.status[at] > 0) {
    const fall = fallenBy(run, t).find((each) => each.firm === party);
    const kind = fall?.kind ?? 'failed';
    return {
      trouble: kind,
      state: `${kind} ${displayQuarter(fall?.t ?? t, cast.start)}`,
      brief: kind,
      fill: 0,
    };
  }
  if (firm.short[at] > nothing) {
    const state = `${dollars(firm.short[at])} unpaid`;
    return { trouble: 'short', state, brief: state, fill: Math.min(1, firm.cleared[at] / firm.owed[at]) || 0 };
  }
  const months = monthsOfCash(run, party, t);
  const trouble = firm.alarmed[at] > 0 ? 'alarmed' : 'none';
  if (months === undefined || months > longest) {
    const money = dollars(cashOf(run, party, t));
    return { trouble, state: `${money} in hand`, brief: money, fill: 1 };
  }
  const brief = monthsBrief(months);
  const state = brief === 'no cash' ? 'no cash left' : `${brief} of cash`;
  return { trouble, state, brief, fill: Math.min(1, months / year) };
}

function monthsBrief(months: number): string {
  if (months < 0.05) return 'no cash';
  if (months < 0.95) return 'under a month';
  const whole = Math.round(months);
  return whole === 1 ? '1 month' : `${whole} months`;
}
