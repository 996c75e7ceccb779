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
