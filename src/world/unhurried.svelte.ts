import type { Levers } from '../engine';

/**
 * The reader's world for what is costly to draw. A single turn of a dial is followed in its own frame; while a hand moves, only every so often, so that the frames between belong to the
 * reader's own run; and when the hand rests, to where it came to rest.
 */
export interface Unhurried {
  readonly levers: Levers;
  /** Has the world turned again before it came to rest? */
  readonly moving: boolean;
  /** Has the hand rested on the world in which the dials stand? */
  readonly rested: boolean;
  /** Says how the dials of the last run stand. */
  follow(levers: Levers): void;
  /** Takes the hand as resting where it is. */
  settle(): void;
}

interface UnhurriedOptions {
  readonly levers: Levers;
  readonly now?: () => number;
  /** Calls back after so many milliseconds; call the result to have it not do so. */
  readonly after?: (ms: number, then: () => void) => () => void;
}

/** Milliseconds between two worlds while a hand moves. */
export const beat = 200;
/** Milliseconds without a turn after which the hand rests. */
export const rest = 120;

export function createUnhurried(options: UnhurriedOptions): Unhurried {
  const now = options.now ?? (() => performance.now());
  const after = options.after ?? afterFrames;
  let levers = $state.raw(options.levers);
  let moving = $state(false);
  let rested = $state(true);
  let latest = options.levers;
  let shownAt = Number.NEGATIVE_INFINITY;
  let stay: (() => void) | undefined;

  function show(at: number): void {
    shownAt = at;
    levers = latest;
  }

  function settle(): void {
    stay?.();
    stay = undefined;
    moving = false;
    rested = true;
    show(now());
  }

  return {
    get levers() {
      return levers;
    },
    get moving() {
      return moving;
    },
    get rested() {
      return rested;
    },
    follow(next) {
      if (next === latest) return;
      const at = now();
      latest = next;
      rested = false;
      const goesOn = stay !== undefined;
      moving = goesOn;
      if (!goesOn || at - shownAt >= beat) show(at);
      stay?.();
      stay = after(rest, settle);
    },
    settle,
  };
}

/** Not before two frames have passed as well: where they are slow, a hand that moves must not count as one that rests between any two of them. */
function afterFrames(ms: number, then: () => void): () => void {
  let frame: number | undefined;
  const timer = setTimeout(() => {
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(then);
    });
  }, ms);
  return () => {
    clearTimeout(timer);
    if (frame !== undefined) cancelAnimationFrame(frame);
  };
}
