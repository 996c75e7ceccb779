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
  let frontier = '';
  const areas = new Map<number, { count: number; x: number; y: number }>();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const firm = cells[y][x];
      const area = areas.get(firm) ?? { count: 0, x: 0, y: 0 };
      areas.set(firm, { count: area.count + 1, x: area.x + x + 0.5, y: area.y + y + 0.5 });
      if (x > 0 && firm >= 0 !== cells[y][x - 1] >= 0) frontier += `M${x} ${y}v1`;
      if (y > 0 && firm >= 0 !== cells[y - 1][x] >= 0) frontier += `M${x} ${y}h1`;
      if (firm < 0 || (x > 0 && cells[y][x - 1] === firm)) continue;
      let end = x + 1;
      while (end < width && cells[y][end] === firm) end++;
      first[firm] += `M${x} ${y}h${end - x}v1h${x - end}z`;
    }
  }
  const nameOf = (firm: number): Place | undefined => {
    const { count, x, y } = areas.get(firm) ?? { count: 0, x: 0, y: 0 };
    return count < worthNaming * width * height ? undefined : { x: x / count / width, y: y / count / height };
  };
  return { width, height, first, frontier, names: first.map((_, firm) => nameOf(firm)), nobody: nameOf(-1) };
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
