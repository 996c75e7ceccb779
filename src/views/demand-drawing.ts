import { money } from './claim-facts';
import type { Demand } from './demand';
import { type DemandFlag, type DemandLayer, type DemandName, flagsOf, namesOf } from './demand-names';
import { type DemandPoint, pointsOf } from './demand-points';
import { letter, margin, row } from './demand-room';
import { areaBetween, type Point, polyline } from './polyline';
import { spreadOut } from './spread-out';

/** Areas stacked on one another: x is the quarter, y grows downwards from 0 to `tall`. Places of words are parts of the drawing, 0..1, from the left and from the top. */
export interface DemandDrawing {
  readonly wide: number;
  readonly tall: number;
  readonly areas: readonly { readonly firm: number; readonly path: string }[];
  /** The line of all that customers pay in the quiet reference, as far as it is in the frame. */
  readonly plan: string;
  /** Where that line ends above the frame: where it leaves it, on which side of that its name stands, and what it comes to. */
  readonly leaves: { readonly x: number; readonly left: boolean; readonly pay: string } | undefined;
  /** Where the first lab falls: x. */
  readonly fall: number | undefined;
  readonly points: readonly DemandPoint[];
  /** What stands right of the drawing: what the lines come to, and who serves. */
  readonly ends: readonly DemandEnd[];
  /** Firms that serve nobody by then, and those of them that fall after the first. */
  readonly names: readonly DemandName[];
  readonly flags: readonly DemandFlag[];
}

export interface DemandEnd {
  readonly what: number | 'all' | 'reference';
  /** What a line comes to. */
  readonly pay?: string;
  /** Where the line or the middle of the area ends, and where its name stands. */
  readonly y: number;
  readonly at: number;
}

const tall = 100;
/** Above what customers pay there is so much room, as a part of it, for words. */
const headroom = 1.34;
/** The reference is drawn in full up to so many times that; a higher one leaves the frame, for the areas are what the drawing is about. */
const inFull = 1.6;

export function drawDemand(
  demand: Demand,
  reference: Demand,
  firms: readonly { readonly name: string }[],
): DemandDrawing {
  const { servers, total, fall } = demand;
  const end = total.length - 1;
  const [most, planned] = [Math.max(...total, Number.MIN_VALUE), 1.04 * Math.max(...reference.total)];
  const top = planned > inFull * most ? headroom * most : Math.max(headroom * most, planned);
  // A thousandth of the height is less than a pixel.
  const at = (pay: number) => Math.round(1e3 * (1 - pay / top)) / 1e3;
  const below = total.map(() => 0);
  const layers = servers.map(({ firm, gets }): DemandLayer => {
    const from = below.map(at);
    gets.forEach((pay, t) => {
      below[t] += pay;
    });
    return { firm, gets, from, to: below.map(at) };
  });
  const quiet = reference.total.map(at);
  const inside = inFrame(quiet.map((y, t): Point => [t, tall * y]));
  const line = total.map(at);
  const points = pointsOf(demand, line);
  const ends = endsOf(line, quiet, layers, [total[end], reference.total[end]]);
  return {
    wide: end,
    tall,
    areas: layers.map((layer) => ({ firm: layer.firm, path: areaOf(layer) })),
    plan: inside.map(polyline).join(''),
    leaves: quiet[end] < 0 ? leavesAt(inside, reference.total, fall?.t) : undefined,
    fall: fall?.t,
    points,
    ends,
    names: namesOf(layers, firms, fall?.t),
    flags: flagsOf(demand, line, firms, points, ends),
  };
}

/** The area of a firm over the quarters in which it serves anybody: where it does not there is no line. */
function areaOf({ gets, from, to }: DemandLayer): string {
  const first = Math.max(0, gets.findIndex((pay) => pay > 0) - 1);
  const last = gets.findLastIndex((pay) => pay > 0) + 2;
  const points = (edge: readonly number[]) => edge.slice(first, last).map((y, k): Point => [first + k, tall * y]);
  return areaBetween(points(to), points(from));
}

/** The pieces of a line that are within the frame. */
function inFrame(points: readonly Point[]): Point[][] {
  const pieces: Point[][] = [[]];
  points.forEach(([x, y], k) => {
    const before = points[k - 1]?.[1] ?? y;
    const crosses: Point[] = before < 0 === y < 0 ? [] : [[x - y / (y - before), 0]];
    if (y < 0) {
      pieces.at(-1)?.push(...crosses);
      if (crosses.length > 0) pieces.push([]);
    } else pieces.at(-1)?.push(...crosses, [x, y]);
  });
  return pieces.filter(({ length }) => length > 0);
}

function leavesAt(inside: readonly Point[][], total: readonly number[], fall = -1): DemandDrawing['leaves'] {
  const end = total.length - 1;
  const x = (inside.at(-1)?.at(-1)?.[0] ?? 0) / end;
  const pay = money(total[end]);
  const long = letter.narrow * ('pinned, to '.length + pay.length);
  const meets = (from: number, to: number) => fall / end > from && fall / end < to;
  const fits = { right: x + long < 1 + margin, left: x > long };
  return { x, left: fits.left && (!fits.right || (meets(x, x + long) && !meets(x - long, x))), pay };
}

function endsOf(
  line: readonly number[],
  quiet: readonly number[],
  layers: readonly DemandLayer[],
  [all, reference]: readonly [number, number],
): DemandEnd[] {
  const end = line.length - 1;
  const same = line.every((y, t) => Math.abs(y - quiet[t]) < 0.005);
  const wanted: Omit<DemandEnd, 'at'>[] = [
    { what: 'all', pay: money(all), y: line[end] },
    ...(same || quiet[end] < 0 ? [] : [{ what: 'reference' as const, pay: money(reference), y: quiet[end] }]),
    ...layers
      .filter(({ gets }) => gets[end] > 0)
      .map(({ firm, from, to }) => ({ what: firm, y: (from[end] + to[end]) / 2 })),
  ];
  // Counted from the bottom, so that of equal ones the later stands higher. The top row is free for the reference, where it leaves the frame.
  const places = spreadOut(
    wanted.map(({ y }) => 1 - y),
    row,
    row / 2,
    1 - 1.6 * row,
  );
  return wanted.map((name, k) => ({ ...name, at: 1 - places[k] }));
}
