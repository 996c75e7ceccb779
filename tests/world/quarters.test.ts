import { describe, expect, it } from 'vitest';
import { displayQuarter, inRun, isQuarterLabel, parseQuarter, quarterLabel, stopLabel } from '../../src/world/quarters';

const calendar = { start: '2026Q3', quarters: 32 };

describe('quarters', () => {
  it.each([
    [0, '2026Q3'],
    [1, '2026Q4'],
    [2, '2027Q1'],
    [4, '2027Q3'],
    [31, '2034Q2'],
    [-3, '2025Q4'],
  ])('names quarter %i of a run from 2026Q3 %s, and back', (t, label) => {
    expect(quarterLabel(t, '2026Q3')).toBe(label);
    expect(parseQuarter(label, '2026Q3')).toBe(t);
  });

  it('has a form for the eye', () => {
    expect(displayQuarter(4, '2026Q3')).toBe('2027\u00a0Q3');
  });

  it.each(['2027q3', ' 2027\u00a0Q3 ', '2027-Q3', '2027 q3'])('reads "%s" as people write it', (text) => {
    expect(parseQuarter(text, '2026Q3')).toBe(4);
  });

  it.each(['', '2027', '2027Q5', '2027Q0', 'Q3 2027', '27Q3', '2027Q3x', '2027  Q3', 'never'])(
    'does not read "%s"',
    (text) => {
      expect(parseQuarter(text, '2026Q3')).toBeUndefined();
    },
  );

  it('takes only the strict form in files', () => {
    expect(isQuarterLabel('2026Q3')).toBe(true);
    for (const text of ['2026q3', '2026\u00a0Q3', '2026Q5', '']) expect(isQuarterLabel(text)).toBe(false);
  });

  it('cannot count from a start that is no quarter', () => {
    expect(() => quarterLabel(0, 'soon')).toThrow(RangeError);
    expect(parseQuarter('2027Q3', 'soon')).toBeUndefined();
  });

  it('knows which quarters a run has', () => {
    expect([-1, 0, 31, 32, 1.5].map((t) => inRun(t, calendar))).toEqual([false, true, true, false, false]);
  });

  it('calls a stop beyond the run never', () => {
    expect(stopLabel(31, calendar)).toBe('2034Q2');
    expect(stopLabel(32, calendar)).toBe('never');
    expect(stopLabel(20, { start: '2026Q3', quarters: 20 })).toBe('never');
  });
});
