import { getContext, setContext } from 'svelte';

const key = Symbol('only');

/** Tells all components below that one figure alone is to be seen, by its id. */
export function setOnly(id: string): void {
  setContext(key, id);
}

/** The figure that is to be seen alone. Undefined in a page that shows all. */
export function getOnly(): string | undefined {
  return getContext<string | undefined>(key);
}
