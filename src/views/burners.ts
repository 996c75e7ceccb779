import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { cashOf, nothing } from './facts';
import { fallsOf } from './fall';

/** The books of one lab over a run, by quarter, in billions. They end with the quarter in which it fails. */
export interface LabBooks {
  readonly firm: number;
  /** From customers. */
  readonly revenue: readonly number[];
  /** Its bill for compute: what is due on contracts, and what it buys beyond them. */
  readonly billed: readonly number[];
  /** All the compute it wants: contracts, and what it would buy beyond them. */
  readonly wanted: readonly number[];
  /** Of that, what it pays for. */
  readonly bought: readonly number[];
  /** All it would spend in the quarter: the compute it wants, and every other cost. What revenue does not reach of it is the burn. */
  readonly costs: readonly number[];
  /** In hand as the run opens, and as each quarter ends. */
  readonly opening: number;
  readonly cash: readonly number[];
  /** The quarter in which it fails, if it does. */
  readonly fall: number | undefined;
  /** The quarter that ends with no cash: the first such, or of a lab that fails the one from which on it has none. */
  readonly empty: number | undefined;
  /** The first quarter from which its revenue covers all its costs until the run ends. */
  readonly covers: number | undefined;
  /** What its costs exceed its revenue by, over the quarters in which they do. */
  readonly burned: number;
}

/** Less cash than this is none: it would be said as 0. */
const none = 0.005;

/** The books of firm i. */
export function booksOfLab(run: Run, i: number): LabBooks {
  const { network, firm, contract } = run;
  const { firms, contracts, quarters } = network;
  const fall = fallsOf(run).find((other) => other.firm === i)?.t;
  const length = fall === undefined ? quarters : fall + 1;
  const mine = contracts.flatMap(({ payer }, c) => (payer === firms[i].id ? [c] : []));
  const at = (series: Float64Array) => Array.from({ length }, (_, t) => series[t * firms.length + i]);
  const bill = at(firm.bill);
  const spot = at(firm.spot);
  const starved = at(firm.starved);
  const bought = bill.map((_, t) =>
    mine.reduce((sum, c) => {
      const k = t * contracts.length + c;
      return sum + Math.min(contract.paid[k], contract.due[k]);
    }, spot[t]),
  );
  const own = at(firm.own);
  const burn = at(firm.burn);
  const others = ['costs', 'capex', 'interest', 'maturing'] as const;
  const besides = bill.map((_, t) => others.reduce((sum, name) => sum + firm[name][t * firms.length + i], 0));
  // The burn is reckoned with all that is wanted. Without one, what was starved is the share of it that was not paid for.
  const wanted = bought.map((paid, t) => {
    if (burn[t] > nothing) return own[t] + burn[t] - besides[t];
    return starved[t] < 1 - nothing ? Math.max(bill[t], paid / (1 - starved[t])) : bill[t];
  });
  const costs = wanted.map((compute, t) => compute + besides[t]);
  const cash = bill.map((_, t) => cashOf(run, i, t));
  const empty = fall === undefined ? cash.findIndex((x) => x < none) : cash.findLastIndex((x) => x >= none) + 1;
  const lastBurn = burn.findLastIndex((x) => x > nothing);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, x) => all + x, 0);
  return {
    firm: i,
    revenue: own,
    billed: bill.map((due, t) => due + spot[t]),
    wanted,
    bought,
    costs,
    opening: firms[i].cash,
    cash,
    fall,
    empty: empty < 0 || empty >= length ? undefined : empty,
    covers: fall === undefined && lastBurn < quarters - 1 ? lastBurn + 1 : undefined,
    burned: sum(burn),
  };
}

/** How the race of one lab ends. `when` is the quarter in which its cash is gone, or from which on it pays its way. */
export type Fate =
  | { readonly kind: 'failed'; readonly when: string }
  | { readonly kind: 'covers'; readonly when: string; readonly atOnce: boolean }
  | { readonly kind: 'carried' };

export function fateOf({ fall, covers, empty }: LabBooks, { start }: Pick<Cast, 'start'>): Fate {
  if (fall !== undefined) return { kind: 'failed', when: displayQuarter(empty ?? fall, start) };
  if (covers !== undefined) return { kind: 'covers', when: displayQuarter(covers, start), atOnce: covers === 0 };
  return { kind: 'carried' };
}

/** The fate in words that follow a name: "is out of cash in 2029 Q3". */
export function fateWords(fate: Fate): string {
  switch (fate.kind) {
    case 'failed':
      return `is out of cash in ${fate.when}`;
    case 'covers':
      return fate.atOnce ? 'pays its own way throughout' : `pays its own way from ${fate.when}`;
    case 'carried':
      return 'still burns cash as the run ends';
  }
}

/** The mark on a fuse where it is burned down, and what it says. Nothing where the cash lasts. */
export function fuseMark(
  { empty }: Pick<LabBooks, 'empty'>,
  { start }: Pick<Cast, 'start'>,
): { readonly t: number; readonly text: string } | undefined {
  return empty === undefined ? undefined : { t: empty, text: `empty in ${displayQuarter(empty, start)}` };
}
