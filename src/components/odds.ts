import { getContext, setContext } from 'svelte';
import type { Odds } from '../world/futures-session.svelte';

const key = Symbol('odds');

export function setOdds(odds: Odds): void {
  setContext(key, odds);
}

/** The page's futures. What a figure shows of them it says it wants, while it is on the screen: `$effect(() => (sight.seen ? odds.want() : undefined))`. */
export function getOdds(): Odds {
  const odds = getContext<Odds | undefined>(key);
  if (!odds) throw new Error('There are no futures around this component');
  return odds;
}
