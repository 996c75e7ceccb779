import type { Run } from '../engine';

/**
 * Series of a firm that the engine does not keep, for it keeps the books as they stand after step 9: what step 10 of the quarter then does to them.
 * - `cashStep10`: added to cash as firms fall. What the firm opens the next quarter with is `cash + cashStep10`.
 * - `debtStruckOut`: struck out as it fails or is restructured, and borne by its lenders. Its next `debt` is `debt - debtStruckOut`, with what it then borrows, less what matures.
 */
export const step10Series = ['cashStep10', 'debtStruckOut'] as const;
export type Step10Series = (typeof step10Series)[number];

/**
 * What step 10 of a quarter does to the books of firms, worked out from the numbers of a run. The series of the engine stand as they are after step 9, so between the end of one
 * quarter and the beginning of the next cash and debt move without a series: what creditors recover, what comes with a restructuring, what a fall ends. Billions.
 */
export interface CashAfterFalls {
  /** Late bills of payers that fell, as far as they are recovered: paid from outside. */
  readonly recovered: number;
  /** If the firm was restructured: what its creditors put in, so that it has its least cash again. What it was overdrawn is part of it. */
  readonly putIn: number;
  /** If the firm failed: what it still held, which is gone. Below 0 if it was overdrawn: bills that are written off. */
  readonly gone: number;
  /** What it opens the next quarter with. */
  readonly opening: number;
}

/** What the falls of quarter t do to the cash of firm i, in the order of the model: firm by firm, the contracts of each first. */
export function cashAfterFalls(run: Run, i: number, t: number): CashAfterFalls {
  const { firms, contracts } = run.network;
  let [recovered, putIn, gone] = [0, 0, 0];
  let opening = run.firm.cash[t * firms.length + i];
  firms.forEach(({ id, minCash, lab }, j) => {
    if (!fellIn(run, j, t)) return;
    contracts.forEach(({ payer, payee }, c) => {
      if (payer !== id || payee !== firms[i].id) return;
      const back = run.contract.recovered[t * contracts.length + c];
      recovered += back;
      opening += back;
    });
    if (j !== i) return;
    if (lab) gone = opening;
    else putIn = Math.max(0, minCash - opening);
    opening = lab ? 0 : Math.max(opening, minCash);
  });
  return { recovered, putIn, gone, opening };
}

/** What firm i opens quarter t with: what it closed the last one with, and what falls then did to that. */
export function openingCash(run: Run, i: number, t: number): number {
  return t === 0 ? run.network.firms[i].cash : cashAfterFalls(run, i, t - 1).opening;
}

/**
 * Debt of firm i that is struck out as quarter t ends, because the firm fails or is restructured: all that it then owes its lenders, who bear it. Its debt of the next quarter is that of
 * this one, less what is struck out, with what it borrows then, less what it repays.
 */
export function debtStruckOut(run: Run, i: number, t: number): number {
  return fellIn(run, i, t) ? run.firm.debt[t * run.network.firms.length + i] : 0;
}

/** Debt struck out over the run, of all firms or of one. */
export function allDebtStruckOut(run: Run, only?: number): number {
  const { firms, quarters } = run.network;
  let sum = 0;
  for (let t = 0; t < quarters; t++) {
    for (let i = 0; i < firms.length; i++) if (only === undefined || only === i) sum += debtStruckOut(run, i, t);
  }
  return sum;
}

/** All series of step 10: what it does to the books of firm i in quarter t. */
export function step10Of(run: Run, i: number, t: number): Readonly<Record<Step10Series, number>> {
  const closing = run.firm.cash[t * run.network.firms.length + i];
  return { cashStep10: cashAfterFalls(run, i, t).opening - closing, debtStruckOut: debtStruckOut(run, i, t) };
}

/** Did firm i fail, or was it restructured, as quarter t ended? */
function fellIn({ network, firm }: Run, i: number, t: number): boolean {
  const n = network.firms.length;
  return firm.status[t * n + i] > (t === 0 ? 0 : firm.status[(t - 1) * n + i]);
}
