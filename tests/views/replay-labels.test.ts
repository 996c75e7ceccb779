import { expect, it } from 'vitest';
import type { ReplayedLab } from '../../src/views/replay';
import { fallLabels } from '../../src/views/replay-labels';

const quarters = 32;
const labels = (...fell: (number | undefined)[]) =>
  fallLabels(
    fell.map((fellAt, firm) => ({ firm, fellAt }) as ReplayedLab),
    quarters,
  ).map(({ firm, left, row, reaches }) => ({ firm, left, row, reaches }));

it('gives who fails a row of their own, so that no words run into others and no line runs through them', () => {
  expect(labels(undefined, undefined)).toEqual([]);
  expect(labels(4, undefined)).toEqual([{ firm: 0, left: false, row: 0, reaches: true }]);
  // Words that stand on the right: the line of the later fall stays under those of the earlier.
  expect(labels(6, 5)).toEqual([
    { firm: 1, left: false, row: 1, reaches: true },
    { firm: 0, left: false, row: 0, reaches: true },
  ]);
  expect(labels(26, 28)).toEqual([
    { firm: 0, left: true, row: 0, reaches: true },
    { firm: 1, left: true, row: 1, reaches: true },
  ]);
  expect(labels(5, 28)).toEqual([
    { firm: 0, left: false, row: 1, reaches: false },
    { firm: 1, left: true, row: 0, reaches: true },
  ]);
});
