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
  return values.map((value, t) => `${t === 0 ? 'M' : 'L'}${middle(t)} ${-height(value, top)}`).join('');
}

/** Between two lines, where the first is below the second. Where they cross, the shape ends at the crossing. */
export function gapOf(lower: Numbers, upper: Numbers, top: number): string {
  let path = '';
  for (let t = 0; t + 1 < lower.length; t++) {
    const [a, b] = [upper[t] - lower[t], upper[t + 1] - lower[t + 1]];
    if (a <= 0 && b <= 0) continue;
    // The share of the way at which the lines meet, if they do.
    const meet = a / (a - b);
    const from = a > 0 ? 0 : meet;
    const to = b > 0 ? 1 : meet;
    const point = (values: Numbers, part: number) => {
      const value = values[t] + (values[t + 1] - values[t]) * part;
      return `${(middle(t) + unitsOfQuarter * part).toFixed(2)} ${-height(value, top)}`;
    };
    path += `M${point(lower, from)}L${point(upper, from)}L${point(upper, to)}L${point(lower, to)}Z`;
  }
  return path;
}

/** A band about the middle of the drawing, as thick as the values: a fuse. It opens at `opening`, and comes to a point where they are nothing. */
export function fuseOf(opening: number, values: Numbers, top: number): string {
  const points = fusePoints(opening, values, top);
  const lower = points.map(([x, half]) => `${x} ${half}`).reverse();
  return `M${points.map(([x, half]) => `${x} ${-half}`).join('L')}L${lower.join('L')}Z`;
}

/** Its two edges alone. */
export function fuseEdges(opening: number, values: Numbers, top: number): string {
  const points = fusePoints(opening, values, top);
  const side = (sign: number) => `M${points.map(([x, half]) => `${x} ${sign * half}`).join('L')}`;
  return side(-1) + side(1);
}

/** Across, and half the thickness: as the run opens, and as each quarter ends. */
function fusePoints(opening: number, values: Numbers, top: number): (readonly [x: number, half: number])[] {
  const half = (value: number) => Math.round(height(value, top) / 2);
  return [[0, half(opening)], ...values.map((value, t) => [middle(t), half(value)] as const)];
}

/** The first quarters of the years, where lines stand from the top down, in a drawing from `up` to `down`. */
export function yearLines(starts: Numbers, up: number, down: number): string {
  return starts.map((t) => `M${t * unitsOfQuarter} ${up}V${down}`).join('');
}

/** Heights 0..1 for words that stand at others, moved as little as keeps them `room` apart, in the same order. */
export function apart(heights: Numbers, room: number): number[] {
  const order = heights.map((_, k) => k).sort((a, b) => heights[a] - heights[b] || b - a);
  const placed = [...heights];
  let floor = 0;
  for (const k of order) {
    placed[k] = Math.max(placed[k], floor);
    floor = placed[k] + room;
  }
  let ceiling = 1;
  for (const k of order.reverse()) {
    placed[k] = Math.min(placed[k], ceiling);
    ceiling = placed[k] - room;
  }
  return placed;
}
