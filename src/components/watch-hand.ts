import type { Unhurried } from '../world/unhurried.svelte';

/** Tells of a hand that takes hold of something on the page and lets go. Call the result when the page goes. */
export function watchHand(unhurried: Unhurried): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const letGo = () => unhurried.hold(false);
  window.addEventListener('pointerdown', ({ button }) => unhurried.hold(button === 0), { signal });
  window.addEventListener('pointerup', letGo, { signal });
  window.addEventListener('pointercancel', letGo, { signal });
  return () => abort.abort();
}
