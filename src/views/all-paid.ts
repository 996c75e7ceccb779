import type { Run } from '../engine';

/** What there is to say of a world in which nobody falls. Billions. */
export interface AllPaid {
  /** What all firms paid of what was due by law to others, over all quarters, after costs and interest. */
  readonly paid: number;
  /** Quarters in which some firm was late, and was forgiven. */
  readonly late: number;
  /** What labs were free to decline of their promises, and did. */
  readonly cut: number;
}

/** The receipt of a run in which nobody falls; undefined if somebody does. */
export function allPaidOf({ events, firm, quarter }: Run): AllPaid | undefined {
  if (events.some(({ kind }) => kind === 'failed' || kind === 'restructured')) return undefined;
  const sum = (series: ArrayLike<number>) => Array.from(series).reduce((all, x) => all + x, 0);
  return { paid: sum(firm.cleared), late: new Set(events.map(({ t }) => t)).size, cut: sum(quarter.cut) };
}
