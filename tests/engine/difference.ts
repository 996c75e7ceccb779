import type { Event, Run } from '../../src/engine';

type Series = Readonly<Record<string, ArrayLike<number>>>;

/** What engine and twin have in common. */
export interface Outcome {
  readonly firm: Series;
  readonly quarter: Series;
  readonly contract: Series;
  readonly supply: Series;
  readonly vendor: Series;
  readonly losses: Series;
  readonly events: Run['events'];
}

const groups = ['firm', 'quarter', 'contract', 'supply', 'vendor', 'losses'] as const;

/** A tolerance of nothing: equal to the bit. */
export const exactly = 0;

/** Apart by more than `tolerance`, relative to the larger (absolute below one). NaN is apart from everything. */
export function apart(a: number, b: number, tolerance: number): boolean {
  return !(Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b)));
}

/** The first place where two outcomes of one world are apart, in words; undefined if there is none. The audit is not compared: it is rounding alone. */
export function difference(a: Outcome, b: Outcome, tolerance = 1e-9): string | undefined {
  for (const group of groups) {
    for (const name of Object.keys(b[group])) {
      if (name === 'audit') continue;
      const [x, y] = [a[group][name], b[group][name]];
      if (x.length !== y.length) return `${group}.${name}: ${x.length} and ${y.length} numbers`;
      for (let k = 0; k < x.length; k++) {
        if (apart(x[k], y[k], tolerance)) return `${group}.${name}[${k}]: ${x[k]} and ${y[k]}`;
      }
    }
  }
  return eventDifference(a.events, b.events, tolerance);
}

function eventDifference(a: readonly Event[], b: readonly Event[], tolerance: number): string | undefined {
  if (a.length !== b.length) return `${a.length} and ${b.length} events`;
  for (const [k, x] of a.entries()) {
    const y = b[k];
    const same = x.t === y.t && x.kind === y.kind && x.firm === y.firm && x.by === y.by && x.contract === y.contract;
    if (!same || apart(x.amount, y.amount, tolerance))
      return `event ${k}: ${JSON.stringify(x)} and ${JSON.stringify(y)}`;
    const causes =
      x.causes.length === y.causes.length && x.causes.every((cause, n) => sameCause(cause, y.causes[n], tolerance));
    if (!causes) return `causes of event ${k}: ${JSON.stringify(x.causes)} and ${JSON.stringify(y.causes)}`;
  }
  return undefined;
}

function sameCause(a: Event['causes'][number], b: Event['causes'][number], tolerance: number): boolean {
  return a.kind === b.kind && a.from === b.from && a.event === b.event && !apart(a.amount, b.amount, tolerance);
}
