import type { Levers } from '../../engine';
import { fallsOf } from '../../views/fall';
import { encode } from '../../world/link';
import type { Session } from '../../world/session.svelte';

/**
 * Keeps what becomes of a world from a reader who is to guess about it. A world that is asked about is not in the session until the guess is made or given
 * up, so nothing on the page is worked out from it: no figure, no edge, no claim, no odds, no address. From then on it is the page's world like any other,
 * and only the years in its own chapter are uncovered one by one.
 */
export interface Veil {
  /** The world that is asked about; undefined while none is. Setting another world takes the question back. */
  readonly asked: Levers | undefined;
  /** Quarters of the page's world from this one on are covered; undefined if none is. */
  readonly from: number | undefined;
  ask(levers: Levers): void;
  /** Takes the question back. */
  withdraw(): void;
  /** What was asked about becomes the page's world, and time plays from its first quarter; the cover draws back with it, and is gone with the first fall. */
  watch(): void;
  /** What is asked about becomes the page's world, and nothing is covered any more. */
  show(): void;
}

/** Call it where a component is set up. A dial that is turned leaves the cover where it is; another world has none. */
export function createVeil(session: Session): Veil {
  const { playback, cast } = session;
  let question = $state.raw<{ readonly levers: Levers; readonly over: Levers }>();
  let watched = $state.raw<Levers>();

  const asked = $derived(question?.over === session.opened ? question.levers : undefined);
  /** A world that was set in this frame has not been run. */
  const isRun = $derived(encode(session.run.levers, cast) === encode(session.levers, cast));
  const from = $derived.by(() => {
    if (watched === undefined || session.opened !== watched) return undefined;
    const end = (isRun ? fallsOf(session.run)[0]?.t : undefined) ?? cast.quarters - 1;
    return playback.quarter < end ? playback.quarter + 1 : undefined;
  });

  $effect(() => playback.cover(from !== undefined));

  // What has been seen is not covered again, whichever way time or the reader goes.
  $effect(() => {
    if (from === undefined) watched = undefined;
  });

  function open(): void {
    if (asked) session.setWorld(asked);
    question = undefined;
  }

  return {
    get asked() {
      return asked;
    },
    get from() {
      return from;
    },
    ask(levers) {
      question = { levers, over: session.opened };
    },
    withdraw() {
      question = undefined;
    },
    watch() {
      playback.seek(0);
      const world = asked;
      open();
      watched = world;
      playback.play();
    },
    show() {
      open();
      watched = undefined;
    },
  };
}
