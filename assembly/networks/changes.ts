/** The nodes whose payments may have changed in a round of the descent, each once, in the order in which they came up. */
import { nodes } from './graph';

const NO_WHOLES = new StaticArray<i32>(0);

export let changed = NO_WHOLES;
export let changedCount: i32 = 0;
let isNoted = NO_WHOLES;

export function allocateChanges(): void {
  changed = new StaticArray<i32>(nodes);
  isNoted = new StaticArray<i32>(nodes);
}

export function note(i: i32): void {
  if (isNoted[i]) return;
  isNoted[i] = 1;
  changed[changedCount++] = i;
}

export function forgetChanges(): void {
  for (let k = 0; k < changedCount; k++) isNoted[changed[k]] = 0;
  changedCount = 0;
}
