import type { Run } from '../engine';
import { quarterLabel } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { type Fall, fallsOf } from './fall';
import { type Point, polyline } from './polyline';

/** A year on the scrubber's track: where its first quarter stands, 0..1. */
export interface YearTick {
  readonly label: string;
  readonly at: number;
}

/** The years that begin within a run. */
export function yearTicks({ start, quarters }: Cast): YearTick[] {
  return Array.from({ length: quarters }, (_, t) => t).flatMap((t) => {
    const [label, quarter] = quarterLabel(t, start).split('Q');
    return quarter === '1' ? [{ label, at: placeOf(t, quarters) }] : [];
  });
}

/** Where a quarter stands on the track, 0..1. */
export function placeOf(t: number, quarters: number): number {
  return quarters > 1 ? t / (quarters - 1) : 0;
}

/** A firm's fall, marked on the track. Falls of the same quarter stand on each other. */
export interface Mark extends Fall {
  readonly key: string;
  readonly at: number;
  /** How many marks stand under this one. */
  readonly above: number;
}

export function marksOf(run: Run): Mark[] {
  const falls = fallsOf(run);
  return falls.map((fall, k) => ({
    ...fall,
    key: `${fall.kind}-${fall.firm}`,
    at: placeOf(fall.t, run.network.quarters),
    above: falls.slice(0, k).filter(({ t }) => t === fall.t).length,
  }));
}

/** The money on offer over time: yours as an area, the plan's as a line, in a box as wide as the steps between its quarters and `profileTall` high, with y down. */
export interface Profile {
  readonly area: string;
  readonly line: string;
}

export const profileTall = 400;

export function profileOf(run: Run, plan: Run): Profile {
  const most = Math.max(1e-9, ...run.quarter.supply, ...plan.quarter.supply);
  const points = (series: Float64Array) =>
    Array.from(series, (x, t): Point => [t, Math.round(profileTall * (1 - x / most))]);
  const own = points(run.quarter.supply);
  return {
    area: `${polyline([[0, profileTall], ...own])}V${profileTall}Z`,
    line: polyline(points(plan.quarter.supply)),
  };
}
