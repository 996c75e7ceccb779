import { type Drawn, placeWords, type WordsPlace } from './chart-words';

/** A sum of a chart of quarters, with what it is. */
export interface ChartText {
  /** At the middle of this quarter. */
  readonly t: number;
  /** 0..1 of the height, from the bottom. */
  readonly y: number;
  readonly before?: string;
  readonly sum: string;
  readonly after: string;
  /** It names an area around that, and not a point. */
  readonly area?: boolean;
}

export interface PlacedText extends ChartText {
  readonly x: number;
  readonly place: WordsPlace;
}

/** Texts with their places; those that come first choose first. */
export function placeTexts(texts: readonly ChartText[], drawn: Drawn): PlacedText[] {
  const quarters = drawn.lines[0].length;
  const all = texts.map(({ t, y, before = '', sum, after, area = false }) => ({
    x: (t + 0.5) / quarters,
    y,
    text: `${before} ${sum}${after}`.trim(),
    area,
  }));
  const places = placeWords(all, drawn);
  return texts.map((text, k) => ({ ...text, x: all[k].x, place: places[k] }));
}
