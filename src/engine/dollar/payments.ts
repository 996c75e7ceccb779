import type { Run } from '../run';

/** Payments of one kind between firms: who pays whom, and what was paid (quarters x links, billions, at `t * from.length + link`). */
export interface Payments {
  /** Per link: index of the firm that pays. */
  readonly from: Int32Array;
  /** Per link: index of the firm that is paid. */
  readonly to: Int32Array;
  readonly paid: Float64Array;
}

/** All payments between firms: for service, for goods, and for shares. */
export interface AllPayments {
  readonly contracts: Payments;
  readonly orders: Payments;
  readonly cheques: Payments;
}

/** What was paid in a run: views of its series. */
export function paymentsOf({ network, contract, supply, vendor }: Run): AllPayments {
  const { firms, contracts, supply: links, vendors } = network;
  const index = new Map(firms.map(({ id }, i) => [id, i]));
  const places = (ids: readonly string[]) => Int32Array.from(ids, (id) => index.get(id) ?? -1);
  return {
    contracts: {
      from: places(contracts.map(({ payer }) => payer)),
      to: places(contracts.map(({ payee }) => payee)),
      paid: contract.paid,
    },
    orders: {
      from: places(links.map(({ buyer }) => buyer)),
      to: places(links.map(({ supplier }) => supplier)),
      paid: supply.paid,
    },
    cheques: {
      from: places(vendors.map(({ vendor: giver }) => giver)),
      to: places(vendors.map(({ lab }) => lab)),
      paid: vendor.given,
    },
  };
}
