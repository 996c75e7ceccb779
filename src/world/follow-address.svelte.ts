import { untrack } from 'svelte';
import { createAddress } from './address';
import type { Session } from './session.svelte';

/** Keeps the address at the session's world, written as `query` says it. Call it where a component is set up. */
export function followAddress(session: Session, query: () => string): void {
  followAddressOf(() => session.levers, query);
}

/** Keeps the address at a state that changes as a whole. Nothing is written while `query` is undefined, nor before the state has first changed: until then the address stays what the reader came by. */
export function followAddressOf(state: () => object, query: () => string | undefined): void {
  $effect(() => {
    const address = createAddress();
    const arrived = untrack(state);
    let moved = false;
    $effect(() => {
      moved ||= state() !== arrived;
      const text = moved ? query() : undefined;
      if (text !== undefined) address.show(text);
    });
    return address.stop;
  });
}
