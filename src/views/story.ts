import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { droughtOf, goneAtWorst } from './drought';
import {
  type CloseCall,
  closestCall,
  debtors,
  firstBelow,
  firstFall,
  firstMiss,
  monthsOfCash,
  mostStarved,
  nothing,
  promisesOf,
} from './facts';
import { fallsOf } from './fall';

/** The first firm to fall, and what leads up to it. */
export interface Downfall {
  readonly firm: number;
  readonly kind: 'failed' | 'restructured';
  readonly when: string;
  readonly lab: boolean;
  /** Legally due in that quarter and not paid, in billions. */
  readonly unpaid: number;
  /** The quarter, before it falls, in which its cash is first low, and how many months it would last. */
  readonly tight?: { readonly when: string; readonly months: number };
  /**
   * Does it live for longer after that than its cash would last at the rate at which it then spends? What it raises in between, and whether it
   * goes without some of the compute it wants. Undefined if neither is worth a word.
   */
  readonly lasts?: { readonly raised: number; readonly starved: boolean };
  /** The quarters in a row up to its fall in which it could not pay, and was forgiven. */
  readonly forgiven: number;
  /** Does it go without some of the compute it wants, up to its fall? And does that cost it growth? */
  readonly starved: boolean;
  readonly slowed: boolean;
  /** Indices of those who fall after it, or with it. */
  readonly others: readonly number[];
  /** Do any of them fall in the same quarter? */
  readonly together: boolean;
}

/** What the opening says of the reader's world. The words are in content/play.svx. */
export interface Story {
  /** Does the music never stop in this run? */
  readonly never: boolean;
  /** Is there venture money on offer at all? */
  readonly offered: boolean;
  /** The share of the venture money that is gone at the worst, in words, if not all that could goes: what is too short for that. */
  readonly shallow?: { readonly share: string; readonly ends: 'run' | 'drought' };
  readonly first?: Downfall;
  /** If nobody falls: the lab that comes closest, and the first quarter in which a bill goes unpaid. */
  readonly closest?: CloseCall & { readonly when: string };
  readonly missed?: { readonly when: string; readonly quarters: number };
  /** How many owe on contracts, and are they all labs? */
  readonly owing: number;
  readonly labs: boolean;
  /** What they owe when the run opens; what of that is never paid; and of that, what was billed and what was declined. In billions. */
  readonly promised: number;
  readonly unpaid: number;
  readonly badDebt: number;
  readonly lost: number;
}

/** A lab with less cash than this many months of it is close to the end. */
const close = 3;
/** Less than this, in billions, would be said as nothing. */
const worthSaying = 0.05;
/** Less than this share of its compute is not worth a word. */
const missedCompute = 0.01;

export function storyOf(run: Run, cast: Cast): Story {
  const { levers, network } = run;
  const when = (t: number) => displayQuarter(t, cast.start);
  const first = downfallOf(run, when);
  const call = first ? undefined : closestCall(run);
  const miss = first ? undefined : firstMiss(run);
  const owing = debtors(run);
  const { promised, never, badDebt, lost } = promisesOf(run);
  const stops = levers.stop < network.quarters;
  return {
    never: !stops,
    offered: levers.supply > 0,
    ...(stops && shallowOf(run)),
    ...(first && { first }),
    ...(call && { closest: { ...call, when: when(call.t) } }),
    ...(miss && { missed: { when: when(miss.t), quarters: missedQuarters(run) } }),
    owing: owing.length,
    labs: owing.every((i) => network.firms[i].lab),
    promised,
    unpaid: never,
    badDebt,
    lost,
  };
}

function shallowOf(run: Run): Pick<Story, 'shallow'> {
  const { levers, network } = run;
  const drought = droughtOf(run);
  const depth = drought?.depth ?? 0;
  if (depth >= levers.severity - nothing) return {};
  const ends = network.quarters - levers.stop <= levers.drought ? 'run' : 'drought';
  return { shallow: { share: goneAtWorst(depth), ends } };
}

/** In how many quarters somebody misses. */
function missedQuarters({ events }: Run): number {
  return new Set(events.flatMap(({ kind, t }) => (kind === 'missed' ? [t] : []))).size;
}

function downfallOf(run: Run, when: (t: number) => string): Downfall | undefined {
  const fall = firstFall(run);
  if (!fall) return undefined;
  const { firm, kind, t } = fall;
  const { network, levers } = run;
  const { lab } = network.firms[firm];
  const tight = firstBelow(run, firm, close);
  const starved = lab && mostStarved(run, firm, 0, t) > missedCompute;
  const others = fallsOf(run).slice(1);
  // At the next settlement it has not lasted.
  const lasts = tight !== undefined && tight < t - 1 ? lastsFrom(run, firm, tight, t) : undefined;
  return {
    firm,
    kind,
    when: when(t),
    lab,
    unpaid: run.firm.short[t * network.firms.length + firm],
    ...(tight !== undefined &&
      tight < t && { tight: { when: when(tight), months: monthsOfCash(run, firm, tight) ?? 0 } }),
    ...(lasts && { lasts }),
    forgiven: missedBefore(run, firm, t),
    starved,
    slowed: starved && levers.starvation > 0,
    others: others.map((other) => other.firm),
    together: others.some((other) => other.t === t),
  };
}

/** In how many quarters in a row just before quarter `t` a firm cannot pay all that is due. */
function missedBefore({ network, firm: { short } }: Run, firm: number, t: number): number {
  let from = t;
  while (from > 0 && short[(from - 1) * network.firms.length + firm] > nothing) from--;
  return t - from;
}

/** What lets a firm that is low on cash as quarter `tight` ends live until quarter `t`, if that is longer than its cash lasts. */
function lastsFrom(run: Run, firm: number, tight: number, t: number): Downfall['lasts'] {
  const { network, firm: series } = run;
  if (3 * (t - tight) <= (monthsOfCash(run, firm, tight) ?? 0)) return undefined;
  let raised = 0;
  for (let at = tight + 1; at <= t; at++) raised += series.equity[at * network.firms.length + firm];
  const starved = mostStarved(run, firm, tight + 1, t) > missedCompute;
  return raised >= worthSaying || starved ? { raised, starved } : undefined;
}
