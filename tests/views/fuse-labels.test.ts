import { expect, it } from 'vitest';
import { scalePlace } from '../../src/views/fuse-labels';

const quarters = 32;
const line = (length: number, height: (t: number) => number) => Array.from({ length }, (_, t) => height(t));

it('writes the amount of the scale where no line of the lab runs through it', () => {
  const place = (of: readonly number[]) => scalePlace([of], 20, 50, quarters);
  expect(place(line(quarters, () => 5))).toBe('left');
  expect(place(line(quarters, (t) => (t < 8 ? 21 : 5)))).toBe('right');
  expect(place(line(quarters, () => 21))).toBe('left');
  // A lab that ends early has its words where the right end would be.
  expect(place(line(7, (t) => 18 + t))).toBe('beside');
  expect(place(line(7, () => 5))).toBe('beside');
});
