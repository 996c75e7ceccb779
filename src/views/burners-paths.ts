import { areaBetween, type Point, polyline } from './polyline';

/**
 * Paths over the quarters of a run. Across, a quarter is 2 units, its middle a whole number; up, `tall` units are the top of
 * the scale. Whole numbers keep the paths short; the drawing stretches them.
 */
export const unitsOfQuarter = 2;
export const tall = 400;

type Numbers = readonly number[];

const middle = (t: number) => t * unitsOfQuarter + 1;
const height = (amount: number, top: number) => Math.round((Math.max(0, amount) / top) * tall);

/** Where the middle of quarter t lies, 0..1 of the width. */
export function partOf(t: number, quarters: number): number {
  return middle(t) / (quarters * unitsOfQuarter);
}

/** The plan may be this much taller than what the world has; beyond that it leaves the drawing. */
const planRoom = 1.5;

/** The top of the scale for a drawing of the reader’s world with the plan behind it. */
export function scaleOf(own: Numbers, plan: Numbers): number {
  const most = Math.max(...own);
  return Math.max(most, Math.min(Math.max(...plan), planRoom * most)) || 1;
}

/** A line through the middles of the quarters. */
export function lineOf(values: Numbers, top: number): string {
  return polyline(values.map((value, t) => [middle(t), -height(value, top)]));
}

/** From the end of a line, in quarter t, to the words beside it, which may stand higher or lower. `at` and `level`: 0..1 of the height; `gap`: how far away they are, in units. */
export function leaderOf(t: number, at: number, level: number, gap: number): string {
  return polyline([
    [middle(t), -Math.round(at * tall)],
    [middle(t) + gap, -Math.round(level * tall)],
  ]);
}

/** Between two lines, where the first is below the second: a shape for each stretch of quarters. Where they cross, it ends at the crossing. */
export function gapOf(lower: Numbers, upper: Numbers, top: number): string {
  let path = '';
  let [below, above]: Point[][] = [[], []];
  const at = (t: number, part: number) => {
    const point = (values: Numbers): Point => {
      const value = part === 0 ? values[t] : values[t] + (values[t + 1] - values[t]) * part;
      return [middle(t) + unitsOfQuarter * part, -height(value, top)];
    };
    below.push(point(lower));
    above.push(point(upper));
  };
  const end = () => {
    if (below.length > 0) path += areaBetween(above, below);
    [below, above] = [[], []];
  };
  for (let t = 0; t < lower.length; t++) {
    const [a, b] = [upper[t] - lower[t], upper[t + 1] - lower[t + 1]];
    if (a > 0) at(t, 0);
    const goesOn = t + 1 < lower.length && b > 0;
    if (t + 1 < lower.length && a > 0 !== goesOn) at(t, a / (a - b));
    if (!goesOn) end();
  }
  return path;
}

/** A band about the middle of the drawing, as thick as the values: a fuse. It opens at `opening`, and comes to a point where they are nothing. */
export function fuseOf(opening: number, values: Numbers, top: number): string {
  const points = fusePoints(opening, values, top);
  return areaBetween(side(points, -1), side(points, 1));
}

/** Its two edges alone. */
export function fuseEdges(opening: number, values: Numbers, top: number): string {
  const points = fusePoints(opening, values, top);
  return polyline(side(points, -1)) + polyline(side(points, 1));
}

const side = (points: readonly Point[], sign: number) => points.map(([x, half]): Point => [x, sign * half]);

/** Across, and half the thickness: as the run opens, and as each quarter ends. */
function fusePoints(opening: number, values: Numbers, top: number): Point[] {
  const half = (value: number) => Math.round(height(value, top) / 2);
  return [[0, half(opening)], ...values.map((value, t): Point => [middle(t), half(value)])];
}

/** The first quarters of the years, where lines stand from the top down, in a drawing from `up` to `down`. */
export function yearLines(starts: Numbers, up: number, down: number): string {
  return starts.map((t) => `M${t * unitsOfQuarter} ${up}V${down}`).join('');
}

/** Heights within `low` .. `high` for words that stand at others, moved as little as keeps them `room` apart, in the same order. */
export function apart(heights: Numbers, room: number, low = 0, high = 1): number[] {
  const order = heights.map((_, k) => k).sort((a, b) => heights[a] - heights[b] || b - a);
  const placed = [...heights];
  let floor = low;
  for (const k of order) {
    placed[k] = Math.max(placed[k], floor);
    floor = placed[k] + room;
  }
  let ceiling = high;
  for (const k of order.reverse()) {
    placed[k] = Math.min(placed[k], ceiling);
    ceiling = placed[k] - room;
  }
  return placed;
}
