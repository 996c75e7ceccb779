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
