import { short } from './markup';

/** An affine map of the plane, as in SVG: x' = a x + c y + e, y' = b x + d y + f. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** How many numbers each command of a path takes. Arcs are not among them: an ellipse stretched aslant is no arc that a path could name by the same numbers. */
const taken: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, Z: 0 };

/** Path data with all its points mapped, as absolute commands. Undefined if it has an arc, or is no path data. */
export function mappedPath(data: string, { a, b, c, d, e, f }: Matrix): string | undefined {
  const out: string[] = [];
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  const at = (px: number, py: number) => `${short(a * px + c * py + e)} ${short(b * px + d * py + f)}`;
  for (const [, letter = '', rest = ''] of data.matchAll(/([a-z])([^a-z]*(?:e[^a-z]+)*)/gi)) {
    const command = letter.toUpperCase();
    const count = taken[command];
    const numbers = (rest.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    if (count === undefined || (count === 0 ? numbers.length > 0 : numbers.length % count !== 0)) return undefined;
    const relative = letter !== command;
    if (count === 0) {
      out.push('Z');
      [x, y] = [startX, startY];
    }
    for (let i = 0; i < numbers.length; i += count) {
      const own = numbers.slice(i, i + count);
      const points = pointsOf(command, own, relative, x, y);
      [x, y] = points.at(-1) ?? [x, y];
      if (command === 'M' && i === 0) [startX, startY] = [x, y];
      const name = command === 'H' || command === 'V' || (command === 'M' && i > 0) ? 'L' : command;
      out.push(name + points.map(([px, py]) => at(px, py)).join(' '));
    }
  }
  return out.length === 0 ? undefined : out.join('');
}

function pointsOf(
  command: string,
  own: readonly number[],
  relative: boolean,
  x: number,
  y: number,
): [number, number][] {
  const [dx, dy] = relative ? [x, y] : [0, 0];
  const [first = 0] = own;
  if (command === 'H') return [[first + dx, y]];
  if (command === 'V') return [[x, first + dy]];
  return Array.from({ length: own.length / 2 }, (_, k) => [(own[2 * k] ?? 0) + dx, (own[2 * k + 1] ?? 0) + dy]);
}
