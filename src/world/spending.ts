import type { Network, SeriesName } from '../engine';
import type { FutureView, Line } from '../engine/futures';
import { contractsOwedBy, nothing } from './claim-measures';

/** The series it takes to know what a firm spends. */
const series = {
  own: 'firm.own',
  received: 'firm.received',
  costs: 'firm.costs',
  interest: 'firm.interest',
  maturing: 'firm.maturing',
  outside: 'firm.outside',
  spot: 'firm.spot',
  cash: 'firm.cash',
  bill: 'firm.bill',
  burn: 'firm.burn',
  capex: 'firm.capex',
  starved: 'firm.starved',
  paid: 'contract.paid',
  due: 'contract.due',
  arrears: 'contract.arrears',
  orders: 'supply.paid',
} as const satisfies Readonly<Record<string, SeriesName>>;

/** What `spendingOf` reads of a future. */
export const spendingReads = Object.values(series);

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
export function spendingOf(network: Network, i: number): (future: FutureView) => (t: number) => Spending {
  const { firms, supply } = network;
  const { id } = firms[i];
  const contractsPaid = contractsOwedBy(network, id);
  const ordersPaid = supply.flatMap(({ buyer }, s) => (buyer === id ? [s] : []));
  return (future) => {
    const books = booksOf(future);
    const { own, received, costs, interest, maturing, outside, spot, cash, paid, orders } = books;
    /** Cash below nothing is a bill for costs not paid, which the next quarter then pays, unless the firm has fallen. */
    const unpaid = (t: number) => Math.max(0, -cash.at(t, i));
    return (t) => {
      // Is it still there to pay what the quarter before left unpaid?
      const isThere = t > 0 && future.fellAt(i) !== t - 1;
      let compute = spot.at(t, i);
      for (const c of contractsPaid) compute += paid.at(t, c);
      let spent = compute + (isThere ? unpaid(t - 1) : 0) - unpaid(t);
      for (const s of ordersPaid) spent += orders.at(t, s);
      spent = spent + costs.at(t, i) + interest.at(t, i) + maturing.at(t, i) + outside.at(t, i);
      const without = withoutOf(books, i, t, contractsPaid, isThere);
      return { sales: own.at(t, i) + received.at(t, i), compute, spent, without };
    };
  };
}

type Books = Readonly<Record<keyof typeof series, Line>>;

/** Line by line: for each of thousands of futures a table that is made in a loop takes longer than what is read of it. */
function booksOf(future: FutureView): Books {
  return {
    own: future.series(series.own),
    received: future.series(series.received),
    costs: future.series(series.costs),
    interest: future.series(series.interest),
    maturing: future.series(series.maturing),
    outside: future.series(series.outside),
    spot: future.series(series.spot),
    cash: future.series(series.cash),
    bill: future.series(series.bill),
    burn: future.series(series.burn),
    capex: future.series(series.capex),
    starved: future.series(series.starved),
    paid: future.series(series.paid),
    due: future.series(series.due),
    arrears: future.series(series.arrears),
    orders: future.series(series.orders),
  };
}

/**
 * What was wanted and not had: optional compute that was not bought. What is had on a contract is what is paid in the quarter and what becomes late in it, less what was late
 * before and is paid now: with its payer a contract ends, and nothing of it is late any more.
 */
function withoutOf(books: Books, i: number, t: number, contracts: readonly number[], hasLate: boolean): number {
  const { spot, paid, due, arrears } = books;
  let bought = spot.at(t, i);
  let had = bought;
  for (const c of contracts) {
    const now = paid.at(t, c);
    bought += Math.min(now, due.at(t, c));
    had += now + arrears.at(t, c) - (hasLate ? arrears.at(t - 1, c) : 0);
  }
  const without = wantedOf(books, i, t, bought) - had;
  return without > nothing ? without : 0;
}

/** All the compute that a firm wants in a quarter in which it pays for so much of it. */
function wantedOf(
  { starved, costs, capex, interest, maturing, bill, burn, own }: Books,
  i: number,
  t: number,
  bought: number,
): number {
  const share = starved.at(t, i);
  if (share < 1 - nothing) return bought / (1 - share);
  // Nothing is bought. What the quarter would take tells what was wanted, for the rest of it is known.
  const rest = costs.at(t, i) + capex.at(t, i) + interest.at(t, i) + maturing.at(t, i);
  return Math.max(bill.at(t, i), burn.at(t, i) + own.at(t, i) - rest);
}

/** What a firm spends beyond its sales in a quarter, if it does. */
export function burnedIn({ sales, spent }: Spending): number {
  return Math.max(0, spent - sales);
}
