import type { OwnBounds } from './bounds';
import { CUSTOMERS, INVESTORS, LENDERS, OPENING } from './colours';
import type { Payments } from './payments';
import type { Pots } from './pots';

/**
 * Where the money of a payment came from, as the one who is paid sees it. All are billions: divided by what was paid they are shares.
 *
 * The first six sum to what was paid; they follow the proportional rule (every payment is of its payer's pot). `ownFirst` and `ownLast` stand beside `own`.
 */
export const originSeries = [
  /** The payee's own cheque coming home: money it gave to a lab, directly or through other firms' hands. 0 if the payee is no vendor. */
  'own',
  /** The cheques of other vendors. */
  'vendors',
  'investors',
  'customers',
  'lenders',
  /** What stood in the pots as the run opened. */
  'opening',
  /** As `own`, if the payer pays a vendor with that vendor's money before any other. Over the run, of all a payer pays a vendor, at least `own`. */
  'ownFirst',
  /** As `own`, if the payer pays a vendor with that vendor's money only when nothing else is left. Over the run at most `own`. */
  'ownLast',
] as const;
export type OriginSeries = (typeof originSeries)[number];

/** The origins of one kind of payment. */
export interface Origins {
  /** Per quarter and link, read at `t * links + link`, in the order of the network's list. Billions. */
  readonly quarter: Readonly<Record<OriginSeries, Float64Array>>;
  /** Per link, over the run: the sums of the above. */
  readonly run: Readonly<Record<OriginSeries, Float64Array>>;
}

export function createOrigins({ from, paid }: Payments): Origins {
  const tables = (length: number) =>
    Object.fromEntries(originSeries.map((name) => [name, new Float64Array(length)])) as Record<
      OriginSeries,
      Float64Array
    >;
  return { quarter: tables(paid.length), run: tables(from.length) };
}

/** Enters the payments of quarter t, once it is mixed and its bounds are drawn. */
export function bookOrigins(
  origins: Origins,
  pots: Pots,
  bounds: OwnBounds,
  { from, to, paid }: Payments,
  t: number,
): void {
  const { quarter } = origins;
  const { colours, shares } = pots.mixing;
  for (let link = 0; link < from.length; link++) {
    const at = t * from.length + link;
    const row = from[link] * colours;
    const own = pots.palette.ofFirm[to[link]];
    let cheques = 0;
    for (let k = OPENING + 1; k < colours; k++) if (k !== own) cheques += shares[row + k];
    quarter.own[at] = own < 0 ? 0 : paid[at] * shares[row + own];
    quarter.vendors[at] = paid[at] * cheques;
    quarter.investors[at] = paid[at] * shares[row + INVESTORS];
    quarter.customers[at] = paid[at] * shares[row + CUSTOMERS];
    quarter.lenders[at] = paid[at] * shares[row + LENDERS];
    quarter.opening[at] = paid[at] * shares[row + OPENING];
    const part = own >= 0 && paid[at] > 0 ? paid[at] / bounds.paidTo[row + own] : 0;
    quarter.ownFirst[at] = part > 0 ? part * bounds.homeFirst[row + own] : 0;
    quarter.ownLast[at] = part > 0 ? part * bounds.homeLast[row + own] : 0;
  }
}

/** Adds up the quarters, once all are booked. */
export function sumOrigins({ quarter, run }: Origins): void {
  for (const name of originSeries) {
    const [parts, sums] = [quarter[name], run[name]];
    for (let at = 0; at < parts.length; at++) sums[at % sums.length] += parts[at];
  }
}
