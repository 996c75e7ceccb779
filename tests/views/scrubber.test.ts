import { expect, it } from 'vitest';
import { marksOf, placeOf, profileOf, yearTicks } from '../../src/views/scrubber';
import { capital, counted, listed, numberWord, possessive } from '../../src/views/words';
import { shippedFile } from '../../src/world/shipped';
import { absolute } from './absolute';
import { opening, runOf } from './ring-runs';

it('ticks the years that begin within the run', () => {
  const ticks = yearTicks(shippedFile);
  expect(ticks.map(({ label }) => label)).toEqual(['2027', '2028', '2029', '2030', '2031', '2032', '2033', '2034']);
  expect(ticks[0].at).toBeCloseTo(2 / 31, 9);
});

it('marks falls, those of one quarter on each other', async () => {
  const marks = marksOf(await runOf(opening));
  expect(marks).toEqual([{ firm: 0, kind: 'failed', t: 13, key: 'failed-0', at: placeOf(13, 32), above: 0 }]);
  const both = marksOf(await runOf({ supply: 0, vendorShare: 0, growth: 0 }));
  both.forEach(({ t, above }, k) => {
    expect(above).toBe(both.slice(0, k).filter((mark) => mark.t === t).length);
  });
});

it('draws the money on offer within its box', async () => {
  const { area, line } = profileOf(await runOf({ supply: 2 }), await runOf());
  expect(absolute(area)).toMatch(/^M0 400L0 0L.*L31 400Z$/);
  expect(absolute(line)).toMatch(/^M0 200L/);
});

it('has words', () => {
  expect([0, 1, 12, 13].map(numberWord)).toEqual(['no', 'one', 'twelve', '13']);
  expect([counted(1, 'month'), counted(3, 'month'), counted(2, 'firm has', 'firms have')]).toEqual([
    'one month',
    'three months',
    'two firms have',
  ]);
  expect([listed([]), listed(['A']), listed(['A', 'B', 'C'])]).toEqual(['', 'A', 'A, B and C']);
  expect([possessive('OpenAI'), possessive('Investors'), capital('two')]).toEqual(['OpenAI’s', 'Investors’', 'Two']);
});
