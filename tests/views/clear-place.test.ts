import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearPlace, crosses } from '../../src/views/clear-place';

const quarters = 32;
const flat = (height: number) => Array.from({ length: quarters }, () => height);

describe('words in a chart', () => {
  it('meet a line that passes through them, and between two quarters too', () => {
    expect(crosses([flat(0.5)], 0.2, 0.6, 0.4, 0.6)).toBe(true);
    expect(crosses([flat(0.5)], 0.2, 0.6, 0.6, 0.7)).toBe(false);
    const falls = flat(0.9).map((height, t) => (t < 10 ? height : 0));
    expect(crosses([falls], 0.2, 0.5, 0.4, 0.5)).toBe(true);
    expect(crosses([falls], 0.5, 0.9, 0.4, 0.5)).toBe(false);
  });

  it('stand in the highest row that is clear, on the side that is', () => {
    expect(clearPlace(10, 0.9, quarters, [flat(0.9)])).toEqual({ row: 6, before: false });
    const falls = flat(0.9).map((height, t) => (t < 24 ? height : 0.05));
    expect(clearPlace(18, 0.9, quarters, [falls])).toEqual({ row: 6, before: true });
    const bothWays = flat(0.9).map((height, t) => (t > 12 && t < 18 ? height : 0));
    expect(clearPlace(15, 0.9, quarters, [bothWays])).toBeUndefined();
  });

  it('never meet a line where they have found a place', () => {
    const line = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: quarters, maxLength: quarters });
    fc.assert(
      fc.property(line, fc.nat(quarters - 1), (heights, t) => {
        const place = clearPlace(t, heights[t], quarters, [heights]);
        if (!place) return;
        const low = (0.35 + 1.25 * place.row) / 11;
        const at = (t + 0.5) / quarters;
        const [from, to] = place.before ? [at - 0.4, at] : [at, at + 0.4];
        expect(crosses([heights], from, to, low + 0.01, low + 0.1)).toBe(false);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(1);
      }),
    );
  });
});
