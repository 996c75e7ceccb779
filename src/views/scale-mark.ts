/** A round sum that a drawing of this height is marked with, so that its scale can be read: one, two or five of some power of ten. */
export function scaleMark(top: number): number {
  const most = 0.7 * top;
  const power = 10 ** Math.floor(Math.log10(most));
  return power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1);
}
