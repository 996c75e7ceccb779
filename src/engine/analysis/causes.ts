import type { Cause, CauseKind, Event, Run } from '../run';
import { traceShorts } from './tracing';

/**
 * Where chains of causes begin. `unpaid`, `unsold`: a firm that was restructured before left something unpaid (its own misses are not
 * logged any more). `cut`: a payer did not take its flexible dues. `unfunded`, `unlent`: equity or credit that did not come. `own`: what no
 * cause in the log explains: the firm's own burn, and what its default destroyed. `forced`: a failure without a missed bill.
 */
export type RootKind = Exclude<CauseKind, 'again' | 'ended' | 'missed' | 'failed'> | 'own' | 'forced';

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
  readonly kind: CauseKind | 'own' | 'forced';
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
 * What a firm is short of in a quarter is put down to the causes in its log: to each its whole amount if together they do not exceed the
 * short, and else in proportion to their amounts. What is left is its `own`. A failure's short is that of its last miss, which has the
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

/** Builds the graph of a log, and traces every shortfall in it to its roots. */
export function causesOf(events: readonly Event[]): CauseGraph {
  const roots: Root[] = [];
  const edges = events.flatMap((event, to): CauseEdge[] => {
    const parts = attribute(event);
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
function attribute({ kind, amount, causes }: Event): Part[] {
  if (kind === 'missed') return attributeShort(amount, causes);
  if (causes.length === 0) return [{ kind: 'forced', amount: 0, explained: amount, share: 1 }];
  return causes.map((cause, k) => {
    const share = k === causes.length - 1 ? 1 : 0;
    return { kind: cause.kind, cause, from: cause.from, amount: cause.amount, explained: share * amount, share };
  });
}

function attributeShort(short: number, causes: readonly Cause[]): Part[] {
  const all = causes.reduce((sum, { amount }) => sum + amount, 0);
  const scale = all > short ? short / all : 1;
  const parts = causes.map((cause): Part => {
    const explained = cause.amount * scale;
    const { kind, from, amount } = cause;
    return { kind, cause, from, amount, explained, share: explained / short };
  });
  const own = short - all;
  if (own > 0) parts.push({ kind: 'own', amount: own, explained: own, share: own / short });
  return parts;
}
