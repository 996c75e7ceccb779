import type { Sight } from './sight.svelte';

/** What a part of the page shows: worked out anew with the world while any of its figures is seen, kept as it was while none is. */
export function whileSeen<T>(sights: readonly Sight[], read: () => T): { readonly current: T } {
  let kept: { readonly value: T } | undefined;
  const current = $derived.by(() => {
    const seen = sights.some((sight) => sight.seen);
    if (seen || !kept) kept = { value: read() };
    return kept.value;
  });
  return {
    get current() {
      return current;
    },
  };
}
