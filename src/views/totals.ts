import type { Run } from '../engine';
import { type ContractOutcome, contractOutcomes } from '../world/contract-outcomes';
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
  const outcomes = contractOutcomes(run);
  const of = (part: keyof ContractOutcome) => outcomes.reduce((sum, outcome) => sum + outcome[part], 0);
  return {
    promised: of('promised'),
    paid: of('paid'),
    cut: of('cut'),
    lost: of('lost'),
    recovered: of('recovered'),
    later: of('later'),
    badDebt: all(run.losses.badDebt),
    beyond: of('beyond'),
    investors: all(run.firm.investors),
    suppliers: all(run.firm.invested),
    struckOut: allDebtStruckOut(run),
  };
}

function all(series: Float64Array): number {
  return series.reduce((sum, x) => sum + x, 0);
}
