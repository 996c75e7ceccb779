import { expect, it } from 'vitest';
import { quarterAt, scrubbedByKey } from '../../src/components/scrubbing';

it.each([
  ['ArrowRight', 5, false, 6],
  ['ArrowUp', 31, false, 31],
  ['ArrowLeft', 0, false, 0],
  ['ArrowLeft', 9, true, 5],
  ['PageUp', 5, false, 9],
  ['PageDown', 2, false, 0],
  ['Home', 20, false, 0],
  ['End', 20, false, 31],
  ['a', 20, false, undefined],
])('%s at quarter %i (shift %s) goes to %s', (key, quarter, shift, to) => {
  expect(scrubbedByKey(quarter, 32, key, shift)).toBe(to);
});

it.each([
  [-0.2, 0],
  [0, 0],
  [0.5, 16],
  [0.999, 31],
  [1, 31],
  [1.4, 31],
])('%f of the width is quarter %i', (fraction, quarter) => {
  expect(quarterAt(fraction, 32)).toBe(quarter);
});
