import type { PlacedText } from '../../src/views/chart-texts';
import { high, letter } from '../../src/views/chart-words';

/** The boxes that the words of a narrow chart take. */
export function boxesOf(words: readonly PlacedText[]) {
  return words.map(({ before = '', sum, after, place: { x, foot, before: isBefore } }) => {
    const long = letter * `${before} ${sum}${after}`.trim().length;
    return { from: isBefore ? x - long : x, to: isBefore ? x : x + long, low: foot, top: foot + high };
  });
}

/** How many of them lie on one another, or leave the chart. */
export function faultsOf(words: readonly PlacedText[]): number {
  const boxes = boxesOf(words);
  const out = boxes.filter(({ from, to, low, top }) => from < -1e-9 || to > 1 + 1e-9 || low < -1e-9 || top > 1 + 1e-9);
  const met = boxes.filter((box, k) =>
    boxes
      .slice(0, k)
      .some((other) => box.from < other.to && other.from < box.to && box.low < other.top && other.low < box.top),
  );
  return out.length + met.length;
}
