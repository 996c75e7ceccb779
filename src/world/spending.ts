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
  'contract.arrears',
  'supply.paid',
] as const satisfies FutureClaim['reads'];

/** What a firm sells and spends in a quarter, in billions. A lab does neither after the quarter in which it fails. */
export interface Spending {
  /** From its own customers and from other firms. */
  readonly sales: number;
  /** Paid on contracts for compute, late bills among it, and for compute beyond them. */
  readonly compute: number;
  /**
   * All that is paid in the quarter: compute, orders, building, costs, interest and debt repaid. Cash grows by sales, by what is raised, borrowed and recovered, and shrinks
   * by this, by what is given to labs or returned, and by what default destroys. Nothing else moves it.
   */
  readonly spent: number;
  /** Compute that it wants in the quarter and does not have. An instalment that is billed and left unpaid is not among it: it was for machines that were used. */
  readonly without: number;
}

/**
 * What a firm really spends, which is not the engine's `burn`: that counts all that a quarter would take, bought or not.
 *
 * Quarter by quarter, for it is asked of thousands of futures, and some of the answers are plain after a few.
 */
export function spendingOf(
  { firms, contracts, supply }: Network,
  i: number,
): (future: FutureView, t: number) => Spending {
  const { id } = firms[i];
  const mine = contracts.flatMap(({ payer }, c) => (payer === id ? [c] : []));
  const orders = supply.flatMap(({ buyer }, s) => (buyer === id ? [s] : []));
  /** Cash below nothing is a bill for costs not paid, which the next quarter then pays, unless the firm has fallen. */
  const unpaid = (future: FutureView, t: number) => Math.max(0, -future.at('firm.cash', t, i));
  const late = (future: FutureView, t: number) => {
    const left = t > 0 ? unpaid(future, t - 1) : 0;
    return left > 0 && future.fellAt(i) !== t - 1 ? left : 0;
  };
  return (future, t) => {
    const spot = future.at('firm.spot', t, i);
    let compute = spot;
    for (const c of mine) compute += future.at('contract.paid', t, c);
    let spent = compute + late(future, t) - unpaid(future, t);
    for (const s of orders) spent += future.at('supply.paid', t, s);
    for (const series of others) spent += future.at(series, t, i);
    const without = withoutOf(future, i, t, mine);
    return { sales: future.at('firm.own', t, i) + future.at('firm.received', t, i), compute, spent, without };
  };
}

/** What is paid besides compute and orders. */
const others = ['firm.costs', 'firm.interest', 'firm.maturing', 'firm.outside'] as const;

/**
 * What was wanted and not had: optional compute that was not bought. What is had on a contract is what is paid in the quarter and what becomes late in it, less what was late
 * before and is paid now.
 */
function withoutOf(future: FutureView, i: number, t: number, contracts: readonly number[]): number {
  const spot = future.at('firm.spot', t, i);
  let [bought, had] = [spot, spot];
  // With its payer a contract ends, and nothing of it is late any more.
  const hasLate = t > 0 && future.fellAt(i) !== t - 1;
  for (const c of contracts) {
    const paid = future.at('contract.paid', t, c);
    const before = hasLate ? future.at('contract.arrears', t - 1, c) : 0;
    bought += Math.min(paid, future.at('contract.due', t, c));
    had += paid + future.at('contract.arrears', t, c) - before;
  }
  const without = wantedOf(future, i, t, bought) - had;
  return without > nothing ? without : 0;
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

/** What a firm spends beyond its sales in a quarter, if it does. */
export function burnedIn({ sales, spent }: Spending): number {
  return Math.max(0, spent - sales);
}
