import { type LeverId, type Levers, type Plane, sweepPlane, type WorldRunner } from '../engine';
import { dialOf } from '../world/dials';
import { axisOf } from '../world/grids';
import type { Edge } from './edge';
import { areasOf, borderOf, cellsOf } from './plane-areas';
import { type Region, regionsOf } from './plane-regions';

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
  /** Between worlds in which one firm is the first to fall and those in which another is. */
  readonly borders: string;
  /** By who falls first, -1 for nobody. */
  readonly regions: readonly Region[];
}

export function mapOf(plane: Plane, firms: number): RaceMap {
  const cells = cellsOf(plane, (cell) => plane.firm[cell]);
  const { width, height } = cells;
  const areas = areasOf(cells);
  return {
    width,
    height,
    first: Array.from({ length: firms }, (_, firm) => areas.get(firm)?.path ?? ''),
    frontier: borderOf(cells, (a, b) => a >= 0 !== b >= 0),
    borders: borderOf(cells, (a, b) => a >= 0 && b >= 0 && a !== b),
    regions: regionsOf(cells),
  };
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
