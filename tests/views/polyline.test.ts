import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areaBetween, type Point, polyline } from '../../src/views/polyline';
import { absolute } from './absolute';

const hundredth = fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 100);
const points = fc.array(fc.tuple(hundredth, hundredth), { minLength: 1, maxLength: 40 });
const written = (all: readonly Point[]) => all.map(([x, y]) => `${x + 0} ${y + 0}`).join('L');

it('says each point by its way from the one before', () => {
  expect(
    polyline([
      [1, -36],
      [3, -39],
      [5, -39],
      [4, 10.5],
      [4.25, 10],
    ]),
  ).toBe('M1-36l2-3 2 0-1 49.5 .25-.5');
  expect(polyline([[0.5, -0.5]])).toBe('M.5-.5');
  expect(polyline([])).toBe('');
});

it('comes to the same points, however many', () => {
  fc.assert(
    fc.property(points, (all) => {
      expect(absolute(polyline(all))).toBe(`M${written(all)}`);
    }),
  );
});

it('closes the area between two lines that run the same way', () => {
  fc.assert(
    fc.property(points, points, (upper, lower) => {
      expect(absolute(areaBetween(upper, lower))).toBe(`M${written([...upper, ...[...lower].reverse()])}Z`);
    }),
  );
});
