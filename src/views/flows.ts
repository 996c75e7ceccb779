import type { Network, Run } from '../engine';

/**
 * What a payment is for.
 * - `contract`: a lab pays for compute it has promised to take
 * - `orders`: a builder pays its supplier, or a supplier its own
 * - `equity`: investors buy a share of a lab
 * - `cheque`: a firm that sells to a lab buys a share of it
 */
export type FlowKind = 'contract' | 'orders' | 'equity' | 'cheque';

/** Stands for the investors where the index of a firm is expected. */
export const investors = -1;

/** Two parties and what binds them, as the network file has it. */
export interface Link {
  /** The same in every quarter and every run of a network. */
  readonly key: string;
  /** Index of the firm that pays, or `investors`. */
  readonly from: number;
  /** Index of the firm that is paid. */
  readonly to: number;
  readonly kind: FlowKind;
  /** Its place among the links of its kind; for `equity` the index of the lab. */
  readonly at: number;
}

export interface Flow extends Link {
  /** Paid in the quarter, in billions. */
  readonly amount: number;
}

const known = new WeakMap<Network, readonly Link[]>();

/** All links along which money can move, in the order of the network file. */
export function linksOf(network: Network): readonly Link[] {
  let links = known.get(network);
  if (!links) {
    links = readLinks(network);
    known.set(network, links);
  }
  return links;
}

function readLinks({ firms, contracts, supply, vendors }: Network): Link[] {
  const index = new Map(firms.map(({ id }, i) => [id, i]));
  const link = (kind: FlowKind, at: number, from: number | undefined, to: number | undefined): Link => ({
    key: `${kind}-${at}`,
    from: from ?? investors,
    to: to ?? investors,
    kind,
    at,
  });
  return [
    ...contracts.map((c, at) => link('contract', at, index.get(c.payer), index.get(c.payee))),
    ...supply.map((s, at) => link('orders', at, index.get(s.buyer), index.get(s.supplier))),
    ...firms.flatMap(({ lab }, i) => (lab ? [link('equity', i, investors, i)] : [])),
    ...vendors.map((v, at) => link('cheque', at, index.get(v.vendor), index.get(v.lab))),
  ];
}

/**
 * Every payment between two parties in quarter t, one for each link of the network and in their order, also where nothing
 * is paid: so the flows of two runs of one network stand side by side.
 */
export function quarterFlows(run: Run, t: number): Flow[] {
  return linksOf(run.network).map((link) => ({ ...link, amount: paid(run, t, link) }));
}

function paid({ network, contract, supply, firm, vendor }: Run, t: number, { kind, at }: Link): number {
  switch (kind) {
    case 'contract':
      return contract.paid[t * network.contracts.length + at];
    case 'orders':
      return supply.paid[t * network.supply.length + at];
    case 'equity':
      return firm.investors[t * network.firms.length + at];
    case 'cheque':
      return vendor.given[t * network.vendors.length + at];
  }
}
