import type { Run } from '../engine';
import { cashAfterFalls } from '../world/step-ten';
import { paidBySteps } from './cleared';

/** The steps of a quarter, as the model's page numbers them, in which money comes or goes. */
export type Step = 2 | 5 | 6 | 7 | 8 | 9 | 10;

/** One line of a firm's books for a quarter. */
export interface BalanceLine {
  readonly what: string;
  /** Billions; above zero if it came in, under if it went out. */
  readonly amount: number;
  readonly step: Step;
}

/** What one firm's cash did in one quarter. Plain numbers: nothing here keeps a view of the engine's memory. Billions. */
export interface Balance {
  /** What it closed the quarter before with; in the first quarter what the file says. */
  readonly before: number;
  /** What the falls of the quarter before did to that (step 10). None in most quarters. */
  readonly between: readonly BalanceLine[];
  readonly opening: number;
  readonly lines: readonly BalanceLine[];
  readonly closing: number;
  /** What the lines do not explain. */
  readonly residual: number;
}

/** The books of firm i for quarter t. Lines without money are left out. */
export function balanceOf(run: Run, i: number, t: number): Balance {
  const at = t * run.network.firms.length + i;
  const { firm } = run;
  const { due, chosen } = paidBySteps(run, i, t);
  const all: readonly BalanceLine[] = [
    { what: 'its own customers', amount: firm.own[at], step: 2 },
    { what: 'other firms, what they owed it', amount: due.received, step: 8 },
    { what: 'other firms, what they chose to buy', amount: chosen.received, step: 9 },
    { what: 'new tenants of capacity that was freed', amount: firm.relet[at], step: 8 },
    { what: 'equity from investors', amount: firm.investors[at], step: 6 },
    { what: 'equity from its suppliers', amount: firm.equity[at] - firm.investors[at], step: 6 },
    { what: 'borrowed', amount: firm.borrowed[at], step: 7 },
    { what: 'equity given to labs', amount: -firm.invested[at], step: 6 },
    { what: 'costs', amount: -firm.costs[at], step: 5 },
    { what: 'interest', amount: -firm.interest[at], step: 5 },
    { what: 'debt repaid', amount: -firm.maturing[at], step: 5 },
    { what: 'compute on its contracts, what was due', amount: -due.contracts, step: 8 },
    { what: 'compute on its contracts, what it chose to take', amount: -chosen.contracts, step: 9 },
    { what: 'orders to other firms, what was due', amount: -due.orders, step: 8 },
    { what: 'orders to other firms, what it chose to keep', amount: -chosen.orders, step: 9 },
    { what: 'building, to suppliers outside, what was due', amount: -due.outside, step: 8 },
    { what: 'building, to suppliers outside, what it chose to keep', amount: -chosen.outside, step: 9 },
    { what: 'compute beyond its contracts', amount: -firm.spot[at], step: 9 },
    { what: 'returned to shareholders', amount: -firm.returned[at], step: 9 },
    { what: 'destroyed by default', amount: -firm.destroyed[at], step: 8 },
  ];
  const closing = firm.cash[at];
  const start = startOf(run, i, t);
  const moves = [...start.between, ...all];
  const residual = moves.reduce((cash, { amount }) => cash + amount, start.before) - closing;
  return { ...start, lines: all.filter(({ amount }) => amount !== 0), closing, residual };
}

/** How firm i comes into quarter t. */
function startOf(run: Run, i: number, t: number): Pick<Balance, 'before' | 'between' | 'opening'> {
  const { firms } = run.network;
  if (t === 0) return { before: firms[i].cash, between: [], opening: firms[i].cash };
  const { recovered, putIn, gone, opening } = cashAfterFalls(run, i, t - 1);
  const all: readonly BalanceLine[] = [
    { what: 'recovered of late bills, when their payer fell', amount: recovered, step: 10 },
    { what: 'put in by its creditors, as it was restructured', amount: putIn, step: 10 },
    {
      what: gone < 0 ? 'overdrawn, and written off as it failed' : 'still held, and gone as it failed',
      amount: -gone,
      step: 10,
    },
  ];
  const before = run.firm.cash[(t - 1) * firms.length + i];
  return { before, between: all.filter(({ amount }) => amount !== 0), opening };
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

/**
 * Whose books to show, and of which quarter: those in view, as far as any are (undefined, or a firm below 0: none). A firm alone is shown where it first misses a payment; what is left open is as in
 * `worthSeeing`.
 */
export function booksInView(
  run: Run,
  firm: number | undefined,
  t: number | undefined,
): { readonly firm: number; readonly t: number } {
  const usual = worthSeeing(run);
  if (firm === undefined || firm < 0) return { firm: usual.firm, t: t ?? usual.t };
  const missed = run.events.find((event) => event.kind === 'missed' && event.firm === firm);
  return { firm, t: t ?? missed?.t ?? usual.t };
}
