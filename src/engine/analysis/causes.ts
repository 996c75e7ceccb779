import type { Cause, CauseKind, Event, Run } from '../run';
import { traceShorts } from './tracing';

/**
 * Where chains of causes begin. `unpaid`, `unsold`: a firm that was restructured before left something unpaid (its own misses are not
 * logged any more). `cut`: a payer did not take its flexible dues. `unfunded`, `unlent`: equity or credit that did not come. `burned`: what its
 * default itself destroyed (friction). `own`: what no cause explains: the firm's own burn. `forced`: a failure without a missed bill.
 */
export type RootKind = Exclude<CauseKind, 'again' | 'ended' | 'missed' | 'failed'> | 'burned' | 'own' | 'forced';

/** A cause with no event behind it. */
export interface Root {
  readonly kind: RootKind;
  /** The quarter in which it came about. */
  readonly t: number;
  /** Index of the firm that felt it, and of the one it came from; no firm if from outside the network or from within. */
  readonly firm: number;
  readonly from?: number | undefined;
}

/** One cause of one event, in money. Billions. */
export interface CauseEdge {
  readonly kind: CauseKind | 'burned' | 'own' | 'forced';
  /** What is behind it: an event, by its index in the log, or else a root, by its index in the graph. */
  readonly event?: number | undefined;
  readonly root?: number | undefined;
  /** The event it led to, by its index in the log. */
  readonly to: number;
  /** The money of the cause: what did not come. */
  readonly amount: number;
  /** The part of the event's own amount that is put down to it, and that part as a share. */
  readonly explained: number;
  readonly share: number;
}

/**
 * The log of a run as a graph of causes, in money.
 *
 * What a firm is short of in a quarter is first what its default burned; the rest is put down to the causes in its log: to each its whole
 * amount if together they do not exceed it, and else in proportion to their amounts. What is left is its `own`. A failure's short is that of its last miss, which has the
 * earlier ones behind it (`again`); they count towards the failure, but with a share of 0. A contract ends wholly because its payer failed.
 * So the shares of the edges into any event sum to 1.
 */
export interface CauseGraph {
  readonly events: readonly Event[];
  readonly roots: readonly Root[];
  readonly edges: readonly CauseEdge[];
  /** events x roots: the share of each event's amount that each root explains, all the way back. Each row sums to 1. */
  readonly shares: readonly Float64Array[];
}

/** A root of one event. */
export interface TracedRoot {
  readonly root: Root;
  readonly share: number;
  /** The share in money: billions of the event's amount. */
  readonly amount: number;
}

/**
 * The log of a run with each event’s causes of its own. Step 7 puts down as not lent all that a firm is short of its least cash. Of one that can have no credit (leverage 0, so that its
 * limit is 0 whatever it earns and whatever the mood) nobody has refused any: the gap is that which it asked equity for, and stands in the log as `unfunded` already. Its `unlent` is left out. The
 * events are as many, in the same order.
 */
export function explainedEvents({ events, network }: Pick<Run, 'events' | 'network'>): readonly Event[] {
  return events.map((event) => {
    if (network.firms[event.firm].leverage > 0 || event.causes.every(({ kind }) => kind !== 'unlent')) return event;
    return { ...event, causes: event.causes.filter(({ kind }) => kind !== 'unlent') };
  });
}

/** What a default itself destroyed of a firm that missed, billions: the part of its short for which no money stayed away. */
export function burnedBy({ firm, network }: Run): (miss: Event) => number {
  return ({ t, firm: i }) => firm.destroyed[t * network.firms.length + i];
}

/** Builds the graph of a log, and traces every shortfall in it to its roots. `burned`: as `burnedBy` says it of the run; without it friction counts as the firms' own. */
export function causesOf(events: readonly Event[], burned: (miss: Event) => number = () => 0): CauseGraph {
  const roots: Root[] = [];
  const edges = events.flatMap((event, to): CauseEdge[] => {
    const parts = attribute(event, burned);
    return parts.map(({ cause, from, ...rest }) => {
      if (cause?.event !== undefined) return { ...rest, event: cause.event, to };
      const t = rest.kind === 'cut' ? event.t - 1 : event.t;
      const root = roots.push({ kind: rest.kind as RootKind, t, firm: event.firm, from }) - 1;
      return { ...rest, root, to };
    });
  });
  return { events, roots, edges, shares: traceShorts(events, roots.length, edges) };
}

/** The edges into an event, in the order of its causes. */
export function edgesInto({ edges }: CauseGraph, event: number): CauseEdge[] {
  return edges.filter(({ to }) => to === event);
}

/** Everything behind an event, itself included: events by their index in the log, ascending, and roots by theirs in the graph. */
export function behind({ edges }: CauseGraph, event: number): { events: number[]; roots: number[] } {
  const events = new Set([event]);
  const roots = new Set<number>();
  // A set that grows while it is walked is walked to its end.
  for (const effect of events) {
    for (const edge of edges) {
      if (edge.to !== effect) continue;
      if (edge.event !== undefined) events.add(edge.event);
      if (edge.root !== undefined) roots.add(edge.root);
    }
  }
  const ascending = (list: Set<number>) => [...list].sort((a, b) => a - b);
  return { events: ascending(events), roots: ascending(roots) };
}

/** What an event comes from in the end, the largest share first; of equal ones the first in the log. */
export function rootsOf({ events, roots, shares }: CauseGraph, event: number): TracedRoot[] {
  return roots
    .map((root, index) => ({ root, share: shares[event][index], amount: shares[event][index] * events[event].amount }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

interface Part {
  readonly kind: CauseEdge['kind'];
  readonly cause?: Cause;
  readonly from?: number | undefined;
  readonly amount: number;
  readonly explained: number;
  readonly share: number;
}

/** What an event's amount is put down to. */
function attribute(event: Event, burned: (miss: Event) => number): Part[] {
  const { kind, amount, causes } = event;
  if (kind === 'missed') return attributeShort(amount, causes, burned(event));
  if (causes.length === 0) return [{ kind: 'forced', amount: 0, explained: amount, share: 1 }];
  return causes.map((cause, k) => {
    const share = k === causes.length - 1 ? 1 : 0;
    return { kind: cause.kind, cause, from: cause.from, amount: cause.amount, explained: share * amount, share };
  });
}

function attributeShort(short: number, causes: readonly Cause[], burned: number): Part[] {
  const all = causes.reduce((sum, { amount }) => sum + amount, 0);
  const missing = Math.max(0, short - burned);
  const scale = all > missing ? missing / all : 1;
  const parts = causes.map((cause): Part => {
    const explained = cause.amount * scale;
    const { kind, from, amount } = cause;
    return { kind, cause, from, amount, explained, share: explained / short };
  });
  const inside = (kind: 'burned' | 'own', amount: number) =>
    parts.push({ kind, amount, explained: amount, share: amount / short });
  if (burned > 0) inside('burned', short - missing);
  if (missing > all) inside('own', missing - all);
  return parts;
}
