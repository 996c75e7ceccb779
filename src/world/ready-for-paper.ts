import type { Edges } from './edges.svelte';
import type { Odds } from './futures-session.svelte';
import type { Unhurried } from './unhurried.svelte';

interface Late {
  readonly unhurried: Unhurried;
  readonly odds: Odds;
  readonly edges: Edges | undefined;
}

/** Paper does not wait. What follows the reader's world at leisure is brought up to it before the page is printed. Call the result to end that. */
export function readyForPaper({ unhurried, odds, edges }: Late): () => void {
  const before = () => {
    unhurried.settle();
    edges?.hasten(true);
    odds.turnTo(unhurried.levers);
    odds.countNow();
  };
  const after = () => edges?.hasten(false);
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
}
