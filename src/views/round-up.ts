/** The next of 1, 2, 5, 10, 20 ... so that the scale stays where it is while a dial turns a little. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 1.5, 2, 3, 5, 7.5].find((step) => step * power >= value) ?? 10);
}
