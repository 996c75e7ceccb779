import type { Place } from './plane-areas';

/** Where words stand, in cells: a box of which they fill as much as they need. */
export interface Box extends Place {
  readonly wide: number;
  readonly high: number;
}

/** From one place to another, in cells. */
export interface Line {
  readonly from: Place;
  readonly to: Place;
}

/** What boxes keep from each other, in cells. */
export const gap = 1;

/** Are two boxes nearer to each other than `gap`? */
export function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.wide + gap && b.x < a.x + a.wide + gap && a.y < b.y + b.high + gap && b.y < a.y + a.high + gap;
}

/** Does a line run through a box? Of the line, the parts between the box’s sides, across and down, must have some in common. */
export function passes({ from, to }: Line, { x, y, wide, high }: Box): boolean {
  const [across, down] = [within(from.x, to.x, x, x + wide), within(from.y, to.y, y, y + high)];
  return Math.max(across[0], down[0], 0) < Math.min(across[1], down[1], 1);
}

/** Do two lines cut each other? The ends of each are then on both sides of the other. */
export function cut(a: Line, b: Line): boolean {
  const side = ({ from, to }: Line, { x, y }: Place) => (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
  return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;
}

/** The part of the way from one number to another, as shares of it, that lies between two bounds. */
function within(from: number, to: number, low: number, high: number): readonly [number, number] {
  if (from === to) return from > low && from < high ? [0, 1] : [1, 0];
  const [a, b] = [(low - from) / (to - from), (high - from) / (to - from)];
  return a < b ? [a, b] : [b, a];
}
