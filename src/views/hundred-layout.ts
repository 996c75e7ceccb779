import { type Hundred, shownWorlds } from './hundred';

/** Where a dot stands: in cells from the left and from the baseline up. */
export interface Dot {
  /** Its place among the hundred. */
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

/** The worlds of one year, stacked on it. */
export interface Stack {
  readonly year: string;
  /** First cell and width, in quarters. */
  readonly t: number;
  readonly length: number;
  readonly dots: readonly Dot[];
  /** How many cells high it stands. */
  readonly height: number;
}

/** Cells that stand above each other before they must move closer. */
export const cellsHigh = 13;

/** Worlds in which somebody falls, stacked on the year of the first fall, as wide as it has quarters: time runs left to right. */
export function stacksOf({ worlds }: Hundred, years: readonly { year: string; t: number; length: number }[]): Stack[] {
  const stacks = years.map(({ year, t, length }) => {
    const inYear = worlds.flatMap(({ falls: [first] }, at) =>
      first && first.t >= t && first.t < t + length ? [at] : [],
    );
    return { year, t, length, inYear, rows: Math.ceil(inYear.length / length) };
  });
  const pitch = Math.min(1, cellsHigh / Math.max(1, ...stacks.map(({ rows }) => rows)));
  return stacks.map(({ year, t, length, inYear, rows }) => ({
    year,
    t,
    length,
    dots: inYear.map((at, k) => ({ at, x: t + (k % length), y: Math.floor(k / length) * pitch })),
    height: rows === 0 ? 0 : (rows - 1) * pitch + 1,
  }));
}

/** Worlds in which nobody falls, in rows of so many from the baseline up. */
export function blockOf({ worlds }: Hundred, columns: number): readonly Dot[] {
  const first = worlds.findIndex(({ falls }) => falls.length === 0);
  if (first < 0) return [];
  return Array.from({ length: shownWorlds - first }, (_, k) => ({
    at: first + k,
    x: k % columns,
    y: Math.floor(k / columns),
  }));
}

/** Marks of one look: all of them as one path, for a hundred shapes would cost a drag its frames. */
export interface Marks {
  /** Worlds in which nobody falls. */
  readonly stand: string;
  /** By the first firm to fall. */
  readonly first: readonly { readonly firm: number; readonly path: string }[];
  /** A dot in the middle of those in which another falls after it, by that firm. */
  readonly second: readonly { readonly firm: number; readonly path: string }[];
}

export function marksOf({ worlds }: Hundred, dots: readonly Dot[]): Marks {
  const fallOf = (k: number) => (dot: Dot) => worlds[dot.at].falls[k]?.firm;
  return {
    stand: circles(
      dots.filter(({ at }) => worlds[at].falls.length === 0),
      0.36,
    ),
    first: byFirm(dots, fallOf(0), 0.3),
    second: byFirm(dots, fallOf(1), 0.13),
  };
}

function byFirm(dots: readonly Dot[], firmOf: (dot: Dot) => number | undefined, radius: number) {
  const firms = [...new Set(dots.flatMap((dot) => firmOf(dot) ?? []))].sort((a, b) => a - b);
  return firms.map((firm) => ({
    firm,
    path: circles(
      dots.filter((dot) => firmOf(dot) === firm),
      radius,
    ),
  }));
}

/** Circles in the middle of their cells; up is negative. */
function circles(dots: readonly Dot[], radius: number): string {
  const half = (way: number) => `a${radius} ${radius} 0 1 0 ${way * 2 * radius} 0`;
  return dots.map(({ x, y }) => `M${short(x + 0.5 - radius)} ${short(-y - 0.5)}${half(1)}${half(-1)}`).join('');
}

const short = (value: number) => Number(value.toFixed(3));
