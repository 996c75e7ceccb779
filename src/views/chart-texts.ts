import { partOf } from './burners-paths';
import { type Drawn, placeWords, type WordsPlace } from './chart-words';
import type { Lines } from './crossing';

/** A sum of a chart of quarters, with what it is. */
export interface ChartText {
  /** At the middle of this quarter. */
  readonly t: number;
  /** How high, in billions. */
  readonly pay: number;
  readonly before?: string;
  readonly sum: string;
  readonly after: string;
  /** It names an area around that, and not a point. */
  readonly area?: boolean;
}

export interface PlacedText extends ChartText {
  /** Where its point is: parts of the width, and of the height from the bottom. */
  readonly x: number;
  readonly y: number;
  readonly place: WordsPlace;
}

/** Texts with their places; those that come first choose first. Lines are in billions, and `top` is what the full height stands for. */
export function placeTexts(
  texts: readonly ChartText[],
  { lines, quiet = [], upright = [] }: Drawn,
  top: number,
): PlacedText[] {
  const quarters = lines[0].length;
  const inShares = (some: Lines) => some.map((line) => line.map((pay) => pay / top));
  const all = texts.map(({ t, pay, before = '', sum, after, area = false }) => ({
    x: partOf(t, quarters),
    y: pay / top,
    text: `${before} ${sum}${after}`.trim(),
    area,
  }));
  const places = placeWords(all, { lines: inShares(lines), quiet: inShares(quiet), upright });
  return texts.map((text, k) => ({ ...text, x: all[k].x, y: all[k].y, place: places[k] }));
}
