import type { Levers } from '../../engine';
import { fallsOf } from '../../views/fall';
import type { Session } from '../../world/session.svelte';

/** Covers what becomes of a world until the reader has guessed and watched, or would rather be shown. */
export interface Veil {
  /** Quarters from this one on are covered; undefined if none is. */
  readonly from: number | undefined;
  /** Sets a world, and covers it. */
  draw(levers: Levers): void;
  /** Plays from the first quarter; the cover draws back with time, and is gone with the first fall. */
  watch(): void;
  lift(): void;
}

/** Call it where a component is set up. A dial that is turned leaves the cover where it is; another world has none. */
export function createVeil(session: Session): Veil {
  const { playback } = session;
  let world = $state.raw<Levers>();
  let watching = $state(false);

  const from = $derived.by(() => {
    if (world === undefined || session.opened !== world) return undefined;
    if (!watching) return 0;
    const end = fallsOf(session.run)[0]?.t ?? session.cast.quarters - 1;
    return playback.quarter < end ? playback.quarter + 1 : undefined;
  });

  function lift(): void {
    world = undefined;
    watching = false;
  }

  // What has been seen is not covered again, whichever way time or the reader goes.
  $effect(() => {
    if (from === undefined) lift();
  });

  return {
    get from() {
      return from;
    },
    draw(levers) {
      lift();
      world = levers;
      playback.seek(0);
      session.setWorld(levers);
    },
    watch() {
      watching = true;
      playback.seek(0);
      playback.play();
    },
    lift,
  };
}
