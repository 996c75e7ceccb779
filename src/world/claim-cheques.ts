import type { Network } from '../engine';
import type { FutureClaim, FutureView } from '../engine/futures';

/** What `chequesOf` reads of a future. */
export const chequeReads = [
  'firm.cash',
  'firm.own',
  'firm.received',
  'firm.equity',
  'firm.borrowed',
  'contract.paid',
  'vendor.given',
] as const satisfies FutureClaim['reads'];

/** The cheques of one vendor over a run, in billions. */
export interface Cheques {
  /** Put into labs. */
  readonly given: number;
  /** Of that, come home as payment on the contracts of those labs. */
  readonly home: number;
}

/**
 * Follows a vendor's money through the labs it funds, by the proportional rule of `followTheDollar`: a lab's cash is a well-mixed pot, and each payment has the pot's
 * composition. That engine solves all pots at once; a lab to which no firm owes anything is paid by its customers and its funders alone, so that its pot can be followed by itself
 * and the result is the same (the tests compare them). Throws in a network where a lab is owed by a firm.
 */
export function chequesOf(network: Network, vendor: number): (future: FutureView) => Cheques {
  const { firms, contracts, vendors, supply, quarters } = network;
  const { id } = firms[vendor];
  const followed = firms.flatMap((firm, lab) => {
    const links = vendors.flatMap((link, v) => (link.lab === firm.id && link.vendor === id ? [v] : []));
    const owed = contracts.flatMap(({ payer, payee }, c) => (payer === firm.id && payee === id ? [c] : []));
    return firm.lab && links.length > 0 ? [{ lab, links, owed }] : [];
  });
  for (const { lab } of followed) {
    const sells =
      contracts.some(({ payee }) => payee === firms[lab].id) ||
      supply.some(({ supplier }) => supplier === firms[lab].id);
    if (sells) throw new Error(`"${firms[lab].id}" sells to firms: its pot cannot be followed by itself.`);
  }
  // Series by series and not quarter by quarter: a future is quicker to read along a series, and this is asked of thousands.
  const [came, cheque, paid, held] = Array.from({ length: 4 }, () => new Float64Array(quarters));
  const along = (into: Float64Array, future: FutureView, series: (typeof chequeReads)[number], column: number) => {
    const line = future.series(series);
    for (let t = 0; t < quarters; t++) into[t] += line.at(t, column);
  };
  return (future) => {
    let given = 0;
    let home = 0;
    for (const { lab, links, owed } of followed) {
      for (const sums of [came, cheque, paid, held]) sums.fill(0);
      for (const series of ['firm.own', 'firm.received', 'firm.equity', 'firm.borrowed'] as const) {
        along(came, future, series, lab);
      }
      for (const v of links) along(cheque, future, 'vendor.given', v);
      for (const c of owed) along(paid, future, 'contract.paid', c);
      along(held, future, 'firm.cash', lab);
      let share = 0;
      let cash = firms[lab].cash;
      for (let t = 0; t < quarters; t++) {
        const pot = cash + came[t];
        share = pot > 0 ? (cash * share + cheque[t]) / pot : 0;
        home += share * paid[t];
        given += cheque[t];
        cash = Math.max(0, held[t]);
      }
    }
    return { given, home };
  };
}
