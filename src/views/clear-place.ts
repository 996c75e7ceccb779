/** Lines of a chart by quarter, as parts of its height, 0..1. */
export type Lines = readonly (readonly number[])[];

/** Does a line pass through a box? `from` and `to` are parts of the width, `low` and `high` of the height. */
export function crosses(lines: Lines, from: number, to: number, low: number, high: number): boolean {
  return lines.some((line) => {
    const at = (k: number) => line[Math.max(0, Math.min(line.length - 1, k))];
    // A line is drawn through the middles of the quarters: what it does between two of them counts where one is in the box.
    return line.some((_, t) => {
      if ((t + 1.5) / line.length < from || (t - 0.5) / line.length > to) return false;
      const near = [at(t - 1), at(t), at(t + 1)].filter(Number.isFinite);
      return near.length > 0 && Math.min(...near) < high && Math.max(...near) > low;
    });
  });
}

/** Where words about a point of a line stand: in which row above the baseline, and on which side of the hairline that leads up to the point. */
export interface Place {
  readonly row: number;
  readonly before: boolean;
}

/** Words are taken to be so wide, as a part of a narrow chart. */
const wide = 0.44;
/** Heights of a row, and of what is under the first, as parts of the height of the chart: 1.25 and 0.35 of 11 rem. */
const rowHigh = 1.25 / 11;
const under = 0.35 / 11;

/**
 * A place under the point of quarter t where the words meet no line: in the highest row that has one. Undefined if there is none. Rows under `least` are for others.
 */
export function clearPlace(t: number, height: number, quarters: number, lines: Lines, least = 0): Place | undefined {
  const at = (t + 0.5) / quarters;
  const sides = [false, true].filter((before) => (before ? at >= wide : 1 - at >= wide));
  for (let row = Math.floor((height - under) / rowHigh) - 1; row >= least; row--) {
    const low = under + row * rowHigh;
    for (const before of sides) {
      const [from, to] = before ? [at - wide, at] : [at, at + wide];
      if (!crosses(lines, from, to, low, low + rowHigh)) return { row, before };
    }
  }
  return undefined;
}
