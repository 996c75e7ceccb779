import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/world/link';
import { questionIn, readQuestion } from '../../src/world/question-link';
import { shippedFile } from '../../src/world/shipped';
import { arbLevers } from '../arbitraries/world';

describe('a link that asks about a world', () => {
  it('brings it to the bit, in the fragment', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => {
        const fragment = questionIn(levers, shippedFile);
        expect(new URL(fragment, 'https://example.org/essay/').search).toBe('');
        const read = readQuestion(new URL(fragment, 'https://example.org/essay/').hash, shippedFile);
        expect(read).toEqual({ levers: canonical(levers, shippedFile), given: true, refused: [] });
      }),
    );
  });

  it('is none where the fragment is a place of the essay', () => {
    for (const place of ['', '#', '#guess-title', '#ask', '#asking?v=1']) {
      expect(readQuestion(place, shippedFile)).toBeUndefined();
    }
  });

  it('asks about no world where none can be read, and says what could not', () => {
    expect(readQuestion('#ask?severity=much', shippedFile)).toMatchObject({
      given: false,
      refused: [{ field: 'severity', message: 'severity is left out: "much" is not a number.' }],
    });
    expect(readQuestion('#ask?v=1&severity=much&growth=0.5', shippedFile)).toMatchObject({
      given: true,
      levers: { growth: 0.5 },
      refused: [{ field: 'severity' }],
    });
  });

  it('is read whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => readQuestion(`#ask?${text}`, shippedFile)).not.toThrow();
      }),
    );
  });
});
