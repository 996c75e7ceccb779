/** What a part of the page shows: worked out anew with the world while somebody sees it, kept as it was while nobody does. */
export function whileSeen<T>(seen: () => boolean, read: () => T): { readonly current: T } {
  let kept: { readonly value: T } | undefined;
  const current = $derived.by(() => {
    if (seen() || !kept) kept = { value: read() };
    return kept.value;
  });
  return {
    get current() {
      return current;
    },
  };
}
