import { expect, it } from 'vitest';
import { isArrival } from '../../src/world/arrival';

it.each([
  ['navigate', true],
  ['prerender', true],
  ['reload', false],
  ['back_forward', false],
])('who comes by %s arrives: %s', (way, arrives) => {
  expect(isArrival(way)).toBe(arrives);
});

it('takes who comes in a way that is not said for one who arrives', () => {
  expect(isArrival(undefined)).toBe(true);
});
