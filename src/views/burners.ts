import type { Run } from '../engine';
import { contractsOwedBy } from '../world/claim-measures';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { burnedIn, spendingOf, spendingReads } from '../world/spending';
import { futureOf } from './claim-view';
import { cashOf, nothing } from './facts';
import { fallsOf } from './fall';

/** The books of one lab over a run, by quarter, in billions. They end with the quarter in which it fails. */
export interface LabBooks {
  readonly firm: number;
  /** From customers. */
  readonly revenue: readonly number[];
  /** Its bill for compute: what is due on contracts, and what it buys beyond them. */
  readonly billed: readonly number[];
  /** Of that: instalments that it need not take up, and declines. */
  readonly declined: readonly number[];
  /** What it pays for compute: on contracts, late bills among it, and beyond them. */
  readonly compute: readonly number[];
  /** All that it spends: compute, and every other cost. What revenue does not reach of it is burned. */
  readonly spent: readonly number[];
  /** Compute that it wants in the quarter and does not have. */
  readonly without: readonly number[];
  /** In hand as the run opens, and as each quarter ends. */
  readonly opening: number;
  readonly cash: readonly number[];
  /** The quarter in which it fails, if it does. */
  readonly fall: number | undefined;
  /** The quarter that ends with no cash: the first such, or of a lab that fails the one from which on it has none. */
  readonly empty: number | undefined;
  /** The first quarter from which its revenue covers all that it needs, bought or not, until the run ends. */
  readonly covers: number | undefined;
  /** What it spends beyond its revenue, over the quarters in which it does. */
  readonly burned: number;
  /** All the compute that it wants and does not have. */
  readonly forgone: number;
  /** Put into it or lent to it by others. */
  readonly raised: number;
}

/** Less cash than this is none: it would be said as 0. */
const none = 0.005;

/** The books of firm i. */
export function booksOfLab(run: Run, i: number): LabBooks {
  const { network, firm } = run;
  const { firms, contracts, quarters } = network;
  const mine = contractsOwedBy(network, firms[i].id);
  const fall = fallsOf(run).find((other) => other.firm === i)?.t;
  const length = fall === undefined ? quarters : fall + 1;
  const at = (series: Float64Array) => Array.from({ length }, (_, t) => series[t * firms.length + i]);
  const inQuarter = spendingOf(network, i)(futureOf(run, spendingReads));
  const spending = Array.from({ length }, (_, t) => inQuarter(t));
  const bill = at(firm.bill);
  const spot = at(firm.spot);
  const cash = bill.map((_, t) => cashOf(run, i, t));
  const empty = fall === undefined ? cash.findIndex((x) => x < none) : cash.findLastIndex((x) => x >= none) + 1;
  const lastBurn = at(firm.burn).findLastIndex((x) => x > nothing);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, x) => all + x, 0);
  return {
    firm: i,
    revenue: at(firm.own),
    billed: bill.map((due, t) => due + spot[t]),
    declined: bill.map((_, t) => mine.reduce((all, c) => all + run.contract.cut[t * contracts.length + c], 0)),
    compute: spending.map(({ compute }) => compute),
    spent: spending.map(({ spent }) => spent),
    without: spending.map(({ without }) => without),
    opening: firms[i].cash,
    cash,
    fall,
    empty: empty < 0 || empty >= length ? undefined : empty,
    covers: fall === undefined && lastBurn < quarters - 1 ? lastBurn + 1 : undefined,
    burned: sum(spending.map(burnedIn)),
    forgone: sum(spending.map(({ without }) => without)),
    raised: sum(at(firm.equity)) + sum(at(firm.borrowed)),
  };
}

/** How the race of one lab ends. `when` is the quarter in which its cash is gone, or from which on it pays its way. */
export type Fate =
  | { readonly kind: 'failed'; readonly when: string }
  | { readonly kind: 'covers'; readonly when: string; readonly atOnce: boolean }
  /** It lives, and needs more than it sells: `burning` if it also spends more. */
  | { readonly kind: 'carried'; readonly burning: boolean };

export function fateOf({ fall, covers, empty, spent, revenue }: LabBooks, { start }: Pick<Cast, 'start'>): Fate {
  if (fall !== undefined) return { kind: 'failed', when: displayQuarter(empty ?? fall, start) };
  if (covers !== undefined) return { kind: 'covers', when: displayQuarter(covers, start), atOnce: covers === 0 };
  const last = spent.length - 1;
  return { kind: 'carried', burning: spent[last] - revenue[last] > nothing };
}

/** The fate in words that follow a name: "is out of cash in 2029 Q3". */
export function fateWords(fate: Fate): string {
  switch (fate.kind) {
    case 'failed':
      return `is out of cash in ${fate.when}`;
    case 'covers':
      return fate.atOnce ? 'pays its own way throughout' : `pays its own way from ${fate.when}`;
    case 'carried':
      return fate.burning ? 'still burns cash as the run ends' : 'cannot pay for all it wants as the run ends';
  }
}

/** The mark on a fuse where it is burned down, and what it says. Nothing where the cash lasts. */
export function fuseMark(
  { empty }: Pick<LabBooks, 'empty'>,
  { start }: Pick<Cast, 'start'>,
): { readonly t: number; readonly text: string } | undefined {
  return empty === undefined ? undefined : { t: empty, text: `empty in ${displayQuarter(empty, start)}` };
}
