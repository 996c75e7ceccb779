import { type LeverId, type Levers, type Plane, sweepPlane, type WorldRunner } from '../engine';
import { dialOf } from '../world/dials';
import { axisOf } from '../world/grids';
import type { Edge } from './edge';

/** The two dials of the race: when the money goes, across, and how fast the labs grow, up. */
export const axes = { across: 'stop', up: 'growth' } as const satisfies Record<string, LeverId>;

/** How many values of growth the plane has. */
const rows = 51;
/** Worlds of the first picture: every fourth of each dial. */
export const coarse = 128;

/** All pairs of the two dials, with the others as they stand. */
export function raceOf(runner: WorldRunner, levers: Levers): Plane {
  return sweepPlane(runner, { levers }, axisOf(dialOf(axes.across)), axisOf(dialOf(axes.up), rows));
}

/** Would these levers have the same plane? Only the two dials of the axes may differ. */
export function sameRace(a: Levers, b: Levers): boolean {
  return (Object.keys(a) as LeverId[]).every((id) => id === axes.across || id === axes.up || a[id] === b[id]);
}

/** The plane as shapes. A cell is 1 by 1; growth rises to the top. */
export interface RaceMap {
  readonly width: number;
  readonly height: number;
  /** By firm, the cells in which it is the first to fall. */
  readonly first: readonly string[];
  /** The border between worlds in which somebody falls and worlds in which nobody does. */
  readonly frontier: string;
  /** By firm, where the area in which it is the first to fall is named, 0..1 of width and height; undefined if it is too small. */
  readonly names: readonly (Place | undefined)[];
  /** The same for the area in which nobody falls. */
  readonly nobody: Place | undefined;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** An area smaller than this part of the plane has no name in it. */
const worthNaming = 0.06;
/** How many cells side by side a name takes. */
const nameWidth = 12;

export function mapOf(plane: Plane, firms: number): RaceMap {
  const width = plane.across.values.length;
  const height = plane.down.values.length;
  const known = (x: number, y: number) => {
    const cell = plane.standIn(x, y);
    return cell === undefined ? -1 : plane.firm[cell];
  };
  const cells = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, x) => known(x, height - 1 - row)),
  );
  const first = Array.from({ length: firms }, () => '');
  const stretches = new Map<number, Stretch[]>();
  let frontier = '';
  for (let y = 0; y < height; y++) {
    for (let x = 0, from = 0; x < width; x++) {
      const firm = cells[y][x];
      if (x > 0 && firm >= 0 !== cells[y][x - 1] >= 0) frontier += `M${x} ${y}v1`;
      if (y > 0 && firm >= 0 !== cells[y - 1][x] >= 0) frontier += `M${x} ${y}h1`;
      if (x + 1 < width && cells[y][x + 1] === firm) continue;
      const stretch = { y, from, to: x + 1 };
      stretches.set(firm, [...(stretches.get(firm) ?? []), stretch]);
      if (firm >= 0) first[firm] += `M${from} ${y}h${stretch.to - from}v1h${from - stretch.to}z`;
      from = x + 1;
    }
  }
  const nameOf = (firm: number) => placeForName(stretches.get(firm) ?? [], width, height);
  return { width, height, first, frontier, names: first.map((_, firm) => nameOf(firm)), nobody: nameOf(-1) };
}

/** Cells of one area side by side in row y. */
interface Stretch {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

/** In an area, the place for its name that is nearest to its middle and wide enough, if the area is large enough for one. */
function placeForName(stretches: readonly Stretch[], width: number, height: number): Place | undefined {
  const sum = (of: (stretch: Stretch) => number) => stretches.reduce((all, stretch) => all + of(stretch), 0);
  const count = sum(({ from, to }) => to - from);
  if (count < worthNaming * width * height) return undefined;
  const middle = {
    x: sum(({ from, to }) => ((to - from) * (from + to)) / 2) / count,
    y: sum(({ y, from, to }) => (to - from) * (y + 0.5)) / count,
  };
  const wide = stretches.filter(({ from, to }) => to - from >= nameWidth);
  const off = ({ y }: Stretch) => Math.abs(y + 0.5 - middle.y);
  const [best, ...others] = wide;
  if (!best) return undefined;
  const { y, from, to } = others.reduce((least, stretch) => (off(stretch) < off(least) ? stretch : least), best);
  const half = nameWidth / 2;
  return { x: Math.min(to - half, Math.max(from + half, middle.x)) / width, y: (y + 0.5) / height };
}

/** One column of the plane, where the money goes at `stop`. */
export interface Needed {
  readonly stop: number;
  /** The growth from which on nobody falls; undefined if somebody does at the most of it. */
  readonly growth: number | undefined;
  /** Who falls first with one step less; undefined if nobody falls at any growth. */
  readonly firm: number | undefined;
}

export function neededAt(plane: Plane, x: number): Needed {
  const { across, down } = plane;
  const stop = across.values[x];
  for (let y = down.values.length - 1; y >= 0; y--) {
    const cell = plane.standIn(x, y);
    const firm = cell === undefined ? -1 : plane.firm[cell];
    if (firm >= 0) return { stop, growth: down.values[y + 1], firm };
  }
  return { stop, growth: down.values[0], firm: undefined };
}

/** Where on an axis of the plane a value stands: the middle of its cell, 0..1. */
export function placeOf(id: LeverId, value: number, cells: number): number {
  const { min, max } = dialOf(id);
  return (((value - min) / (max - min)) * (cells - 1) + 0.5) / cells;
}

/** The value whose cell is at a place 0..1; the dial takes the nearest step. */
export function valueAtPlace(id: LeverId, place: number, cells: number): number {
  const { min, max } = dialOf(id);
  return min + ((place * cells - 0.5) / (cells - 1)) * (max - min);
}

/** What the race asks of growth in the reader’s world: how the edge of the dial `growth` lies. */
export type Demand =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'hopeless' }
  /** Nobody falls at `enough` and above; somebody does just below. */
  | { readonly kind: 'enough'; readonly enough: number }
  /** There is no such line: more growth does not always help. */
  | { readonly kind: 'mixed' };

export function demandOf({ failing }: Pick<Edge, 'failing'>): Demand {
  const dial = dialOf(axes.up);
  const [only, ...more] = failing;
  if (!only) return { kind: 'nothing' };
  if (more.length > 0 || only.from > dial.min) return { kind: 'mixed' };
  if (only.to >= dial.max) return { kind: 'hopeless' };
  return { kind: 'enough', enough: only.to + dial.step };
}
