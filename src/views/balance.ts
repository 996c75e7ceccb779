import type { Run } from '../engine';

/** The steps of a quarter, as the model's page numbers them, in which money comes or goes. */
export type Step = 2 | 5 | 6 | 7 | 8 | 9;

/** One line of a firm's books for a quarter. */
export interface BalanceLine {
  readonly what: string;
  /** Billions; above zero if it came in, under if it went out. */
  readonly amount: number;
  readonly step: Step;
}

/** What one firm's cash did in one quarter. Plain numbers: nothing here keeps a view of the engine's memory. Billions. */
export interface Balance {
  readonly opening: number;
  readonly lines: readonly BalanceLine[];
  readonly closing: number;
  /** What the lines do not explain. */
  readonly residual: number;
}

/** What firm i opens quarter t with: what it closed the last one with, and what step 10 then wrote off, recovered or put in. */
export function openingCash(run: Run, i: number, t: number): number {
  const { firms, contracts } = run.network;
  if (t === 0) return firms[i].cash;
  let cash = run.firm.cash[(t - 1) * firms.length + i];
  firms.forEach(({ id, minCash, lab }, j) => {
    if (!fellIn(run, j, t - 1)) return;
    contracts.forEach(({ payer, payee }, c) => {
      if (payer === id && payee === firms[i].id) cash += run.contract.recovered[(t - 1) * contracts.length + c];
    });
    if (j === i) cash = lab ? 0 : Math.max(cash, minCash);
  });
  return cash;
}

/** Did firm i fail, or was it restructured, as quarter t ended? */
function fellIn({ network, firm }: Run, i: number, t: number): boolean {
  const n = network.firms.length;
  return firm.status[t * n + i] > (t === 0 ? 0 : firm.status[(t - 1) * n + i]);
}

/** The books of firm i for quarter t. Lines without money are left out. */
export function balanceOf(run: Run, i: number, t: number): Balance {
  const { network } = run;
  const { id } = network.firms[i];
  const at = t * network.firms.length + i;
  const { firm } = run;
  let contracts = 0;
  network.contracts.forEach(({ payer }, c) => {
    if (payer === id) contracts += run.contract.paid[t * network.contracts.length + c];
  });
  let orders = 0;
  network.supply.forEach(({ buyer }, s) => {
    if (buyer === id) orders += run.supply.paid[t * network.supply.length + s];
  });
  const all: readonly BalanceLine[] = [
    { what: 'its own customers', amount: firm.own[at], step: 2 },
    { what: 'other firms, for services and goods', amount: firm.received[at] - firm.relet[at], step: 8 },
    { what: 'new tenants of capacity that was freed', amount: firm.relet[at], step: 8 },
    { what: 'equity from investors', amount: firm.investors[at], step: 6 },
    { what: 'equity from its suppliers', amount: firm.equity[at] - firm.investors[at], step: 6 },
    { what: 'borrowed', amount: firm.borrowed[at], step: 7 },
    { what: 'equity given to labs', amount: -firm.invested[at], step: 6 },
    { what: 'costs', amount: -firm.costs[at], step: 5 },
    { what: 'interest', amount: -firm.interest[at], step: 5 },
    { what: 'debt repaid', amount: -firm.maturing[at], step: 5 },
    { what: 'paid on its contracts for compute', amount: -contracts, step: 8 },
    { what: 'paid on its orders to other firms', amount: -orders, step: 8 },
    { what: 'building, paid to suppliers outside', amount: -firm.outside[at], step: 8 },
    { what: 'compute beyond its contracts', amount: -firm.spot[at], step: 9 },
    { what: 'returned to shareholders', amount: -firm.returned[at], step: 9 },
    { what: 'destroyed by default', amount: -firm.destroyed[at], step: 8 },
  ];
  const opening = openingCash(run, i, t);
  const closing = firm.cash[at];
  const residual = all.reduce((cash, { amount }) => cash + amount, opening) - closing;
  return { opening, lines: all.filter(({ amount }) => amount !== 0), closing, residual };
}

/** Where a reader should look first: the first firm to miss a payment in the quarter it does, else the first lab in the quarter of its largest raise. */
export function worthSeeing(run: Run): { readonly firm: number; readonly t: number } {
  const missed = run.events.find(({ kind }) => kind === 'missed');
  if (missed) return { firm: missed.firm, t: missed.t };
  const { firms, quarters } = run.network;
  const firm = Math.max(
    0,
    firms.findIndex(({ lab }) => lab),
  );
  let t = 0;
  for (let s = 1; s < quarters; s++) {
    if (run.firm.equity[s * firms.length + firm] > run.firm.equity[t * firms.length + firm]) t = s;
  }
  return { firm, t };
}

/** What a firm asked for in a quarter and what it got; what was legally due and what it paid. Billions. */
export interface Clearing {
  /** Does it live on raised money? Others ask for no equity. */
  readonly lab: boolean;
  readonly asked: number;
  readonly raised: number;
  /** What it wished to borrow. */
  readonly gap: number;
  readonly borrowed: number;
  readonly owed: number;
  readonly cleared: number;
  /** Left unpaid, senior bills included. */
  readonly short: number;
}

export function clearingOf({ network, firm }: Run, i: number, t: number): Clearing {
  const at = t * network.firms.length + i;
  return {
    lab: network.firms[i].lab,
    asked: firm.ask[at],
    raised: firm.equity[at],
    gap: firm.borrowed[at] + firm.unlent[at],
    borrowed: firm.borrowed[at],
    owed: firm.owed[at],
    cleared: firm.cleared[at],
    short: firm.short[at],
  };
}
