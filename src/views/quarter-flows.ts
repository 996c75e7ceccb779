import type { Run } from '../engine';
import type { Cast } from '../world/session.svelte';
import { type FlowKind, investors, quarterFlows } from './flows';

/** One payment of a quarter beside what the quiet line has for it: the plan, or the pinned world. */
export interface RankedFlow {
  readonly key: string;
  readonly kind: FlowKind;
  /** Index of the firm that pays; -1 for the investors. */
  readonly from: number;
  readonly to: number;
  /** Billions in the quarter. */
  readonly amount: number;
  readonly reference: number;
}

/** Less than this, in billions, would be said as nothing: no row of a table. */
export const worthARow = 0.005;

/**
 * Who pays whom in quarter t, largest first. What is paid in the reference counts as much as what is paid here, so that a payment
 * that fails to come keeps its place; two contracts between the same firms are one row.
 */
export function rankedFlows(run: Run, reference: Run, t: number): RankedFlow[] {
  const quiet = quarterFlows(reference, t);
  const rows = new Map<string, RankedFlow>();
  quarterFlows(run, t).forEach(({ kind, from, to, amount }, at) => {
    const key = `${kind}-${from}-${to}`;
    const row = rows.get(key) ?? { key, kind, from, to, amount: 0, reference: 0 };
    rows.set(key, { ...row, amount: row.amount + amount, reference: row.reference + quiet[at].amount });
  });
  const size = ({ amount, reference }: RankedFlow) => Math.max(amount, reference);
  return [...rows.values()].filter((row) => size(row) >= worthARow).sort((a, b) => size(b) - size(a));
}

/** What a payment is for, in two or three words. */
export const flowWords: Readonly<Record<FlowKind, string>> = {
  contract: 'for compute',
  orders: 'for orders',
  equity: 'for a stake',
  cheque: 'for a stake',
};

/** Who stands at one end of a flow. */
export function partyOf(
  cast: Cast,
  party: number,
): { readonly id: string; readonly name: string; readonly role?: string } {
  return party === investors ? { id: 'investors', name: 'Investors' } : cast.firms[party];
}
