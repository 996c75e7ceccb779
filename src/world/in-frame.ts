import type { Frame } from './playback.svelte';

/**
 * Asks for something to be done once in the next frame, however often it is asked for. What is handed over with the question is done as that frame begins, before it.
 */
export function onceInFrame(frame: Frame, then: () => void): (first?: () => void) => void {
  let waiting = false;
  let firsts: (() => void)[] = [];

  function now(): void {
    const acts = firsts;
    firsts = [];
    try {
      for (const act of acts) act();
    } finally {
      // What they ask for is in this frame.
      waiting = false;
      then();
    }
  }

  return (first) => {
    if (first) firsts.push(first);
    if (waiting) return;
    waiting = true;
    frame(now);
  };
}
