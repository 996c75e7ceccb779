import type { AllPayments, Payments } from './payments';
import type { Pots } from './pots';

/**
 * How much of a vendor's own money comes home to it depends on which dollar the payer hands over, and dollars have no names. Two policies
 * bracket every answer. For one payer and one vendor, let in a quarter `in` be the vendor's money that reaches the payer (its cheques, and what arrives
 * through the hands of others, whose pots stay well mixed), P all that the payer pays the vendor, O all else that leaves the pot, S what stands in it at the end, and b
 * the vendor's money in the pot. Any policy sends home some h <= P of it and spends some o <= O elsewhere: b' = b + in - h - o, with 0 <= b' <= S.
 *
 * - *first*: the vendor's money goes home before any other, and elsewhere only when nothing else is left.
 *   h = min(P, b + in), b' = min(S, b + in - h).
 * - *last*: every other outflow uses it up first, and it goes home only when nothing else is left. With r = b + in - min(O, b + in):
 *   h = max(0, r - S), b' = min(S, r).
 *
 * Let H be what has come home so far. Then at every quarter's end, for any policy and so for the proportional one,
 *
 *     H_last <= H <= H_first    and    H_last + b_last <= H + b <= H_first + b_first.
 *
 * Proof, by induction; both hold at the opening, where all are 0. Write A = H + b + in, so that A_last <= A <= A_first.
 * First: H_first' = min(H_first + P, A_first) >= min(H + P, A) >= H', as h <= P and h <= b + in. And H_first' + b_first' = min(H_first' + S, A_first)
 * >= min(H' + S, A) >= H' + b', as b' <= S and H' + b' = A - o.
 * Last: H_last' + b_last' = H_last + r = max(H_last, A_last - O) <= max(H, A - O) <= H' + b', as o <= O. And
 * H_last' = max(H_last, H_last' + b_last' - S) <= max(H, H' + b' - S) <= H', as b' <= S.
 * Where a pot is lost, b becomes 0 in all three, and H stays. So the sums over the run are in order; those of one quarter need not be. All of
 * it holds of the pair: a link that shares its pair with others has its part of their sum.
 */
export interface OwnBounds {
  /** firms x colours, for payer and vendor's colour: the vendor's money in the payer's pot under each policy. Billions. */
  readonly heldFirst: Float64Array;
  readonly heldLast: Float64Array;
  /** firms x colours: what came home in the quarter. */
  readonly homeFirst: Float64Array;
  readonly homeLast: Float64Array;
  /** firms x colours: the vendor's money that reached the payer in the quarter, and all that the payer paid the vendor. */
  readonly arrived: Float64Array;
  readonly paidTo: Float64Array;
}

export function openBounds({ stock }: Pots): OwnBounds {
  const table = () => new Float64Array(stock.length);
  return {
    heldFirst: table(),
    heldLast: table(),
    homeFirst: table(),
    homeLast: table(),
    arrived: table(),
    paidTo: table(),
  };
}

/** Takes both policies through quarter t. Call once it is mixed and its pots are closed. */
export function boundQuarter(bounds: OwnBounds, pots: Pots, payments: AllPayments, t: number): void {
  bounds.arrived.fill(0);
  bounds.paidTo.fill(0);
  addCheques(bounds, pots, payments.cheques, t);
  addPayments(bounds, pots, payments.contracts, t);
  addPayments(bounds, pots, payments.orders, t);
  const { palette, mixing } = pots;
  for (let vendor = 0; vendor < mixing.pots; vendor++) {
    if (palette.ofFirm[vendor] < 0) continue;
    for (let payer = 0; payer < mixing.pots; payer++) spendFirstAndLast(bounds, pots, payer, palette.ofFirm[vendor]);
  }
}

/** Each cheque reaches the lab in the vendor's colour. */
function addCheques({ arrived }: OwnBounds, { palette }: Pots, { from, to, paid }: Payments, t: number): void {
  const colours = palette.colours.length;
  for (let v = 0; v < from.length; v++) {
    arrived[to[v] * colours + palette.ofFirm[from[v]]] += paid[t * from.length + v];
  }
}

/** Each payment for service or goods is of the composition of its payer's pot. */
function addPayments({ arrived, paidTo }: OwnBounds, pots: Pots, { from, to, paid }: Payments, t: number): void {
  const { colours, shares } = pots.mixing;
  for (let link = 0; link < from.length; link++) {
    const amount = paid[t * from.length + link];
    for (let k = 0; k < colours; k++) arrived[to[link] * colours + k] += amount * shares[from[link] * colours + k];
    const own = pots.palette.ofFirm[to[link]];
    if (own >= 0) paidTo[from[link] * colours + own] += amount;
  }
}

function spendFirstAndLast(
  bounds: OwnBounds,
  { cash, mixing, throughflow }: Pots,
  payer: number,
  colour: number,
): void {
  const { heldFirst, heldLast, homeFirst, homeLast, arrived, paidTo } = bounds;
  const at = payer * mixing.colours + colour;
  const left = Math.max(0, cash[payer]);
  const elsewhere = Math.max(0, throughflow[payer] - paidTo[at] - left);
  const all = heldFirst[at] + arrived[at];
  homeFirst[at] = Math.min(paidTo[at], all);
  heldFirst[at] = Math.min(left, all - homeFirst[at]);
  const rest = Math.max(0, heldLast[at] + arrived[at] - elsewhere);
  homeLast[at] = Math.min(paidTo[at], Math.max(0, rest - left));
  heldLast[at] = Math.min(left, rest);
}

/** The pot of firm i is lost. */
export function loseHeld({ heldFirst, heldLast }: OwnBounds, { mixing }: Pots, i: number): void {
  heldFirst.fill(0, i * mixing.colours, (i + 1) * mixing.colours);
  heldLast.fill(0, i * mixing.colours, (i + 1) * mixing.colours);
}
