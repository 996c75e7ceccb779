import type { Cells, Place } from './plane-areas';
import { type Box, cut, gap, type Line, meet, passes } from './plane-boxes';
import { clearance, farEnough, type Region } from './plane-regions';

/** How much of a map words take, in its cells. */
interface Room {
  /** A letter, and what is around the words. */
  readonly letter: number;
  readonly around: number;
  /** Rows of cells that a line of words takes. */
  readonly high: number;
  /** How many times as wide as high a cell is. */
  readonly aspect: number;
}

/** A map is drawn at least so wide and high, in pixels: on a phone, and where it has 580 px or more. */
export const fields = { narrow: { wide: 260, high: 272 }, wide: { wide: 580, high: 290 } } as const;

/** What label type takes, in pixels: a letter of half-bold words, the paper around them, and a line. */
const type = { letter: 5.8, around: 9, high: 20 } as const;

function roomOn({ width, height }: Size, field: { readonly wide: number; readonly high: number }): Room {
  const cell = { wide: field.wide / width, high: field.high / height };
  return {
    letter: type.letter / cell.wide,
    around: type.around / cell.wide,
    high: Math.ceil(type.high / cell.high),
    aspect: cell.wide / cell.high,
  };
}

type Size = Pick<Cells, 'width' | 'height'>;

/** The name of a region. */
export interface PlaneName {
  readonly kind: number;
  readonly box: Box;
  /** Where in the box the words are: in its middle, or at the end that is nearer to what they name. */
  readonly stand: 'middle' | 'start' | 'end';
  /** From behind the words to a point of the region they name; undefined if they stand in it. In cells. */
  readonly leader: Line | undefined;
}

/** Regions of fewer cells have no name. */
const worthNaming = 8;
/** So many are named, and so many of one kind: more would be a list that covers the map. */
const mostNames = 6;
const mostOfKind = 2;

interface Question {
  readonly regions: readonly Region[];
  readonly size: Size;
  /** What regions of a kind are called. Undefined: they have no name. */
  readonly called: (kind: number) => string | undefined;
  /** How large the map is drawn at the least, in pixels. */
  readonly field: { readonly wide: number; readonly high: number };
  /** The reader’s place, in cells: words keep off the lines through it, as far as they can. */
  readonly cross: Place;
  /** The kind in which names of others may stand: nothing happens there. */
  readonly quiet: number;
}

/**
 * Names the regions of a map. A name stands in its region, as far as it can from borders and from the lines through the reader’s place; where the region is too thin, beside it,
 * with a line to it. No two names lie upon each other, and none leaves the map.
 */
export function namesOf({ regions, size, called, field, cross, quiet }: Question): PlaneName[] {
  const room = roomOn(size, field);
  const taken = new Map<number, number>();
  const named = regions
    .flatMap((region) => {
      const text = called(region.kind);
      const before = taken.get(region.kind) ?? 0;
      taken.set(region.kind, before + 1);
      if (text === undefined || region.size < worthNaming) return [];
      if (before >= (region.kind === quiet ? 1 : mostOfKind)) return [];
      const wide = Math.ceil(text.length * room.letter + room.around);
      return [{ region, wide, high: room.high }];
    })
    .slice(0, mostNames);
  const isCrossed = ({ x, y, wide, high }: Box) =>
    (cross.x > x - gap && cross.x < x + wide + gap) || (cross.y > y - gap && cross.y < y + high + gap);

  const names: PlaneName[] = [];
  const thin: typeof named = [];
  for (const one of named) {
    const box = inside(one.region, one, { size, room, isCrossed });
    if (box) names.push({ kind: one.region.kind, box, stand: 'middle', leader: undefined });
    else thin.push(one);
  }
  const calm = regions.filter(({ kind }) => kind === quiet);
  for (const one of thin) {
    const name = beside(one.region, one, { size, room, isCrossed, calm, names });
    if (name) names.push(name);
  }
  return names;
}

type Words = Pick<Box, 'wide' | 'high'>;

interface Around {
  readonly size: Size;
  readonly room: Room;
  readonly isCrossed: (box: Box) => boolean;
}

/** What speaks against a place, from the worst to what only orders the rest: how far it is off, which is less than a thousand. */
const against = { uproar: 30_000, inTheWay: 20_000, crossed: 10_000, near: 1000 } as const;

function inside(region: Region, words: Words, { size, room, isCrossed }: Around): Box | undefined {
  return best(boxesOf(size, words), (box, least) => {
    if (!region.holds(box.x, box.y, box.wide, box.high)) return undefined;
    const off = Math.hypot(
      (box.x + box.wide / 2 - region.middle.x) * room.aspect,
      box.y + box.high / 2 - region.middle.y,
    );
    const cost = off + (isCrossed(box) ? against.crossed : 0);
    return cost - against.near * farEnough >= least ? undefined : cost - against.near * clearance(region, box);
  });
}

function beside(
  region: Region,
  words: Words,
  { size, room, isCrossed, calm, names }: Around & { calm: readonly Region[]; names: readonly PlaneName[] },
): PlaneName | undefined {
  const to = region.heart();
  const ways = names.flatMap(({ leader }) => leader ?? []);
  const standAt = (box: Box) => (box.x + box.wide < to.x ? 'end' : 'start');
  const leaderOf = (box: Box) => {
    const [least, most] = standAt(box) === 'start' ? [0.1, 0.5] : [0.5, 0.9];
    const x = Math.min(box.x + most * box.wide, Math.max(box.x + least * box.wide, to.x));
    return { from: { x, y: box.y + box.high / 2 }, to };
  };
  const box = best(boxesOf(size, words), (candidate, least) => {
    if (names.some((name) => meet(candidate, name.box))) return undefined;
    const { x, y, wide, high } = candidate;
    const isCalm = calm.some((quiet) => quiet.holds(x - gap, y - gap, wide + 2 * gap, high + 2 * gap));
    const leader = leaderOf(candidate);
    const off = Math.hypot((leader.from.x - to.x) * room.aspect, leader.from.y - to.y);
    const cost = off + (isCalm ? 0 : against.uproar) + (isCrossed(candidate) ? against.crossed : 0);
    if (cost >= least) return undefined;
    const isInTheWay =
      names.some((name) => passes(leader, name.box)) ||
      ways.some((other) => passes(other, candidate) || cut(leader, other));
    return cost + (isInTheWay ? against.inTheWay : 0);
  });
  return box && { kind: region.kind, box, stand: standAt(box), leader: leaderOf(box) };
}

/** All places of such a box on the map, off its edge. */
function boxesOf({ width, height }: Size, { wide, high }: Words): Box[] {
  const boxes: Box[] = [];
  for (let y = gap; y + high <= height - gap; y++)
    for (let x = gap; x + wide <= width - gap; x++) boxes.push({ x, y, wide, high });
  return boxes;
}

/** The one with the least number; those without one are out of the question, and so is what cannot be less than the `least` so far. */
function best(boxes: readonly Box[], cost: (box: Box, least: number) => number | undefined): Box | undefined {
  let least = Number.POSITIVE_INFINITY;
  let found: Box | undefined;
  for (const box of boxes) {
    const costs = cost(box, least);
    if (costs === undefined || costs >= least) continue;
    least = costs;
    found = box;
  }
  return found;
}
