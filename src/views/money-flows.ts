import type { Network, Run } from '../engine';
import type { Scope } from '../world/panels';
import { type FlowKind, linksOf, quarterFlows } from './flows';

/**
 * What a payment is for: those between two parties of the network (flows.ts), and those that cross its border.
 * - `own`: customers outside pay a firm
 * - `relet`: new tenants pay for capacity that a failed customer has freed
 * - `loan`: lenders lend, and are repaid
 * - `interest`: a firm pays its lenders
 * - `costs`: a firm pays suppliers outside: costs of its business, building, compute beyond its contracts
 * - `returned`: a firm pays its shareholders
 */
export const moneyKinds = [
  'contract',
  'orders',
  'equity',
  'cheque',
  'own',
  'relet',
  'loan',
  'interest',
  'costs',
  'returned',
] as const satisfies readonly (FlowKind | string)[];
export type MoneyKind = (typeof moneyKinds)[number];

/** Parties outside the network, in place of the index of a firm. The investors are -1 (flows.ts). */
export const outside = { customers: -2, tenants: -3, lenders: -4, suppliers: -5, shareholders: -6 } as const;

export interface MoneyFlow {
  /** The same in every quarter of every run of a network. */
  readonly key: string;
  readonly kind: MoneyKind;
  /** Index of the firm that pays, or a party outside. */
  readonly from: number;
  readonly to: number;
  /** Paid in the quarter, in billions. */
  readonly amount: number;
}

/** Who pays whom in quarter t, and for what: one flow for each pair and kind that the network has, also where nothing is paid. Together they are all that moves cash, but for what default destroys. */
export function moneyFlows(run: Run, t: number, scope: Scope): MoneyFlow[] {
  const { ways } = waysOf(run.network);
  return Array.from(amountsIn(run, t, scope), (amount, k) => ({ ...ways[k], amount }));
}

type Way = Omit<MoneyFlow, 'amount'>;

/** Along which money can move in a network. */
interface Ways {
  /** First those within the network, then seven for each firm, in the order in which `amountsIn` fills them. */
  readonly ways: readonly Way[];
  readonly within: number;
  /** By link of flows.ts: several links between two parties are one way. */
  readonly wayOf: readonly number[];
}

const known = new WeakMap<Network, Ways>();

function waysOf(network: Network): Ways {
  const found = known.get(network) ?? readWays(network);
  known.set(network, found);
  return found;
}

function readWays(network: Network): Ways {
  const ways: Way[] = [];
  const places = new Map<string, number>();
  const way = (kind: MoneyKind, from: number, to: number): number => {
    const key = `${kind}-${from}-${to}`;
    const place = places.get(key) ?? ways.push({ key, kind, from, to }) - 1;
    places.set(key, place);
    return place;
  };
  const wayOf = linksOf(network).map(({ kind, from, to }) => way(kind, from, to));
  const within = ways.length;
  const { customers, tenants, lenders, suppliers, shareholders } = outside;
  for (const i of network.firms.keys()) {
    way('own', customers, i);
    way('relet', tenants, i);
    way('loan', lenders, i);
    way('loan', i, lenders);
    way('interest', i, lenders);
    way('costs', i, suppliers);
    way('returned', i, shareholders);
  }
  return { ways, within, wayOf };
}

/** Billions, by way. */
function amountsIn(run: Run, t: number, scope: Scope): Float64Array {
  const { network, firm } = run;
  const { ways, within, wayOf } = waysOf(network);
  const amounts = new Float64Array(scope === 'all' ? ways.length : within);
  quarterFlows(run, t).forEach(({ amount }, link) => {
    amounts[wayOf[link]] += amount;
  });
  if (scope === 'between') return amounts;
  network.firms.forEach((_, i) => {
    const at = t * network.firms.length + i;
    const costs = firm.costs[at] + firm.outside[at] + firm.spot[at];
    const { own, relet, borrowed, maturing, interest, returned } = firm;
    const all = [own[at], relet[at], borrowed[at], maturing[at], interest[at], costs, returned[at]];
    amounts.set(all, within + all.length * i);
  });
  return amounts;
}

/** The payments of all quarters of a run, as far as they are ever made in it. */
export interface FlowTable {
  /** Those of a quarter: in each the same ones in the same order. */
  flows(t: number): MoneyFlow[];
  /** By quarter, what all of them come to. */
  readonly totals: readonly number[];
  /** The largest of the totals. */
  readonly most: number;
}

/** Copies what it needs: the run may be overwritten after. */
export function flowTable(run: Run, scope: Scope): FlowTable {
  const { ways } = waysOf(run.network);
  const all = Array.from({ length: run.network.quarters }, (_, t) => amountsIn(run, t, scope));
  const made = ways.flatMap((_, k) => (all.some((amounts) => amounts[k] > 0) ? [k] : []));
  const totals = all.map((amounts) => amounts.reduce((sum, amount) => sum + amount, 0));
  return {
    flows: (t) => made.map((k) => ({ ...ways[k], amount: all[t][k] })),
    totals,
    most: Math.max(0, ...totals),
  };
}
