import { expect, it } from 'vitest';
import { chosenByKey } from '../../../src/components/left/choosing';

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
