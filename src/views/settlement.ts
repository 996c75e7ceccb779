import type { Run } from '../engine';
import { clear } from '../engine/networks/clear';
import type { Graph } from '../engine/networks/graph';
import { type Dues, duesOf } from './dues';

/** A firm that cannot pay in a round of settlement. Billions. */
export interface Faller {
  readonly firm: number;
  /** Due to firms and others in one rank, after senior bills. */
  readonly owes: number;
  /** What it has for that in this round: its means and what others pay it. Below 0 if senior bills go unpaid too. */
  readonly has: number;
  /** What it hands over: what it has, less what its default burns (friction). */
  readonly pays: number;
}

/** Someone who is paid less for it. */
export interface Hit {
  readonly firm: number;
  /** What does not come in this round, after what did not come in those before. */
  readonly amount: number;
  /** What is left to it, once it has paid all it owes; below 0 it falls in the next round. */
  readonly left: number;
}

export interface Round {
  readonly fallers: readonly Faller[];
  /** The largest amount first; none of those who have fallen already. */
  readonly hits: readonly Hit[];
}

export interface Settlement {
  /** None if everyone can pay. */
  readonly rounds: readonly Round[];
  /** What each firm pays in the end, as in the run. */
  readonly payments: Float64Array;
}

/** Less than this, in billions, is rounding. */
const nothing = 1e-9;

/**
 * The second clock: how one quarter settles. In round one each firm counts on all others to pay; who then cannot pay falls. In round two
 * its creditors count on what it can pay; who then cannot pay falls too; and so on until nobody else does (the fictitious default algorithm of
 * Eisenberg and Noe, 2001). It ends where the run's own clearing did.
 */
export function settlementOf(run: Run, t: number, graph: Graph): Settlement {
  const dues = duesOf(run, t);
  const owes = owed(dues);
  link(graph, dues);
  const { fellIn, rounds: count, payments } = settle(graph, dues, run.levers.friction, () => true);
  let has = available(dues, owes, owes);
  const rounds = Array.from({ length: count }, (_, k): Round => {
    const fallen = (i: number) => fellIn[i] > 0 && fellIn[i] <= k + 1;
    const paid = settle(graph, dues, run.levers.friction, fallen).payments;
    const fallers = dues.means.flatMap((_, firm) =>
      fellIn[firm] === k + 1 ? [{ firm, owes: owes[firm], has: has[firm], pays: paid[firm] }] : [],
    );
    const next = available(dues, owes, paid);
    const hits = next
      .map((now, firm) => ({ firm, amount: has[firm] - now, left: now - owes[firm] }))
      .filter(({ firm, amount }) => amount > nothing && !fallen(firm))
      .sort((a, b) => b.amount - a.amount);
    has = next;
    return { fallers, hits };
  });
  return { rounds, payments };
}

function link(graph: Graph, { debts }: Dues): void {
  graph.link({
    from: debts.map(({ from }) => from),
    to: debts.map(({ to }) => to),
    amount: debts.map(({ amount }) => amount),
  });
}

/** Clears, with all that a firm could be short of given to those who may not fall. */
function settle(graph: Graph, dues: Dues, friction: number, mayFall: (firm: number) => boolean) {
  const owes = owed(dues);
  const { greatest, fellIn, rounds } = clear(graph, {
    assets: dues.means.map((means, i) => (mayFall(i) ? Math.max(0, means) : 2 * (owes[i] + Math.abs(means)))),
    outsideDebt: dues.outside,
    seniorDebt: dues.means.map((means, i) => (mayFall(i) ? Math.max(0, -means) : 0)),
    alpha: 1 - friction,
    beta: 1 - friction,
    certify: false,
  });
  return { payments: greatest.payments, fellIn, rounds };
}

function owed({ debts, outside }: Dues): number[] {
  const sums = [...outside];
  for (const { from, amount } of debts) sums[from] += amount;
  return sums;
}

/** What each has to pay with if each pays this much of what it owes. */
function available({ debts, means }: Dues, owes: readonly number[], pays: ArrayLike<number>): number[] {
  const sums = [...means];
  for (const { from, to, amount } of debts) if (amount > 0) sums[to] += (amount * pays[from]) / owes[from];
  return sums;
}
