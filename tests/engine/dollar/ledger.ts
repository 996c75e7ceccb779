import type { Run } from '../../../src/engine';

/** Money by colour; a vendor's colour is its index. */
export type Purse = Record<string, number>;

export const pour = (into: Purse, colour: string | number, amount: number): void => {
  into[colour] = (into[colour] ?? 0) + amount;
};
export const total = (purse: Purse): number => Object.values(purse).reduce((sum, x) => sum + x, 0);
export const scaled = (purse: Purse, factor: number): Purse =>
  Object.fromEntries(Object.entries(purse).map(([colour, x]) => [colour, x * factor]));

/** One payment from a firm's pot into another's. */
export interface Payment {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

const indexOf = ({ network }: Run, id: string) => network.firms.findIndex((firm) => firm.id === id);

/** Payments of quarter t for service and goods: contracts, then orders. */
export function paymentsIn(run: Run, t: number): Payment[] {
  const { contracts, supply } = run.network;
  return [
    ...contracts.map((c, k) => ({
      from: indexOf(run, c.payer),
      to: indexOf(run, c.payee),
      amount: run.contract.paid[t * contracts.length + k],
    })),
    ...supply.map((s, k) => ({
      from: indexOf(run, s.buyer),
      to: indexOf(run, s.supplier),
      amount: run.supply.paid[t * supply.length + k],
    })),
  ];
}

/** The cheques of quarter t. */
export function chequesIn(run: Run, t: number): Payment[] {
  const { vendors } = run.network;
  return vendors.map((v, k) => ({
    from: indexOf(run, v.vendor),
    to: indexOf(run, v.lab),
    amount: run.vendor.given[t * vendors.length + k],
  }));
}

/** What comes into each firm's pot from outside the pots in quarter t, by colour. */
export function sourcesIn(run: Run, t: number): Purse[] {
  const { own, relet, investors, borrowed } = run.firm;
  const purses = run.network.firms.map((_, i): Purse => {
    const at = t * run.network.firms.length + i;
    return { customers: own[at] + relet[at], investors: investors[at], lenders: borrowed[at] };
  });
  for (const { from, to, amount } of chequesIn(run, t)) pour(purses[to], from, amount);
  return purses;
}

/** What firm i's pot loses in quarter t, but for payments for service and goods: all that is booked, with the overdraft of before and without that of after. */
export function spentElsewhere(run: Run, t: number, i: number, openingCash: number): number {
  const at = t * run.network.firms.length + i;
  const series = ['costs', 'interest', 'maturing', 'outside', 'spot', 'returned', 'destroyed', 'invested'] as const;
  const booked = series.reduce((sum, name) => sum + run.firm[name][at], 0);
  return booked + Math.max(0, -openingCash) - Math.max(0, -run.firm.cash[at]);
}

/** The pots between two quarters: cash as the model has it, and what it is made of. */
export interface Between {
  readonly cash: number[];
  readonly purses: Purse[];
  /** What creditors put in. */
  readonly creditors: number;
  /** The part of it that went straight on to bills that were overdue. */
  readonly settled: number;
  /** What failed firms still held. */
  readonly lost: Purse;
}

/** Step 10 after quarter t, on pots with these compositions: its words one by one. */
export function fallIn(run: Run, t: number, shares: readonly Purse[]): Between {
  const { firms, contracts } = run.network;
  const { status } = run.firm;
  const cash = firms.map((_, i) => run.firm.cash[t * firms.length + i]);
  const purses = shares.map((purse, i) => scaled(purse, Math.max(0, cash[i])));
  const lost: Purse = {};
  let creditors = 0;
  let settled = 0;
  firms.forEach(({ minCash }, i) => {
    const now = status[t * firms.length + i];
    if (now === (t === 0 ? 0 : status[(t - 1) * firms.length + i])) return;
    contracts.forEach(({ payer, payee }, c) => {
      if (indexOf(run, payer) !== i) return;
      const to = indexOf(run, payee);
      const amount = run.contract.recovered[t * contracts.length + c];
      creditors += amount;
      const overdue = Math.min(amount, Math.max(0, -cash[to]));
      settled += overdue;
      pour(purses[to], 'lenders', amount - overdue);
      cash[to] += amount;
    });
    if (now === 2) {
      for (const [colour, amount] of Object.entries(purses[i])) pour(lost, colour, amount);
      purses[i] = {};
      cash[i] = 0;
    } else {
      const missing = Math.max(0, minCash - Math.max(0, cash[i]));
      creditors += missing;
      pour(purses[i], 'lenders', missing);
      cash[i] = Math.max(cash[i], minCash);
    }
  });
  return { cash, purses, creditors, settled, lost };
}

/** How the run opens. */
export function opening({ network }: Run): Between {
  const cash = network.firms.map((firm) => firm.cash);
  return { cash, purses: cash.map((x): Purse => ({ opening: Math.max(0, x) })), creditors: 0, settled: 0, lost: {} };
}
