/** Lines of a chart by quarter, drawn through the middles of the quarters: parts of its height, from the bottom. No number where a line is not drawn. */
export type Lines = readonly (readonly number[])[];

/** Does a line pass through a box? `from` and `to` are parts of the width, `low` and `top` of the height. */
export function crosses(line: readonly number[], from: number, to: number, low: number, top: number): boolean {
  const last = line.length - 1;
  const [a, b] = [from, to].map((x) => Math.max(0, Math.min(last, x * line.length - 0.5)));
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
  return least < top && most > low;
}
