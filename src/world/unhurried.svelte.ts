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
  /** Is a hand on something that it drags? */
  readonly held: boolean;
  /** Says how the dials of the last run stand. */
  follow(levers: Levers): void;
  /** Takes the hand as resting where it is. */
  settle(): void;
  /** Says that a hand has taken hold of something, or let go. */
  hold(on: boolean): void;
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
/** The same of a hand that has not let go: it stops for a moment at each end of its way, and is to go on as lightly as it came. */
export const pause = 450;

export function createUnhurried(options: UnhurriedOptions): Unhurried {
  const now = options.now ?? (() => performance.now());
  const after = options.after ?? afterFrames;
  let levers = $state.raw(options.levers);
  let moving = $state(false);
  let rested = $state(true);
  let latest = options.levers;
  let shownAt = Number.NEGATIVE_INFINITY;
  let stay: (() => void) | undefined;
  let held = $state(false);

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

  function wait(): void {
    stay?.();
    stay = after(held ? pause : rest, settle);
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
      wait();
    },
    settle,
    get held() {
      return held;
    },
    hold(on) {
      held = on;
      if (stay) wait();
    },
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
