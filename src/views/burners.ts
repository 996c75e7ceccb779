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
  /** All the compute it wants: contracts, and what it would buy beyond them. */
  readonly wanted: readonly number[];
  /** Of that, what it pays for. */
  readonly bought: readonly number[];
  /** In hand as the quarter ends. */
  readonly cash: readonly number[];
  /** The quarter in which it fails, if it does. */
  readonly fall: number | undefined;
  /** The first quarter that ends with no cash. */
  readonly empty: number | undefined;
  /** The first quarter from which its revenue covers all its costs until the run ends. */
  readonly covers: number | undefined;
  /** What investors and suppliers put in over the run. */
  readonly raised: number;
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
  const own = contracts.flatMap(({ payer }, c) => (payer === firms[i].id ? [c] : []));
  const at = (series: Float64Array) => Array.from({ length }, (_, t) => series[t * firms.length + i]);
  const bill = at(firm.bill);
  const spot = at(firm.spot);
  const starved = at(firm.starved);
  // What is starved is the share of the wanted compute that was not paid for.
  const bought = bill.map((_, t) =>
    own.reduce((sum, c) => {
      const k = t * contracts.length + c;
      return sum + Math.min(contract.paid[k], contract.due[k]);
    }, spot[t]),
  );
  const wanted = bought.map((paid, t) =>
    starved[t] < 1 - nothing ? Math.max(bill[t], paid / (1 - starved[t])) : bill[t],
  );
  const cash = bill.map((_, t) => cashOf(run, i, t));
  const burn = at(firm.burn);
  const empty = cash.findIndex((x) => x < none);
  const lastBurn = burn.findLastIndex((x) => x > nothing);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, x) => all + x, 0);
  return {
    firm: i,
    revenue: at(firm.own),
    wanted,
    bought,
    cash,
    fall,
    empty: empty < 0 ? undefined : empty,
    covers: fall === undefined && lastBurn < quarters - 1 ? lastBurn + 1 : undefined,
    raised: sum(at(firm.equity)),
    burned: sum(burn),
  };
}

/** How the race of one lab ends. `when` is the quarter in which its cash is gone, it fails, or it pays its way; `again`: the last of these after cash ran out. */
export type Fate =
  | { readonly kind: 'failed'; readonly when: string; readonly dry: string | undefined }
  | { readonly kind: 'covers'; readonly when: string; readonly atOnce: boolean; readonly dry: string | undefined }
  | { readonly kind: 'carried'; readonly dry: string | undefined };

export function fateOf({ fall, covers, empty }: LabBooks, { start }: Pick<Cast, 'start'>): Fate {
  const when = (t: number) => displayQuarter(t, start);
  const dry = empty === undefined ? undefined : when(empty);
  if (fall !== undefined) return { kind: 'failed', when: when(fall), dry };
  if (covers !== undefined) return { kind: 'covers', when: when(covers), atOnce: covers === 0, dry };
  return { kind: 'carried', dry };
}

/** The fate in words that follow a name: "is out of cash in 2029 Q3". */
export function fateWords(fate: Fate): string {
  switch (fate.kind) {
    case 'failed':
      return fate.dry === undefined || fate.dry === fate.when
        ? `fails in ${fate.when}`
        : `has burned its last dollar by ${fate.dry}`;
    case 'covers':
      return fate.atOnce ? 'pays its own way throughout' : `pays its own way from ${fate.when}`;
    case 'carried':
      return 'never comes to pay its own way';
  }
}

/** The mark at the end of a fuse: what it says, and at which quarter. Nothing where the cash lasts. */
export function fuseMark(
  books: LabBooks,
  cast: Pick<Cast, 'start'>,
): { readonly t: number; readonly text: string } | undefined {
  const { fall, empty } = books;
  const t = empty ?? fall;
  if (t === undefined) return undefined;
  const when = (quarter: number) => displayQuarter(quarter, cast.start);
  if (empty === undefined) return { t, text: `fails in ${when(t)}` };
  return {
    t,
    text: `no cash in ${when(empty)}${fall === undefined ? '' : fall === empty ? ', and fails' : `; fails in ${when(fall)}`}`,
  };
}
