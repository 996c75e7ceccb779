import { crosses, type Lines } from './crossing';

/** Words in a chart. Places are parts of its width, from the left, and of its height, from the bottom. */
export interface Words {
  /** The point for which they stand. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** They name the area around it, and may stand anywhere in that. */
  readonly area?: boolean;
}

export interface WordsPlace {
  /** Where they begin, or end if they stand `before` that, and how high their foot is. */
  readonly x: number;
  readonly foot: number;
  readonly before: boolean;
  /** A hairline from the point to them, if they are not beside it. */
  readonly lead: readonly [x: number, y: number] | undefined;
}

/** What words keep clear of. */
export interface Drawn {
  readonly lines: Lines;
  /** Lines that may run behind words for which there is no other place. */
  readonly quiet?: Lines;
  /** Lines straight up: at x, between two heights. */
  readonly upright?: readonly { readonly x: number; readonly from: number; readonly to: number }[];
}

/** How wide a letter is, as a part of a narrow chart, and how high words are. */
export const letter = 0.0195;
export const high = 0.095;
/** Between a line and words, and between words. */
const gap = 0.025;

interface Box {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly top: number;
}

interface Tried {
  readonly x: number;
  readonly before: boolean;
  readonly box: Box;
}

/** Where words are tried, from their point on, the nearest first: over it before under it, after it before before it. A little of them may stand on the other side of the point. */
const tries = Array.from({ length: 30 }, (_, step) => step / 40)
  .flatMap((away) =>
    [1, -1].flatMap((up) =>
      Array.from({ length: 11 }, (_, step) => (step - 2) / 32).flatMap((aside) =>
        [false, true].map((before) => ({
          up,
          away,
          aside,
          before,
          far: away + 1.4 * Math.abs(aside) + (up < 0 ? 0.03 : 0) + (before ? 0.01 : 0),
        })),
      ),
    ),
  )
  .sort((a, b) => a.far - b.far);
/** Words go so much further, to have no quiet line behind them. */
const detour = 0.12;

/**
 * Places for words, those that come first first: as near to their points as they meet no line and no other words. Quiet lines run behind them where that is far off, and any line where there is no such place. Worked out
 * for a narrow chart; in a wider one words are a smaller part of it, held at the same end, so that what is clear there is clear here.
 */
export function placeWords(all: readonly Words[], { lines, quiet = [], upright = [] }: Drawn): WordsPlace[] {
  const taken: Box[] = [];
  return all.map((words) => {
    const found = nearest(words, taken, lines, quiet, upright) ?? nearest(words, taken, [], [], []) ?? held(words);
    const lead = leadOf(words, found);
    taken.push(found.box, ...(lead ? [around([words.x, words.y], lead)] : []));
    return { x: found.x, foot: found.box.low, before: found.before, lead };
  });
}

function nearest(
  words: Words,
  taken: readonly Box[],
  lines: Lines,
  quiet: Lines,
  upright: NonNullable<Drawn['upright']>,
): Tried | undefined {
  let second: Tried | undefined;
  let enough = Number.POSITIVE_INFINITY;
  for (const one of tries) {
    if (one.far > enough) break;
    const tried = tryOne(words, one);
    if (!tried || taken.some((other) => meet(tried.box, other)) || !isClear(tried.box, lines, upright)) continue;
    if (isClear(tried.box, quiet, [])) return tried;
    second ??= tried;
    enough = Math.min(enough, one.far + detour);
  }
  return second;
}

function tryOne({ x, y, text, area }: Words, { up, away, aside, before }: (typeof tries)[number]): Tried | undefined {
  const at = before ? x - aside : x + aside;
  const long = letter * text.length;
  const [from, to] = before ? [at - long, at] : [at, at + long];
  if (from < -1e-9 || to > 1 + 1e-9) return undefined;
  const low = area ? y - high / 2 + up * away : up > 0 ? y + gap + away : y - gap - high - away;
  if (low < 0 || low + high > 1) return undefined;
  return { x: at, before, box: { from, to, low, top: low + high } };
}

/** Where nothing is free: at the nearest edge. */
function held({ x, y, text }: Words): Tried {
  const long = letter * text.length;
  const before = x + long > 1;
  const at = before ? Math.max(x, long) : x;
  const low = Math.max(0, Math.min(1 - high, y + gap));
  return { x: at, before, box: { from: before ? at - long : at, to: before ? at : at + long, low, top: low + high } };
}

function leadOf({ x, y, area }: Words, { x: at, box }: Tried): WordsPlace['lead'] {
  const off = y < box.low ? box.low - y : Math.max(0, y - box.top);
  const isOver = x >= box.from - 2 * gap && x <= box.to + 2 * gap;
  if (area ? off <= 1.5 * high : off <= 2 * gap && isOver) return undefined;
  return [x > box.from && x < box.to ? x : at, y < box.low ? box.low : Math.min(y, box.top)];
}

function around([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): Box {
  return { from: Math.min(x, toX), to: Math.max(x, toX), low: Math.min(y, toY), top: Math.max(y, toY) };
}

function meet(a: Box, b: Box): boolean {
  return a.from < b.to + gap && b.from < a.to + gap && a.low < b.top && b.low < a.top;
}

function isClear(box: Box, lines: Lines, upright: NonNullable<Drawn['upright']>): boolean {
  const { from, to, low, top } = box;
  if (upright.some((line) => line.x > from && line.x < to && line.from < top && line.to > low)) return false;
  return !lines.some((line) => crosses(line, from, to, low - gap / 2, top + gap / 2));
}
