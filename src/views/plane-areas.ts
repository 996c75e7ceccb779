import type { Plane } from '../engine';

/** A plane as the map of its cells, seen from above: row 0 is the top, where the dial that goes up is highest. A cell is 1 by 1. */
export interface Cells {
  readonly width: number;
  readonly height: number;
  /** What the cell in column x, row y belongs to, as a whole number; -1 also before anything is known. */
  at(x: number, y: number): number;
}

/** The cells of a plane, as far as it has been run, each as `classOf` sorts it. Work is done here, once. */
export function cellsOf(plane: Plane, classOf: (cell: number) => number): Cells {
  const width = plane.across.values.length;
  const height = plane.down.values.length;
  const known = new Int32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = plane.standIn(x, height - 1 - y);
      known[y * width + x] = cell === undefined ? -1 : classOf(cell);
    }
  }
  return { width, height, at: (x, y) => known[y * width + x] };
}

/** All cells of one kind. */
export interface Area {
  readonly path: string;
  /** Part of all cells. */
  readonly share: number;
}

/** A place on a map, in cells from the left and from the top. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Cells of one area side by side in row y. */
interface Stretch {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

/** The areas of a map, by what their cells belong to. */
export function areasOf({ width, height, at }: Cells): ReadonlyMap<number, Area> {
  const stretches = new Map<number, Stretch[]>();
  for (let y = 0; y < height; y++) {
    for (let x = 0, from = 0; x < width; x++) {
      const kind = at(x, y);
      if (x + 1 < width && at(x + 1, y) === kind) continue;
      const all = stretches.get(kind) ?? [];
      all.push({ y, from, to: x + 1 });
      stretches.set(kind, all);
      from = x + 1;
    }
  }
  return new Map(
    [...stretches].map(([kind, all]) => [
      kind,
      {
        path: all.map(({ y, from, to }) => `M${from} ${y}h${to - from}v1h${from - to}z`).join(''),
        share: all.reduce((sum, { from, to }) => sum + to - from, 0) / (width * height),
      },
    ]),
  );
}

/** The borders between cells that differ so. */
export function borderOf({ width, height, at }: Cells, differ: (a: number, b: number) => boolean): string {
  let border = '';
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (x > 0 && differ(at(x, y), at(x - 1, y))) border += `M${x} ${y}v1`;
      if (y > 0 && differ(at(x, y), at(x, y - 1))) border += `M${x} ${y}h1`;
    }
  }
  return border;
}
