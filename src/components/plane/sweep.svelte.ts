import type { Levers, Plane } from '../../engine';
import type { Session } from '../../world/session.svelte';
import type { Sight } from '../sight.svelte';
import { whileSeen } from '../while-seen.svelte';

/** A plane of two dials, as far as it has been run. */
export interface Sweep {
  readonly plane: Plane;
  /** Changes whenever more of it has been run. */
  readonly version: number;
}

interface SweepOptions {
  readonly session: Session;
  readonly sight: Sight;
  /** The plane around a world. What else it depends on may be reactive. */
  readonly planeOf: (levers: Levers) => Plane;
  /** Is the plane around one world that of another too? */
  readonly isSame: (plane: Plane, of: Levers, levers: Levers) => boolean;
  /** Worlds of the first picture, and then of each frame. */
  readonly coarse: number;
}

/**
 * Runs the plane of the reader’s other dials while it is seen: a coarse picture in the frame of the input, the rest some worlds a frame.
 * Rendered ahead, and on paper, it is whole at once.
 */
export function createSweep({ session, sight, planeOf, isSame, coarse }: SweepOptions): Sweep {
  const ahead = typeof window === 'undefined';
  let last: { levers: Levers; plane: Plane } | undefined;
  /** How often more was run. Not how much: two planes that are whole differ in nothing else. */
  let steps = 0;
  let version = $state(0);
  let printing = $state(false);

  const plane = whileSeen(
    () => sight.seen,
    () => {
      const { levers } = session.run;
      if (last && isSame(last.plane, last.levers, levers)) return last.plane;
      const next = planeOf(levers);
      next.step(ahead ? next.total : coarse);
      last = { levers, plane: next };
      return next;
    },
  );

  $effect(() => {
    const print = ({ type }: Event) => {
      printing = type === 'beforeprint';
    };
    addEventListener('beforeprint', print);
    addEventListener('afterprint', print);
    return () => {
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', print);
    };
  });

  $effect(() => {
    const now = plane.current;
    if (printing) now.step(now.total);
    version = ++steps;
    if (!sight.seen || now.done === now.total) return;
    function refine(): void {
      now.step(coarse);
      version = ++steps;
      if (now.done < now.total) frame = requestAnimationFrame(refine);
    }
    // One frame later: while a hand moves, the next plane is due in that one, and more of this would be run for nothing.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(refine);
    });
    return () => cancelAnimationFrame(frame);
  });

  return {
    get plane() {
      return plane.current;
    },
    get version() {
      return version;
    },
  };
}
