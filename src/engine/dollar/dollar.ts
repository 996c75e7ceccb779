import type { Run } from '../run';
import { boundQuarter, loseHeld, openBounds } from './bounds';
import { type Colour, paletteOf } from './colours';
import { bookOrigins, createOrigins, type Origins, sumOrigins } from './origins';
import { type AllPayments, paymentsOf } from './payments';
import { closePots, failPots, mixQuarter, openPots } from './pots';

/** How many dollars firms booked from one another for each that came in from outside. Billions, and their quotient. */
export interface Booking {
  /** All payments between firms for service and goods: what was paid on contracts and orders. Cheques are not among them. */
  readonly booked: number;
  /**
   * All that came in from outside: own revenue, relet capacity, investors' equity, new loans, arrears recovered, and the cash that restructurings
   * put in. What stood in the pots as the run opened is not among it: it had come in before.
   */
  readonly outside: number;
  /** booked / outside, or 0 where nothing came in. */
  readonly perOutsideDollar: number;
}

/** Where the money of a run came from. Arrays of its own: it stays as it is when the engine runs again. */
export interface Dollar {
  /** The columns of `pots`: customers, investors, lenders, opening, then each vendor by its place among the firms. */
  readonly colours: readonly Colour[];
  /**
   * Per quarter, firm and colour, at `(t * firms + i) * colours.length + k`: the composition of the firm's pot. Shares that sum to 1; all 0 for a pot
   * into which nothing came, and for firms that only pay one another round a circle, with no money from anywhere.
   */
  readonly pots: Float64Array;
  readonly contract: Origins;
  readonly supply: Origins;
  /** Per quarter. What comes in as a firm falls (step 10) counts in that quarter. */
  readonly quarters: readonly Booking[];
  /** Over the run. */
  readonly total: Booking;
}

/**
 * Follows the money of a run from its sources through the firms. Each firm's cash is a well-mixed pot: what comes in within a quarter mixes with what stood in it,
 * and every payment out of it, and what is left, has the pot's composition. As money goes round within a quarter, all pots are solved for at once and
 * exactly. A vendor's cheque takes the vendor's colour as it is given. The payments are those made (what cleared and what was taken freely), not those due. What friction destroys,
 * what leaves the network and what a failed firm still held are gone.
 *
 * That money is mixed is an assumption; `ownFirst` and `ownLast` say how much it matters. Proportional sharing: Bialek, Tracing the flow of
 * electricity, IEE Proceedings 143, 1996.
 */
export function followTheDollar(run: Run): Dollar {
  const { network, firm } = run;
  const palette = paletteOf(network);
  const payments = paymentsOf(run);
  const pots = openPots(run, palette);
  const bounds = openBounds(pots);
  const contract = createOrigins(payments.contracts);
  const supply = createOrigins(payments.orders);
  const mixed = new Float64Array(network.quarters * pots.stock.length);
  const quarters: Booking[] = [];
  for (let t = 0; t < network.quarters; t++) {
    mixQuarter(pots, run, payments, t);
    mixed.set(pots.mixing.shares, t * pots.stock.length);
    closePots(pots, run, t);
    boundQuarter(bounds, pots, payments, t);
    bookOrigins(contract, pots, bounds, payments.contracts, t);
    bookOrigins(supply, pots, bounds, payments.orders, t);
    const creditors = failPots(pots, run, payments, t, (i) => loseHeld(bounds, pots, i));
    quarters.push(booking(bookedIn(payments, t), cameIn(firm, t, network.firms.length) + creditors));
  }
  sumOrigins(contract);
  sumOrigins(supply);
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const total = booking(sum(quarters.map((q) => q.booked)), sum(quarters.map((q) => q.outside)));
  return { colours: palette.colours, pots: mixed, contract, supply, quarters, total };
}

function booking(booked: number, outside: number): Booking {
  return { booked, outside, perOutsideDollar: outside > 0 ? booked / outside : 0 };
}

function bookedIn({ contracts, orders }: AllPayments, t: number): number {
  let booked = 0;
  for (const { from, paid } of [contracts, orders]) {
    for (let at = t * from.length; at < (t + 1) * from.length; at++) booked += paid[at];
  }
  return booked;
}

/** What customers, investors and lenders bring in quarter t. */
function cameIn({ own, relet, investors, borrowed }: Run['firm'], t: number, firms: number): number {
  let outside = 0;
  for (let at = t * firms; at < (t + 1) * firms; at++) outside += own[at] + relet[at] + investors[at] + borrowed[at];
  return outside;
}
