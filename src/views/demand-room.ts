/** A line of the drawing of demand, by quarter: places counted from the top, as parts of its height. */
export type Edge = readonly number[];

/** How high words are, as a part of a low drawing, and how wide a letter is, as a part of a narrow one and of a wide one. */
export const row = 0.081;
export const letter = { narrow: 0.031, wide: 0.0142 } as const;
/** Between a line and the words above it. */
export const gap = 0.03;
/** The margin beside a narrow drawing, as a part of it. */
export const margin = 0.4;

/** The highest place of a line between two parts of its width. */
export function highest(line: Edge, from: number, to: number): number {
  const end = line.length - 1;
  const at = (x: number) => {
    const t = Math.max(0, Math.min(end - 1, Math.floor(x)));
    return line[t] + (x - t) * (line[t + 1] - line[t]);
  };
  const [a, b] = [Math.max(0, from) * end, Math.min(1, to) * end];
  return Math.min(at(a), at(b), ...line.slice(Math.ceil(a), Math.floor(b) + 1));
}

export function lowest(line: Edge, from: number, to: number): number {
  return -highest(
    line.map((y) => -y),
    from,
    to,
  );
}
