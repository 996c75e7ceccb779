import type { Run } from '../engine';
import { displayQuarter } from '../world/quarters';

/** The stretch of quarters in which part of the venture money stays away. */
export interface Drought {
  /** First quarter with less than all of it. */
  readonly from: number;
  /** First quarter with all of it again; the end of the run if it does not come back. */
  readonly to: number;
  readonly returns: boolean;
  /** The share that is gone at the worst, 0..1. */
  readonly depth: number;
}

/** When the venture money is away; undefined if all of it is there throughout. */
export function droughtOf({ network, quarter }: Run): Drought | undefined {
  const { climate } = quarter;
  const from = climate.findIndex((share) => share < 1);
  if (from < 0) return undefined;
  const back = climate.findIndex((share, t) => t > from && share >= 1);
  return {
    from,
    to: back < 0 ? network.quarters : back,
    returns: back >= 0,
    depth: 1 - climate.reduce((least, share) => Math.min(least, share), 1),
  };
}

/** Below this it would be said as "0%". */
const worthSaying = 0.005;

/** The share that is gone: "30%", "less than 1%". */
export function goneAtWorst(depth: number): string {
  return depth < worthSaying ? 'less than 1%' : `${Math.round(depth * 100)}%`;
}

/** The drought in words: `short` for a phone, `long` where there is room. */
export function droughtWords({ depth, from, to, returns }: Drought, start: string): { short: string; long: string } {
  const gone = goneAtWorst(depth);
  // What the mood keeps away besides is no part of it.
  const back = returns ? `over in ${displayQuarter(to, start)}` : 'not over when the run ends';
  return {
    short: `the music stops: ${gone} of venture money gone`,
    long: `the music stops in ${displayQuarter(from, start)}: at its worst it takes ${gone} of the venture money; ${back}`,
  };
}
