import type { Network } from '../engine';
import type { FutureClaim, FutureView } from '../engine/futures';
import { nothing } from './claim-measures';

/** What `spendingOf` reads of a future. */
export const spendingReads = [
  'firm.own',
  'firm.received',
  'firm.costs',
  'firm.interest',
  'firm.maturing',
  'firm.outside',
  'firm.spot',
  'firm.cash',
  'firm.bill',
  'firm.burn',
  'firm.capex',
  'firm.starved',
  'contract.paid',
  'contract.due',
  'supply.paid',
] as const satisfies FutureClaim['reads'];

/** What a firm sells and spends, by quarter, in billions. Nothing after the quarter in which a lab fails. */
export interface Spending {
  /** From its own customers and from other firms. */
  readonly sales: Float64Array;
  /** Paid on contracts for compute, late bills among it, and for compute beyond them. */
  readonly compute: Float64Array;
  /**
   * All that is paid in the quarter: compute, orders, building, costs, interest and debt repaid. Cash grows by sales, by what is raised, borrowed and recovered, and shrinks
   * by this, by what is given to labs or returned, and by what default destroys. Nothing else moves it.
   */
  readonly spent: Float64Array;
  /** Compute that it wants in the quarter and does not pay for. */
  readonly without: Float64Array;
}

/**
 * What a firm really spends, which is not the engine's `burn`: that counts all that a quarter would take, bought or not.
 *
 * The arrays are written anew each time, for this is asked of thousands of futures: read them before the next.
 */
export function spendingOf(
  { firms, contracts, supply, quarters }: Network,
  i: number,
): (future: FutureView) => Spending {
  const { id } = firms[i];
  const mine = contracts.flatMap(({ payer }, c) => (payer === id ? [c] : []));
  const orders = supply.flatMap(({ buyer }, s) => (buyer === id ? [s] : []));
  const [sales, compute, spent, without] = Array.from({ length: 4 }, () => new Float64Array(quarters));
  // Series by series and not quarter by quarter: a future is quicker to read along a series.
  const along = (
    into: Float64Array,
    future: FutureView,
    series: (typeof spendingReads)[number],
    column: number,
    sign = 1,
  ) => {
    for (let t = 0; t < quarters; t++) into[t] += sign * future.at(series, t, column);
  };
  return (future) => {
    for (const sums of [sales, compute, spent, without]) sums.fill(0);
    for (const series of ['firm.own', 'firm.received'] as const) along(sales, future, series, i);
    for (const c of mine) along(compute, future, 'contract.paid', c);
    along(compute, future, 'firm.spot', i);
    for (let t = 0; t < quarters; t++) spent[t] = compute[t];
    for (const s of orders) along(spent, future, 'supply.paid', s);
    for (const series of ['firm.costs', 'firm.interest', 'firm.maturing', 'firm.outside'] as const) {
      along(spent, future, series, i);
    }
    const fell = future.fellAt(i);
    // Cash below nothing is a bill for costs not paid, which the next quarter then pays, unless the firm has fallen.
    let late = 0;
    for (let t = 0; t < quarters; t++) {
      const unpaid = Math.max(0, -future.at('firm.cash', t, i));
      spent[t] += late - unpaid;
      late = t === fell ? 0 : unpaid;
    }
    along(without, future, 'firm.spot', i);
    for (const c of mine) {
      for (let t = 0; t < quarters; t++)
        without[t] += Math.min(future.at('contract.paid', t, c), future.at('contract.due', t, c));
    }
    for (let t = 0; t < quarters; t++) without[t] = wantedOf(future, i, t, without[t]) - without[t];
    return { sales, compute, spent, without };
  };
}

/** All the compute that a firm wants in a quarter in which it pays for so much of it. */
function wantedOf(future: FutureView, i: number, t: number, bought: number): number {
  const starved = future.at('firm.starved', t, i);
  if (starved < 1 - nothing) return bought / (1 - starved);
  // Nothing is bought. What the quarter would take tells what was wanted, for the rest of it is known.
  const rest = (['firm.costs', 'firm.capex', 'firm.interest', 'firm.maturing'] as const).reduce(
    (sum, series) => sum + future.at(series, t, i),
    0,
  );
  return Math.max(future.at('firm.bill', t, i), future.at('firm.burn', t, i) + future.at('firm.own', t, i) - rest);
}

/** What a firm spends beyond its sales, over the quarters in which it does. */
export function burnedOf({ sales, spent }: Spending): number {
  return spent.reduce((sum, paid, t) => sum + Math.max(0, paid - sales[t]), 0);
}

/** All the compute that it wants and does not pay for. */
export function withoutOf({ without }: Spending): number {
  return without.reduce((sum, wanted) => sum + wanted, 0);
}
