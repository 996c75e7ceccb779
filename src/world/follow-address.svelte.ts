import { untrack } from 'svelte';
import { createAddress } from './address';
import type { Session } from './session.svelte';

/** Keeps the address at the session's world, written as `query` says it. Call it where a component is set up. */
export function followAddress(session: Session, query: () => string): void {
  $effect(() => {
    const address = createAddress();
    const arrived = untrack(() => session.levers);
    let moved = false;
    $effect(() => {
      // Until something moves the address stays what the reader came by.
      moved ||= session.levers !== arrived;
      if (moved) address.show(query());
    });
    return address.stop;
  });
}
