import type { Run } from '../engine';
import { type FlowKind, quarterFlows } from './flows';

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

/** Which payments are looked at: those between firms, with their investors, or those with everyone else as well. */
export const scopes = ['between', 'all'] as const;
export type Scope = (typeof scopes)[number];

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
  const flows = new Map<string, MoneyFlow>();
  const add = (kind: MoneyKind, from: number, to: number, amount: number) => {
    const key = `${kind}-${from}-${to}`;
    flows.set(key, { key, kind, from, to, amount: (flows.get(key)?.amount ?? 0) + amount });
  };
  for (const { kind, from, to, amount } of quarterFlows(run, t)) add(kind, from, to, amount);
  if (scope === 'all') addOutside(run, t, add);
  return [...flows.values()];
}

function addOutside(
  { network, firm }: Run,
  t: number,
  add: (kind: MoneyKind, from: number, to: number, amount: number) => void,
): void {
  const { customers, tenants, lenders, suppliers, shareholders } = outside;
  network.firms.forEach((_, i) => {
    const at = t * network.firms.length + i;
    add('own', customers, i, firm.own[at]);
    add('relet', tenants, i, firm.relet[at]);
    add('loan', lenders, i, firm.borrowed[at]);
    add('loan', i, lenders, firm.maturing[at]);
    add('interest', i, lenders, firm.interest[at]);
    add('costs', i, suppliers, firm.costs[at] + firm.outside[at] + firm.spot[at]);
    add('returned', i, shareholders, firm.returned[at]);
  });
}

/** The payments of all quarters of a run, as far as they are ever made in it. */
export interface FlowTable {
  /** By quarter; in each the same flows in the same order. */
  readonly quarters: readonly (readonly MoneyFlow[])[];
  /** By quarter, what all of them come to. */
  readonly totals: readonly number[];
  /** The largest of the totals. */
  readonly most: number;
}

export function flowTable(run: Run, scope: Scope): FlowTable {
  const all = Array.from({ length: run.network.quarters }, (_, t) => moneyFlows(run, t, scope));
  const isEver = (all[0] ?? []).map((_, k) => all.some((flows) => flows[k].amount > 0));
  const quarters = all.map((flows) => flows.filter((_, k) => isEver[k]));
  const totals = quarters.map((flows) => flows.reduce((sum, { amount }) => sum + amount, 0));
  return { quarters, totals, most: Math.max(0, ...totals) };
}
