/** The quarter the figures show, and whether time runs. One for the whole page: every figure looks at the same moment. */
export interface Playback {
  /** 0 .. quarters - 1. */
  readonly quarter: number;
  /** How far the quarter has gone, 0..1; moves only while playing. For motion along the links, not for numbers. */
  readonly phase: number;
  readonly playing: boolean;
  /** Plays from here, or from the start if the end is reached. */
  play(): void;
  pause(): void;
  /** Goes to a quarter, and stops there. */
  seek(quarter: number): void;
  /** Are the quarters to come covered, because the reader has guessed about them and still watches? What becomes of the world is not said before. */
  readonly covered: boolean;
  cover(on: boolean): void;
}

export type Frame = (callback: (time: number) => void) => void;

/** How long a quarter takes while playing, in milliseconds. */
const quarterTime = 560;
/** A frame longer than this (a tab in the background) does not make time jump. */
const longestFrame = 100;

export function createPlayback(quarters: number, opening: number, frame: Frame): Playback {
  const end = quarters - 1;
  let quarter = $state(opening);
  let phase = $state(0);
  let playing = $state(false);
  let covered = $state(false);
  let last: number | undefined;
  let ticking = false;

  function tick(time: number): void {
    ticking = playing;
    if (!playing) return;
    const at = quarter + phase + Math.min(longestFrame, time - (last ?? time)) / quarterTime;
    last = time;
    if (at >= end) {
      seek(end);
      ticking = false;
      return;
    }
    quarter = Math.floor(at);
    phase = at - quarter;
    frame(tick);
  }

  function pause(): void {
    playing = false;
    phase = 0;
    last = undefined;
  }

  function seek(to: number): void {
    pause();
    quarter = Math.min(end, Math.max(0, Math.round(to)));
  }

  return {
    get quarter() {
      return quarter;
    },
    get phase() {
      return phase;
    },
    get playing() {
      return playing;
    },
    play() {
      if (quarter >= end) quarter = 0;
      playing = true;
      if (ticking) return;
      ticking = true;
      frame(tick);
    },
    pause,
    seek,
    get covered() {
      return covered;
    },
    cover(on) {
      covered = on;
    },
  };
}
