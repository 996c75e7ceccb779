/** Lines of a chart by quarter, drawn through the middles of the quarters: parts of its height, from the bottom. No number where a line is not drawn. */
export type Lines = readonly (readonly number[])[];

/** The least and the most that a line comes to between two places, counted in its numbers from 0; it is straight between two of them. The ends of the line hold beyond it. */
export function rangeOf(line: readonly number[], from: number, to: number): readonly [least: number, most: number] {
  const last = line.length - 1;
  const [a, b] = [from, to].map((t) => Math.max(0, Math.min(last, t)));
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const see = (height: number) => {
    if (Number.isNaN(height)) return;
    least = Math.min(least, height);
    most = Math.max(most, height);
  };
  const at = (t: number) => {
    const k = Math.floor(t);
    return k === t ? line[k] : line[k] + (t - k) * (line[k + 1] - line[k]);
  };
  see(at(a));
  see(at(b));
  for (let t = Math.ceil(a); t <= b; t++) see(line[t]);
  return [least, most];
}

/** Does a line pass through a box? `from` and `to` are parts of the width, `low` and `top` of the height. */
export function crosses(line: readonly number[], from: number, to: number, low: number, top: number): boolean {
  const [least, most] = rangeOf(line, from * line.length - 0.5, to * line.length - 0.5);
  return least < top && most > low;
}
