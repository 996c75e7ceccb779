import type { Run } from '../engine';
import { type ContractOutcome, outcomeOfAll } from '../world/contract-outcomes';
import { allDebtStruckOut } from '../world/step-ten';

/** What became of the promises of a run, all contracts together, and what lies beside them. Billions. */
export interface Totals extends ContractOutcome {
  /** Of `lost`: bills for service that was delivered. */
  readonly badDebt: number;
  /** New money for labs, from investors and from their suppliers. */
  readonly investors: number;
  readonly suppliers: number;
  /** What lenders lost: debt of firms that fell, struck out. No part of the promises. */
  readonly struckOut: number;
}

export function totals(run: Run): Totals {
  return {
    ...outcomeOfAll(run),
    badDebt: all(run.losses.badDebt),
    investors: all(run.firm.investors),
    suppliers: all(run.firm.invested),
    struckOut: allDebtStruckOut(run),
  };
}

function all(series: Float64Array): number {
  return series.reduce((sum, x) => sum + x, 0);
}
