import { getContext, setContext } from 'svelte';
import type { Findings } from '../engine/futures';

/** Thousands of futures of the reader's world, for whoever on the page wants to know something of them. */
export interface Odds {
  /** What they have come to so far; undefined before the first have run, while nobody wants them, or where the page cannot run them. */
  readonly findings: Findings | undefined;
  /** Why there are none, if the pool has broken. */
  readonly trouble: string | undefined;
  /** Says that a figure is on the screen that wants them. Call the result when it no longer is. */
  want(): () => void;
}

const key = Symbol('odds');

export function setOdds(odds: Odds): void {
  setContext(key, odds);
}

/** The page's futures. Undefined where there are none: in a page that is rendered ahead. */
export function getOdds(): Odds | undefined {
  return getContext<Odds | undefined>(key);
}
