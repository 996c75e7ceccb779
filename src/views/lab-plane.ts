import { type LeverId, type Levers, leverIds, type Plane, sweepPlane, type WorldRunner } from '../engine';
import { stepFrom } from '../world/dial-steps';
import { type Dial, dialOf, type Unit } from '../world/dials';
import { axisOf } from '../world/grids';
import type { PlaneShows } from '../world/panels';
import { displayQuarter } from '../world/quarters';
import type { Cast } from '../world/session.svelte';
import { dollars } from './money';
import { type Area, areasOf, borderOf, cellsOf } from './plane-areas';
import { type Region, regionsOf } from './plane-regions';
import { roundUp } from './round-up';
import { numberWord } from './words';

/** Values of each dial, at most. */
const most = 41;
/** Worlds of the first picture: about every fourth of each dial. */
export const coarsePlane = 128;

/** All pairs of two dials, with the others as they stand. */
export function labPlane(runner: WorldRunner, levers: Levers, across: LeverId, up: LeverId): Plane {
  return sweepPlane(runner, { levers }, axisOf(dialOf(across), most), axisOf(dialOf(up), most));
}

/** Is the plane around `of` also the one of these two dials around `levers`? */
export function isSamePlane(
  { across, down }: Plane,
  of: Levers,
  levers: Levers,
  axes: readonly [LeverId, LeverId],
): boolean {
  const isOnAxis = (id: LeverId) => id === across.lever || id === down.lever;
  return (
    across.lever === axes[0] && down.lever === axes[1] && leverIds.every((id) => isOnAxis(id) || of[id] === levers[id])
  );
}

/** One kind of world on the plane. */
export interface PlaneArea extends Area {
  readonly id: number;
  /** "OpenAI falls first", "three firms", "2029" */
  readonly label: string;
  /** Index of the firm whose colour it has; undefined if it is a shade. */
  readonly firm: number | undefined;
  /** How dark it is, 0..1. */
  readonly shade: number;
}

export interface PlaneMap {
  readonly width: number;
  readonly height: number;
  /** Worlds in which nothing of the kind happens come last. */
  readonly areas: readonly PlaneArea[];
  /** Between worlds that differ in what is shown. */
  readonly border: string;
  /** By id of their areas. */
  readonly regions: readonly Region[];
}

/** How the worlds of a plane are sorted. 0 stands for those in which nothing of the kind happens. */
interface Sorting {
  readonly classOf: (cell: number) => number;
  readonly label: (id: number) => string;
  readonly firm?: (id: number) => number;
  readonly shade: (id: number) => number;
}

const steps = 4;

function sortingOf(plane: Plane, shows: PlaneShows, { firms, start, quarters }: Cast): Sorting {
  switch (shows) {
    case 'first':
      return {
        classOf: (cell) => plane.firm[cell] + 1,
        label: (id) => (id === 0 ? 'nobody falls' : `${firms[id - 1].name} falls first`),
        firm: (id) => id - 1,
        shade: () => 0,
      };
    case 'fallen':
      return {
        classOf: (cell) => plane.fallen[cell],
        label: (id) => (id === 0 ? 'nobody falls' : `${numberWord(id)} ${id === 1 ? 'falls' : 'fall'}`),
        shade: (id) => Math.min(1, id / steps),
      };
    case 'gone': {
      const top = roundUp(Math.max(1, ...plane.lost));
      const part = top / steps;
      return {
        classOf: (cell) => Math.ceil(plane.lost[cell] / part),
        label: (id) =>
          id === 0 ? 'none is gone' : id === 1 ? `up to ${dollars(part)}` : `up to ${dollars(id * part)}`,
        shade: (id) => id / steps,
      };
    }
    case 'when': {
      const yearOf = (quarter: number) => Number(displayQuarter(quarter, start).slice(0, 4));
      const [first, last] = [yearOf(0), yearOf(quarters - 1)];
      return {
        classOf: (cell) => (plane.quarter[cell] < quarters ? yearOf(plane.quarter[cell]) : 0),
        label: (id) => (id === 0 ? 'never' : String(id)),
        // The earlier, the darker.
        shade: (id) => (id === 0 ? 0 : 1 - (0.85 * (id - first)) / Math.max(1, last - first)),
      };
    }
  }
}

export function planeMap(plane: Plane, shows: PlaneShows, cast: Cast): PlaneMap {
  const { classOf, label, firm, shade } = sortingOf(plane, shows, cast);
  const cells = cellsOf(plane, classOf);
  const areas = [...areasOf(cells)]
    .filter(([id]) => id >= 0)
    .map(([id, area]) => ({
      ...area,
      id,
      label: label(id),
      firm: id === 0 ? undefined : firm?.(id),
      shade: shade(id),
    }));
  return {
    width: cells.width,
    height: cells.height,
    areas: areas.sort((a, b) => (a.id === 0 ? 1 : b.id === 0 ? -1 : a.id - b.id)),
    border: borderOf(cells, (a, b) => a !== b),
    regions: regionsOf(cells),
  };
}

/** What a plane says at one of its cells, in a word or two: "OpenAI", "3", "$428bn", "2029 Q4". */
function cellWords(plane: Plane, shows: PlaneShows, cell: number, { firms, start, quarters }: Cast): string {
  switch (shows) {
    case 'first':
      return plane.firm[cell] < 0 ? 'nobody' : firms[plane.firm[cell]].name;
    case 'fallen':
      return String(plane.fallen[cell]);
    case 'gone':
      return dollars(plane.lost[cell]);
    case 'when':
      return plane.quarter[cell] < quarters ? displayQuarter(plane.quarter[cell], start) : 'never';
  }
}

/** The plane as a small table: some values of one dial across, some of the other down, the highest first. */
export interface PlaneTable {
  readonly columns: readonly number[];
  readonly rows: readonly { readonly value: number; readonly cells: readonly string[] }[];
}

export function planeTable(plane: Plane, shows: PlaneShows, cast: Cast, count = 6): PlaneTable {
  const some = (values: readonly number[]) => {
    const n = Math.min(count, values.length);
    return Array.from({ length: n }, (_, k) => Math.round((k * (values.length - 1)) / (n - 1)));
  };
  const { across, down } = plane;
  const columns = some(across.values);
  return {
    columns: columns.map((x) => across.values[x]),
    rows: some(down.values)
      .reverse()
      .map((y) => ({
        value: down.values[y],
        cells: columns.map((x) => {
          const cell = plane.standIn(x, y);
          return cell === undefined ? '' : cellWords(plane, shows, cell, cast);
        }),
      })),
  };
}

/** Values of a dial to be written along its axis: both ends, and round steps between them where the dial has any; else steps about as far from each other. */
export function ticksOf(dial: Dial): number[] {
  const span = dial.max - dial.min;
  const parts = [4, 3, 5, 2].find((parts) => isRound(span / parts) || (dial.whole && span % parts === 0)) ?? 4;
  const at = Array.from({ length: parts + 1 }, (_, k) => dial.min + (span * k) / parts);
  return [...new Set(at.map((value) => stepFrom(dial, value, 0)))];
}

/** Is it 1, 2, 2.5 or 5, with any number of noughts? */
function isRound(step: number): boolean {
  const first = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
  return [1, 2, 2.5, 5].some((round) => Math.abs(first - round) < 1e-9);
}

/** What the numbers along an axis count, where they do not say it themselves. */
const unitWords: Readonly<Record<Unit, string>> = {
  stop: '',
  share: '',
  yearly: ', a year',
  quarterly: ', a quarter',
  cents: ', on the dollar',
  plan: ', of plan',
  times: '',
  quarters: ', in quarters',
  misses: ', in missed quarters',
};

export function axisWords({ name, unit }: Dial): string {
  return `${name}${unitWords[unit]}`;
}
