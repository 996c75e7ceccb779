import type { LabBooks } from './burners';

/** What the prose says of the labs together. Money in billions. */
export interface BurnersStory {
  readonly funding: Funding;
  readonly pace: Pace;
  /** The first lab to fail, if any does. */
  readonly first: LastQuarter | undefined;
  /** Labs that live and still need more than they sell as the run ends. */
  readonly carried: readonly number[];
  /** Labs that live and pay their own way as it ends. */
  readonly arrived: readonly number[];
}

/** What carries the labs until their sales do, all of them together. */
export interface Funding {
  /** Spent beyond their sales, in the quarters in which they do. */
  readonly burned: number;
  /** Compute that they want beside, and do not pay for. */
  readonly forgone: number;
  /** Their cash as the run opens. */
  readonly opened: number;
  /** What others put in or lend. */
  readonly raised: number;
  /** What they burn beyond their cash, were it one purse. */
  readonly lacking: number;
  /**
   * `own`: their cash would do, were it one purse; `nobody`: it would not, and nobody puts anything in; `more`: what is put in is more than twice what they burn beyond their
   * cash; `others`: it is not.
   */
  readonly kind: 'own' | 'nobody' | 'more' | 'others';
}

/** Two rates: what all labs are billed for compute in the first year and in the second, and what they sell. */
export interface Pace {
  readonly compute: readonly [number, number];
  readonly sales: readonly [number, number];
  /** How sales stand to the bill in the second year: above it, or below it by more than in the first, by less, or by as much. */
  readonly gap: 'none' | 'widens' | 'narrows' | 'holds';
  /** Of the bill of the second year: instalments that need not be taken up, and are not. */
  readonly declined: number;
  /** Compute that they want beside that bill in the second year and go without: it may be small because nobody could pay a larger one. */
  readonly without: number;
  /** Labs that have failed by the end of the second year. */
  readonly gone: number;
  /** Do the sales grow at the higher rate? */
  readonly salesFaster: boolean;
}

export interface LastQuarter {
  readonly firm: number;
  readonly t: number;
  /** Its revenue in the first quarter and in its last. */
  readonly sales: readonly [number, number];
  /** Had it come to sell much more than at first? */
  readonly grown: boolean;
}

const year = 4;
/** A gap that changes by less, in billions, would be said as the same. */
const worthSaying = 0.05;

const sum = (numbers: readonly number[]) => numbers.reduce((all, x) => all + x, 0);

export function burnersStory(labs: readonly LabBooks[]): BurnersStory {
  const [first] = labs.filter(({ fall }) => fall !== undefined).sort((a, b) => a.revenue.length - b.revenue.length);
  const living = labs.filter(({ fall }) => fall === undefined);
  return {
    funding: fundingOf(labs),
    pace: paceOf(labs),
    first: first && lastOf(first),
    carried: living.filter(({ covers }) => covers === undefined).map(({ firm }) => firm),
    arrived: living.filter(({ covers }) => covers !== undefined).map(({ firm }) => firm),
  };
}

function fundingOf(labs: readonly LabBooks[]): Funding {
  const [burned, forgone, opened, raised] = (['burned', 'forgone', 'opening', 'raised'] as const).map((name) =>
    sum(labs.map((lab) => lab[name])),
  );
  const lacking = Math.max(0, burned - opened);
  const short = raised < worthSaying ? 'nobody' : raised > 2 * lacking ? 'more' : 'others';
  return { burned, forgone, opened, raised, lacking, kind: burned + forgone <= opened ? 'own' : short };
}

function paceOf(labs: readonly LabBooks[]): Pace {
  const inYear = (n: number, series: 'billed' | 'revenue' | 'declined' | 'without') =>
    sum(labs.flatMap((lab) => lab[series].slice(n * year, (n + 1) * year)));
  const compute = [inYear(0, 'billed'), inYear(1, 'billed')] as const;
  const sales = [inYear(0, 'revenue'), inYear(1, 'revenue')] as const;
  const declined = inYear(1, 'declined');
  const after = compute[1] - sales[1];
  const wider = after - (compute[0] - sales[0]);
  const changed = wider >= worthSaying ? 'widens' : wider <= -worthSaying ? 'narrows' : 'holds';
  return {
    compute,
    sales,
    gap: after > 0 ? changed : 'none',
    declined,
    without: Math.max(0, inYear(1, 'without') - declined),
    gone: labs.filter(({ fall }) => fall !== undefined && fall < 2 * year).length,
    salesFaster: sales[1] * compute[0] >= compute[1] * sales[0],
  };
}

function lastOf({ firm, revenue }: LabBooks): LastQuarter {
  const t = revenue.length - 1;
  const sales = [revenue[0], revenue[t]] as const;
  return { firm, t, sales, grown: sales[1] >= 1.5 * sales[0] };
}
