import { expect, it } from 'vitest';
import { chosenByKey, nearestMark } from '../../../src/components/left/choosing';

it('steps through the worlds with the keys of a slider, and stays among them', () => {
  expect(chosenByKey(49, 100, 'ArrowRight', false)).toBe(50);
  expect(chosenByKey(49, 100, 'ArrowDown', false)).toBe(48);
  expect(chosenByKey(49, 100, 'ArrowLeft', true)).toBe(39);
  expect(chosenByKey(95, 100, 'PageUp', false)).toBe(99);
  expect(chosenByKey(4, 100, 'PageDown', false)).toBe(0);
  expect(chosenByKey(4, 100, 'Home', false)).toBe(0);
  expect(chosenByKey(4, 100, 'End', false)).toBe(99);
  expect(chosenByKey(4, 100, 'Enter', false)).toBeUndefined();
});

it('finds the mark nearest to a finger', () => {
  const marks = [
    { at: 4, x: 10, y: 10 },
    { at: 7, x: 30, y: 10 },
    { at: 9, x: 30, y: 40 },
  ];
  expect(nearestMark(marks, 12, 90)).toBe(9);
  expect(nearestMark(marks, 21, 0)).toBe(7);
  expect(nearestMark([], 0, 0)).toBeUndefined();
});
