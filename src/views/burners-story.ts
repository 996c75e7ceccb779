import type { LabBooks } from './burners';

/** What the prose says of the labs together. Money in billions. */
export interface BurnersStory {
  /** What all labs burn over the run, and the cash that they have as it opens. */
  readonly burned: number;
  readonly opened: number;
  /** The lab whose compute is furthest above its sales as the run opens, a year on. Undefined if it is gone by then. */
  readonly pace: Pace | undefined;
  /** The first lab to fail, if any does. */
  readonly first: LastQuarter | undefined;
  /** Labs that live and still burn cash as the run ends. */
  readonly carried: readonly number[];
  /** Labs that live and pay their own way as it ends. */
  readonly arrived: readonly number[];
}

/** Two rates: a quarter’s compute and sales, as the run opens and a year later. */
export interface Pace {
  readonly firm: number;
  readonly compute: readonly [number, number];
  readonly sales: readonly [number, number];
  readonly gap: 'widens' | 'narrows' | 'holds';
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

/** `opened`: cash of each lab as the run opens, in the same order. */
export function burnersStory(labs: readonly LabBooks[], opened: readonly number[]): BurnersStory {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, x) => all + x, 0);
  const ahead = ({ wanted, revenue }: LabBooks) => wanted[0] - revenue[0];
  const [hungriest] = [...labs].sort((a, b) => ahead(b) - ahead(a));
  const [first] = labs.filter(({ fall }) => fall !== undefined).sort((a, b) => a.revenue.length - b.revenue.length);
  const living = labs.filter(({ fall }) => fall === undefined);
  return {
    burned: sum(labs.map(({ burned }) => burned)),
    opened: sum(opened),
    pace: hungriest && hungriest.revenue.length > year ? paceOf(hungriest) : undefined,
    first: first && lastOf(first),
    carried: living.filter(({ covers }) => covers === undefined).map(({ firm }) => firm),
    arrived: living.filter(({ covers }) => covers !== undefined).map(({ firm }) => firm),
  };
}

function paceOf({ firm, wanted, revenue }: LabBooks): Pace {
  const compute = [wanted[0], wanted[year]] as const;
  const sales = [revenue[0], revenue[year]] as const;
  const wider = compute[1] - sales[1] - (compute[0] - sales[0]);
  const gap = wider >= worthSaying ? 'widens' : wider <= -worthSaying ? 'narrows' : 'holds';
  return { firm, compute, sales, gap, salesFaster: sales[1] * compute[0] > compute[1] * sales[0] };
}

function lastOf({ firm, revenue }: LabBooks): LastQuarter {
  const t = revenue.length - 1;
  const sales = [revenue[0], revenue[t]] as const;
  return { firm, t, sales, grown: sales[1] >= 1.5 * sales[0] };
}
