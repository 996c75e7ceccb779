import { rangeOf } from './crossing';

/** A line of the drawing of demand, by quarter: places counted from the top, as parts of its height. */
export type Edge = readonly number[];

/** How high words are, as a part of a low drawing, and how wide a letter is, as a part of a narrow one and of a wide one. */
export const row = 0.081;
export const letter = { narrow: 0.031, wide: 0.0142 } as const;
/** Between a line and the words above it. */
export const gap = 0.03;
/** The margin beside a narrow drawing, as a part of it. */
export const margin = 0.4;

/** The highest place of a line between two parts of its width, and the lowest. */
export function highest(line: Edge, from: number, to: number): number {
  const end = line.length - 1;
  return rangeOf(line, from * end, to * end)[0];
}

export function lowest(line: Edge, from: number, to: number): number {
  const end = line.length - 1;
  return rangeOf(line, from * end, to * end)[1];
}
