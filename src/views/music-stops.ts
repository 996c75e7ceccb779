import type { Levers, Run } from '../engine';
import { type AllPaid, allPaidOf } from './all-paid';
import { type Receipt, receiptsOf } from './receipt';
import { totals } from './totals';

/** What the fifth chapter says of the reader's world. The words are in content/music-stops.svx. Billions. */
export interface Reckoned {
  readonly levers: Levers;
  readonly receipts: readonly Receipt[];
  /** If nobody falls. */
  readonly paid: AllPaid | undefined;
  /** Quarters from the first in which money is thin to the first fall; undefined if there is no such fall. */
  readonly gap: number | undefined;
  /** Lost to creditors in all; of that, bills for work already done. */
  readonly lost: number;
  readonly badDebt: number;
  /** Lost to lenders: debt of firms that fall, struck out. */
  readonly struckOut: number;
}

export function reckon(run: Run): Reckoned {
  const receipts = receiptsOf(run);
  const { lost, badDebt, struckOut } = totals(run);
  // Where no venture money is ever on offer there is none to thin.
  const thins = run.levers.supply > 0 ? run.quarter.climate.findIndex((climate) => climate < 1) : -1;
  const gap = receipts.length > 0 && thins >= 0 ? receipts[0].t - thins : -1;
  return {
    levers: run.levers,
    receipts,
    paid: allPaidOf(run),
    gap: gap < 0 ? undefined : gap,
    lost,
    badDebt,
    struckOut,
  };
}
