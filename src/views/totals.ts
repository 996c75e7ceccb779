import type { Run } from '../engine';
import { allDebtStruckOut } from '../world/step-ten';

/** What became of the promises of a run, in billions. Up to `later` they add up to `promised`. */
export interface Totals {
  /** All instalments of all contracts. */
  readonly promised: number;
  /** Paid of them. */
  readonly paid: number;
  /** Flexible instalments that were not taken. */
  readonly cut: number;
  /** Ended unpaid: the rest of terms, and late bills that nobody will pay. */
  readonly lost: number;
  /** Late bills of contracts that ended, of which creditors get this much back. */
  readonly recovered: number;
  /** Neither paid nor lost as the run ends: late, or not due yet. */
  readonly later: number;
  /** Of `lost`: bills for service that was delivered. */
  readonly badDebt: number;
  /** Paid beyond the promises: for capacity that was used on after the term of a contract. */
  readonly beyond: number;
  /** New money for labs, from investors and from their suppliers. */
  readonly investors: number;
  readonly suppliers: number;
  /** What lenders lost: debt of firms that fell, struck out. No part of the promises. */
  readonly struckOut: number;
}

export function totals(run: Run): Totals {
  const { contracts } = run.network;
  const promised = contracts.reduce((all, { total }) => all + total, 0);
  let paid = 0;
  let beyond = 0;
  contracts.forEach(({ start, length }, c) => {
    let late = 0;
    for (let t = 0; t < run.network.quarters; t++) {
      const at = t * contracts.length + c;
      // After the term only what is late is still owed; the rest is bought anew.
      const owed = late + (t < start + length ? run.contract.due[at] : 0);
      const now = run.contract.paid[at];
      paid += Math.min(now, owed);
      beyond += Math.max(0, now - owed);
      late = run.contract.arrears[at];
    }
  });
  const [cut, lost, recovered] = [run.contract.cut, run.contract.lost, run.contract.recovered].map(all);
  return {
    promised,
    paid,
    cut,
    lost,
    recovered,
    later: Math.max(0, promised - paid - cut - lost - recovered),
    badDebt: all(run.losses.badDebt),
    beyond,
    investors: all(run.firm.investors),
    suppliers: all(run.firm.invested),
    struckOut: allDebtStruckOut(run),
  };
}

function all(series: Float64Array): number {
  return series.reduce((sum, x) => sum + x, 0);
}
