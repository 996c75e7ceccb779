import type { Run } from '../engine';

/**
 * What the height of a band means.
 * - `lifeline`: what each lives on: the cash of those who live on raised money, the income of the rest
 * - `cash`: cash in hand at the end of a quarter
 * - `income`: own revenue of a quarter and what other firms paid
 */
export const measures = ['lifeline', 'cash', 'income'] as const;
export type Measure = (typeof measures)[number];

/** What one row shows: a stock or a flow, both in billions. */
export type Quantity = 'cash' | 'income';

export function quantityOf(measure: Measure, lab: boolean): Quantity {
  if (measure === 'lifeline') return lab ? 'cash' : 'income';
  return measure;
}

/** A firm's cash at the end of quarter t, or its income in it, in billions. A bill that even the rent is short of counts as no cash. */
export function quantity({ network, firm }: Run, which: Quantity, t: number, i: number): number {
  const at = t * network.firms.length + i;
  return which === 'cash' ? Math.max(0, firm.cash[at]) : firm.own[at] + firm.received[at];
}
