import { untrack } from 'svelte';
import { createAddress } from './address';

/**
 * Keeps the address at a state of which each is a value of its own. Nothing is written before the state has first changed: until then the address stays what the
 * reader came by. `query` is asked when it is written, when the state has rested, and may say that there is nothing to write yet.
 */
export function followAddressOf(state: () => unknown, query: () => string | undefined): void {
  $effect(() => {
    const address = createAddress();
    const arrived = untrack(state);
    let moved = false;
    $effect(() => {
      // Read also when it has long moved: it is what this follows.
      const now = state();
      moved ||= now !== arrived;
      if (moved) address.show(query);
    });
    return address.stop;
  });
}
