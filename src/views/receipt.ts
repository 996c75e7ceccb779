import { burnedBy, causesOf, explainedEvents, type RootKind, type Run, rootsOf } from '../engine';
import { debtStruckOut } from '../world/step-ten';
import { duesOf } from './dues';
import { type Fall, fallsOf } from './fall';

/** An amount against a firm. Billions. */
export interface Line {
  readonly firm: number;
  readonly amount: number;
}

/** Where a shortfall began. */
export interface Origin {
  readonly kind: RootKind;
  /** The firm that felt it, and the one it came from, if it came from one of the network. */
  readonly firm: number;
  readonly from?: number;
  /** The part of the shortfall that is put down to it. */
  readonly amount: number;
  /** The same as a share, 0..1. The origins of one receipt add up to 1. */
  readonly share: number;
  /** The last quarter in which it came about. */
  readonly t: number;
  /** All that did not come there in that quarter, whether it was needed for what was due or not: what is asked for and not given is asked for again. */
  readonly all: number;
}

/** What there is to say of one fall, once it has happened. */
export interface Receipt extends Fall {
  /** The quarters of the row that it could not pay in, oldest first, and what it was short of. */
  readonly missed: readonly { readonly t: number; readonly amount: number }[];
  /** Bills late when it fell, by creditor, the largest first. */
  readonly late: readonly Line[];
  /** Orders that were due with them, that it could not pay for and that are not taken, by supplier, the largest first; and what was due elsewhere, outside the network. */
  readonly untaken: readonly Line[];
  readonly elsewhere: number;
  /** Costs, interest and maturing debt, which come before all other dues, as far as its cash did not reach. */
  readonly senior: number;
  /** What creditors will not get: the rest of its contracts, and of the late bills what is not recovered. The largest first. */
  readonly ended: readonly Line[];
  /** Debt that is struck out with it, which its lenders bear. */
  readonly struckOut: number;
  /** Firms that could not pay in some quarter, and whose shortfall goes back in part to this one. In the order of the network. */
  readonly pushed: readonly number[];
  /** What the last shortfall goes back to in the end, the largest first. */
  readonly origins: readonly Origin[];
}

/** A receipt for each fall of a run, in the order of the log. */
export function receiptsOf(run: Run): Receipt[] {
  const falls = fallsOf(run);
  if (falls.length === 0) return [];
  const graph = causesOf(explainedEvents(run), burnedBy(run));
  const allOf = new Map(
    graph.edges.map(({ root, amount }) => [root === undefined ? undefined : graph.roots[root], amount]),
  );
  return falls.map((fall) => {
    const { firm, kind, t } = fall;
    const at = run.events.findIndex((event) => event.firm === firm && event.kind === kind && event.t === t);
    const own = run.events.flatMap((event, k) => (event.firm === firm || event.by === firm ? [k] : []));
    return {
      ...fall,
      missed: run.events[at].causes.map(({ event, amount }) => ({ t: run.events[event ?? at].t, amount })),
      ...unpaidOf(run, firm, t),
      ended: endedOf(run, firm, t),
      struckOut: debtStruckOut(run, firm, t),
      pushed: pushedBy(run, new Set(own), firm),
      origins: merged(
        rootsOf(graph, at).map(({ root, share, amount }) => ({ ...root, share, amount, all: allOf.get(root) ?? 0 })),
      ),
    };
  });
}

/** What it was short of when it fell, by whom it was due to. Dues behind its senior bills are all paid to the same part. */
function unpaidOf(run: Run, firm: number, t: number): Pick<Receipt, 'late' | 'untaken' | 'elsewhere' | 'senior'> {
  const { network, firm: books } = run;
  const at = t * network.firms.length + firm;
  const unpaid = books.owed[at] - books.cleared[at];
  const part = books.owed[at] > 0 ? unpaid / books.owed[at] : 0;
  const { debts, outside } = duesOf(run, t);
  const orders = debts.slice(network.contracts.length).filter(({ from, amount }) => from === firm && part * amount > 0);
  return {
    late: lateOf(run, firm, t),
    untaken: summed(orders.map(({ to, amount }) => ({ firm: to, amount: part * amount }))),
    elsewhere: part * outside[firm],
    senior: Math.max(0, books.short[at] - unpaid),
  };
}

function lateOf({ network, contract }: Run, firm: number, t: number): Line[] {
  const { contracts, firms } = network;
  return summed(
    contracts.flatMap(({ payer, payee }, c) =>
      payer === firms[firm].id
        ? [{ firm: firms.findIndex(({ id }) => id === payee), amount: contract.arrears[t * contracts.length + c] }]
        : [],
    ),
  );
}

function endedOf({ events }: Run, firm: number, t: number): Line[] {
  return summed(
    events.flatMap((event) =>
      event.kind === 'terminated' && event.by === firm && event.t === t
        ? [{ firm: event.firm, amount: event.amount }]
        : [],
    ),
  );
}

/** Follows the causes forward: an event is reached if one of its causes is. */
function pushedBy({ events, network }: Run, own: ReadonlySet<number>, firm: number): number[] {
  const reached = new Set(own);
  events.forEach(({ causes }, k) => {
    if (causes.some(({ event }) => event !== undefined && reached.has(event))) reached.add(k);
  });
  const hit = new Set([...reached].filter((k) => events[k].kind === 'missed').map((k) => events[k].firm));
  return network.firms.flatMap((_, i) => (i !== firm && hit.has(i) ? [i] : []));
}

/** What came from the same party for the same reason is one origin, whatever the quarter. */
function merged(origins: readonly Origin[]): Origin[] {
  const found = new Map<string, Origin>();
  for (const { kind, firm, from, amount, share, all, t } of origins) {
    const key = `${kind} ${firm} ${from}`;
    const before = found.get(key);
    found.set(key, {
      kind,
      firm,
      ...(from !== undefined && { from }),
      amount: (before?.amount ?? 0) + amount,
      share: (before?.share ?? 0) + share,
      t: Math.max(before?.t ?? 0, t),
      all: before && before.t > t ? before.all : all,
    });
  }
  return [...found.values()].sort((a, b) => b.amount - a.amount);
}

function summed(lines: readonly Line[]): Line[] {
  const sums = new Map<number, number>();
  for (const { firm, amount } of lines) sums.set(firm, (sums.get(firm) ?? 0) + amount);
  return [...sums].map(([firm, amount]) => ({ firm, amount })).sort((a, b) => b.amount - a.amount);
}
