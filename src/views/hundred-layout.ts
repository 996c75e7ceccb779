import { type Hundred, shownWorlds } from './hundred';
import { polyline } from './polyline';

/** The middle of a mark: in quarters from the left, and as much from the baseline up. */
export interface Dot {
  /** Its place among the hundred. */
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

/** Worlds that stand upon each other: those of one year, or those in which nobody falls. */
export interface Stack {
  readonly dots: readonly Dot[];
  /** How high it is, and the middle of its lowest row. */
  readonly height: number;
  readonly middle: number;
}

export interface YearStack extends Stack {
  readonly year: string;
  /** Its first quarter, and how many it has. */
  readonly t: number;
  readonly length: number;
}

/** All hundred in one drawing, each with a mark of one size that touches no other. */
export interface HundredLayout {
  /** From the middle of a mark to that of the next, in quarters. */
  readonly pitch: number;
  /** Time runs left to right; right of it are the worlds in which nobody falls. */
  readonly years: readonly YearStack[];
  readonly standing: Stack;
  readonly dots: readonly Dot[];
  /** The drawing, in quarters. */
  readonly wide: number;
  readonly high: number;
}

/** A drawing that the hundred must fit into. */
export interface Frame {
  /** In quarters. */
  readonly high: number;
  /** Marks side by side in a year, at the least: it says how large they may be. */
  readonly fewest: number;
}

/** On a phone there is no room to the side, so that the drawing is higher. */
export const frames = { narrow: { high: 25, fewest: 3 }, wide: { high: 13, fewest: 4 } } as const satisfies Record<
  string,
  Frame
>;

/** Between the years and the worlds in which nobody falls, and how wide these may stand, in quarters. */
export const aside = { gap: 1.2, wide: 8 } as const;

type Years = readonly { readonly year: string; readonly t: number; readonly length: number }[];

/** The marks are as large as the fullest year lets them be: the fewer stand side by side in one, the larger and the higher. */
export function layoutOf({ worlds }: Pick<Hundred, 'worlds'>, years: Years, frame: Frame): HundredLayout {
  const quarters = years.reduce((sum, { length }) => sum + length, 0);
  const yearly = years.map(({ year, t, length }) => {
    const all = worlds.flatMap(({ falls: [first] }, at) => (first && first.t >= t && first.t < t + length ? [at] : []));
    return { year, t, length, all };
  });
  const nobody = worlds.flatMap(({ falls }, at) => (falls.length === 0 ? [at] : []));
  const rooms = [...yearly, { length: aside.wide, all: nobody }];

  let side: number = frame.fewest;
  const fits = (pitch: number) =>
    rooms.every(({ all, length }) => {
      const columns = columnsIn(length, pitch);
      return all.length === 0 || (columns > 0 && Math.ceil(all.length / columns) * pitch <= frame.high);
    });
  // Smaller ones stand more to a row, in lower rows: there is an end.
  while (!fits(quartersInYear / side) && side < shownWorlds) side++;
  const pitch = quartersInYear / side;

  const stacks = yearly.map(({ all, ...year }) => ({ ...year, ...stackOf(all, year.t, year.length, pitch) }));
  const standing = stackOf(nobody, quarters + aside.gap, aside.wide, pitch);
  return {
    pitch,
    years: stacks,
    standing,
    dots: [...stacks.flatMap(({ dots }) => dots), ...standing.dots],
    wide: quarters + aside.gap + aside.wide,
    high: frame.high,
  };
}

const quartersInYear = 4;

function columnsIn(room: number, pitch: number): number {
  return Math.floor(room / pitch + 1e-9);
}

/** In rows from the baseline up, in the middle of a room that begins at `from`. */
function stackOf(all: readonly number[], from: number, room: number, pitch: number): Stack {
  const columns = Math.max(1, columnsIn(room, pitch));
  const left = from + (room - columns * pitch) / 2;
  return {
    dots: all.map((at, k) => ({
      at,
      x: left + ((k % columns) + 0.5) * pitch,
      y: (Math.floor(k / columns) + 0.5) * pitch,
    })),
    height: Math.ceil(all.length / columns) * pitch,
    middle: all.length === 0 ? from + room / 2 : left + (Math.min(columns, all.length) * pitch) / 2,
  };
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

/** Widths of the round dots that a mark is made of, as parts of the room that it has: to its edge, whatever it shows; what is left open of a hollow one; and the dot in that. */
export const across = { edge: 0.74, open: 0.46, dot: 0.26 } as const;

export function marksOf({ worlds }: Pick<Hundred, 'worlds'>, { dots }: Pick<HundredLayout, 'dots'>): Marks {
  const fallOf = (k: number) => (dot: Dot) => worlds[dot.at].falls[k]?.firm;
  return {
    stand: dotsAt(dots.filter(({ at }) => worlds[at].falls.length === 0)),
    first: byFirm(dots, fallOf(0)),
    second: byFirm(dots, fallOf(1)),
  };
}

function byFirm(dots: readonly Dot[], firmOf: (dot: Dot) => number | undefined) {
  const firms = [...new Set(dots.flatMap((dot) => firmOf(dot) ?? []))].sort((a, b) => a - b);
  return firms.map((firm) => ({ firm, path: dotsAt(dots.filter((dot) => firmOf(dot) === firm)) }));
}

/** Strokes without length, which round caps make dots; up is negative. */
function dotsAt(dots: readonly Dot[]): string {
  return dots.map(({ x, y }) => `${polyline([[x, -y]])}h.01`).join('');
}
