import { expect, it } from 'vitest';
import { amount, dollars, dollarsAloud, dollarsUp, shown } from '../../src/views/money';

it.each([
  [0, '0'],
  [-0.001, '0'],
  [0.254, '0.25'],
  [0.996, '1'],
  [3.44, '3.4'],
  [9.96, '10'],
  [427.6, '428'],
  [1048, '1,048'],
  [2_091_000, '2,091,000'],
  [-12.4, '−12'],
])('%s billion is %s', (billions, text) => {
  expect(amount(billions)).toBe(text);
});

it('says dollars', () => {
  expect(dollars(1048.2)).toBe('$1,048bn');
  expect(dollars(-3)).toBe('−$3bn');
  expect(dollarsAloud(-3.5)).toBe('minus 3.5 billion dollars');
});

it('rounds what is just enough up', () => {
  expect([51.02, 51, 9.91, 0.301, 1048.2].map((billions) => dollarsUp(billions))).toEqual([
    '$52bn',
    '$51bn',
    '$10bn',
    '$0.31bn',
    '$1,049bn',
  ]);
});

it.each([-1234.4, -0.254, 0, 9.96, 113.6])('reads %s as it is shown', (billions) => {
  expect(amount(shown(billions))).toBe(amount(billions));
});
