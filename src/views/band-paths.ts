import { type Point, polyline } from './polyline';

/**
 * The outlines of a band. Across, a quarter is 2 units, so that its middle is a whole number; up, a band is `tall` units
 * from its baseline at y = 0 upwards to negative y. Whole numbers keep the paths short; the drawing stretches them.
 */
export const quarterWide = 2;
export const tall = 400;
/** The same of a row of the timeline, which is so low that more would not be seen. */
export const rowTall = 200;

/** How a firm stands in a quarter, as its band shows it. */
export type Standing = 'sound' | 'low' | 'restructured' | 'failed';

/** Heights of a band by quarter, in units. */
export type Heights = readonly number[];

/** The line through the middles of quarters from .. to - 1, flat to the borders of the run or of a fall. */
function trace(heights: Heights, from: number, to: number, [first, last]: readonly [number, number]): Point[] {
  const middles = heights.slice(from, to).map((height, k): Point => [(from + k) * quarterWide + 1, -height]);
  return [[from * quarterWide, -first], ...middles, [to * quarterWide, -last]];
}

/** Where the line crosses the border between quarters t - 1 and t of a stretch that goes on across it. */
const between = (heights: Heights, t: number) => Math.round((heights[t - 1] + heights[t]) / 2);

/** A run of quarters with the same standing. */
interface Stretch {
  readonly standing: Standing;
  readonly from: number;
  readonly to: number;
}

export function stretchesOf(standings: readonly Standing[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (let t = 1; t <= standings.length; t++) {
    if (t < standings.length && standings[t] === standings[from]) continue;
    stretches.push({ standing: standings[from], from, to: t });
    from = t;
  }
  return stretches;
}

/** Paths of a band. Each is "" where the run has nothing of the kind. */
export interface BandPaths {
  /** Filled: the firm is sound. */
  readonly sound: string;
  /** Ruled: its cash is low. */
  readonly low: string;
  /** The line along the top while it is sound. */
  readonly line: string;
  /** The line along the top while its cash is low. */
  readonly lowLine: string;
  /** The line of a firm that was restructured and goes on. */
  readonly restructured: string;
  /** The baseline where a failed firm was. */
  readonly failed: string;
}

export function bandPaths(heights: Heights, stretches: readonly Stretch[]): BandPaths {
  const paths = { sound: '', low: '', line: '', lowLine: '', restructured: '', failed: '' };
  const alive = (standing: Standing | undefined) => standing === 'sound' || standing === 'low';
  stretches.forEach(({ standing, from, to }, s) => {
    if (standing === 'failed') {
      paths.failed += `M${from * quarterWide} 0H${to * quarterWide}`;
      return;
    }
    const goesOn = (other: Standing | undefined) => other !== undefined && alive(other) === alive(standing);
    const ends = [
      goesOn(stretches[s - 1]?.standing) ? between(heights, from) : heights[from],
      goesOn(stretches[s + 1]?.standing) ? between(heights, to) : heights[to - 1],
    ] as const;
    const line = trace(heights, from, to, ends);
    if (standing === 'restructured') paths.restructured += polyline(line);
    else {
      paths[standing === 'low' ? 'lowLine' : 'line'] += polyline(line);
      paths[standing] += `${polyline([[from * quarterWide, 0], ...line])}V0Z`;
    }
  });
  return paths;
}

/** The whole line, whatever happens: the plan. */
export function wholeLine(heights: Heights): string {
  const last = heights.length - 1;
  return last < 0 ? '' : polyline(trace(heights, 0, heights.length, [heights[0], heights[last]]));
}
