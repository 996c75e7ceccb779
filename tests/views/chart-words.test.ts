import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { high, letter, placeWords, type Words, type WordsPlace } from '../../src/views/chart-words';
import { crosses } from '../../src/views/crossing';

const flat = (height: number) => Array.from({ length: 32 }, () => height);
const boxOf = ({ text }: Words, { x, foot, before }: WordsPlace) => {
  const long = letter * text.length;
  return { from: before ? x - long : x, to: before ? x : x + long, low: foot, top: foot + high };
};
const words = (x: number, y: number, text = '$60bn 2030 Q1', area = false): Words => ({ x, y, text, area });

describe('words in a chart', () => {
  it('stand right over their point, where there is room', () => {
    const [place] = placeWords([words(0.2, 0.5)], { lines: [flat(0.5)] });
    expect(place).toMatchObject({ x: 0.2, before: false, lead: undefined });
    expect(place.foot).toBeGreaterThan(0.5);
    expect(place.foot).toBeLessThan(0.56);
  });

  it('stand under it where there is none, and before it at the end', () => {
    const [place] = placeWords([words(0.98, 0.97)], { lines: [flat(0.97)] });
    expect(place.before).toBe(true);
    expect(place.foot + high).toBeLessThan(0.97);
  });

  it('are led to their point from where they had to go', () => {
    const rising = flat(0).map((_, t) => t / 31);
    const [place] = placeWords([words(0.1, 0.1)], { lines: [rising, flat(0.15)] });
    expect(place.lead).toBeDefined();
    const [inside] = placeWords([words(0.1, 0.1, 'let again', true)], { lines: [rising, flat(0.15)] });
    expect(inside.lead).toBeUndefined();
  });

  it('let quiet lines run behind them before others', () => {
    const quiet = Array.from({ length: 12 }, (_, k) => flat(k / 12));
    const [place] = placeWords([words(0.2, 0.5)], { lines: [flat(0.5)], quiet });
    const { from, to, low, top } = boxOf(words(0.2, 0.5), place);
    expect(crosses(flat(0.5), from, to, low, top)).toBe(false);
  });

  it('keep within the chart and off one another, whatever is drawn', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const line = fc.array(share, { minLength: 32, maxLength: 32 });
    const some = fc.array(fc.record({ x: share, y: share, text: fc.constantFrom('$1bn', '$60bn 2030 Q1, 19% less') }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 3 }), some, (lines, all) => {
        const boxes = placeWords(all, { lines }).map((place, k) => boxOf(all[k], place));
        boxes.forEach((box, k) => {
          expect(box.from > -1e-6 && box.to < 1 + 1e-6 && box.low > -1e-6 && box.top < 1 + 1e-6).toBe(true);
          for (const other of boxes.slice(0, k)) {
            expect(
              box.from >= other.to ||
                other.from >= box.to ||
                box.low >= other.top - 1e-9 ||
                other.low >= box.top - 1e-9,
            ).toBe(true);
          }
        });
      }),
      { numRuns: 300 },
    );
  });
});
