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
  return (future) => {
    let given = 0;
    let home = 0;
    for (const { lab, links, owed } of followed) {
      let share = 0;
      let cash = firms[lab].cash;
      for (let t = 0; t < quarters; t++) {
        let cheque = 0;
        for (const v of links) cheque += future.at('vendor.given', t, v);
        const came =
          future.at('firm.own', t, lab) +
          future.at('firm.received', t, lab) +
          future.at('firm.equity', t, lab) +
          future.at('firm.borrowed', t, lab);
        const pot = cash + came;
        share = pot > 0 ? (cash * share + cheque) / pot : 0;
        for (const c of owed) home += share * future.at('contract.paid', t, c);
        given += cheque;
        cash = Math.max(0, future.at('firm.cash', t, lab));
      }
    }
    return { given, home };
  };
}
