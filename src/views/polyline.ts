import { hundredths } from './fine';

/** A point of a drawing, in its units: x to the right, y downwards. */
export type Point = readonly [x: number, y: number];

/**
 * A line through points, as path data: the first point, and then how far each is from the one before. That is a third shorter than the points themselves, and of a page that is rendered
 * ahead the paths are a tenth. Hundredths of a unit, at most; what follows it may be absolute (`V0Z`).
 */
export function polyline(points: readonly Point[]): string {
  const [first, ...others] = points.map(([x, y]) => [hundredths(x), hundredths(y)] as const);
  if (!first) return '';
  let [x, y] = first;
  let path = `M${pair(x, y)}`;
  others.forEach(([toX, toY], k) => {
    const step = pair(toX - x, toY - y);
    // A sign parts two numbers as well as a space.
    path += k === 0 ? `l${step}` : step.startsWith('-') ? step : ` ${step}`;
    [x, y] = [toX, toY];
  });
  return path;
}

/** Closed: the area between one line and another, whose points run the same way. */
export function areaBetween(upper: readonly Point[], lower: readonly Point[]): string {
  return `${polyline([...upper, ...[...lower].reverse()])}Z`;
}

function pair(x: number, y: number): string {
  const down = short(y);
  return down.startsWith('-') ? short(x) + down : `${short(x)} ${down}`;
}

/** A difference of hundredths is one, whatever the floating point leaves of it. */
function short(value: number): string {
  if (Number.isInteger(value)) return `${value + 0}`;
  return `${hundredths(value)}`.replace(/^(-?)0\./, '$1.');
}
