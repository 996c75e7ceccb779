import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import { paidBySteps } from './cleared';
import { millions, toMillion } from './exact';
import { goneAt } from './fall';

/** What a firm asked for in a quarter and what it got; what was legally due and what it paid. Billions. */
export interface Clearing {
  /** Does it live on raised money? Others ask for no equity. */
  readonly lab: boolean;
  /** The quarter before this one in which it failed. Its books are closed. */
  readonly failed?: number;
  readonly asked: number;
  readonly raised: number;
  /** What it wished to borrow. */
  readonly gap: number;
  readonly borrowed: number;
  readonly owed: number;
  readonly cleared: number;
  /** Left unpaid, senior bills included. */
  readonly short: number;
  /** Senior bills it could not pay: how far under nothing its cash was when all was cleared. */
  readonly overdrawn: number;
  /** What came in after that, by the choice of others, and what it closed the quarter with. */
  readonly later: number;
  readonly closing: number;
}

/** Less than this, in billions, is rounding. */
const nothing = 1e-9;

export function clearingOf(run: Run, i: number, t: number): Clearing {
  const { network, firm } = run;
  const at = t * network.firms.length + i;
  const failed = goneAt(run, i);
  const overdrawn = firm.short[at] - (firm.owed[at] - firm.cleared[at]);
  return {
    lab: network.firms[i].lab,
    ...(failed !== undefined && failed < t && { failed }),
    asked: firm.ask[at],
    raised: firm.equity[at],
    gap: firm.borrowed[at] + firm.unlent[at],
    borrowed: firm.borrowed[at],
    owed: firm.owed[at],
    cleared: firm.cleared[at],
    short: firm.short[at],
    overdrawn: overdrawn > nothing ? overdrawn : 0,
    later: paidBySteps(run, i, t).chosen.received,
    closing: firm.cash[at],
  };
}

/** How the clearing went for it, in words that agree with the numbers as they are printed. `start`: the first quarter of the run. */
export function clearingWords(clearing: Clearing, start: string): string {
  const { failed, owed, cleared, short, overdrawn, later, closing } = clearing;
  if (failed !== undefined) return `It failed in ${displayQuarter(failed, start)}. Its books are closed.`;
  if (short <= nothing) {
    return owed > 0
      ? 'All that was legally due is paid. What it may choose to buy comes after.'
      : 'Nothing was legally due. What it may choose to buy comes after.';
  }
  const unpaid = toMillion(owed) - toMillion(cleared);
  const missing = toMillion(unpaid + toMillion(overdrawn));
  const said = [
    `It is ${millions(missing)} short of what was due${overdrawn > 0 ? ', bills that come first included' : ''}.`,
  ];
  const shares = 'Creditors share what it paid in proportion to what it owed them.';
  if (unpaid > 0) said.push(toMillion(cleared) > 0 ? shares : 'Its creditors get nothing.');
  if (overdrawn > 0) said.push(`That left its cash at ${millions(-overdrawn)}.`);
  if (later > nothing) {
    said.push(
      `Then, in step 9, came ${millions(later)} that others chose to spend with it, too late for the clearing: it closed with ${millions(closing)}, and the quarter counts as missed.`,
    );
  }
  return said.join(' ');
}
