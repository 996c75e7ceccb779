import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reckon } from '../../src/views/music-stops';
import { pushedWords, receiptFinding } from '../../src/views/receipt-words';
import { arbLevers } from '../arbitraries/world';
import { cast, runOf, runOfWorld, wild } from './shipped-runs';

describe('what the chapter says of a world', () => {
  it('is either a receipt for each fall, or one for all who paid', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => {
        const { receipts, paid, gap, lost, badDebt } = reckon(runOf(levers));
        expect(paid === undefined).toBe(receipts.length > 0);
        expect(badDebt).toBeLessThanOrEqual(lost + 1e-6);
        if (gap !== undefined) expect(gap).toBeGreaterThanOrEqual(0);
        if (paid) expect(paid.late).toBeLessThanOrEqual(cast.quarters);
      }),
      { numRuns: 60 },
    );
  });

  it('counts from the first thin quarter to the first fall', () => {
    expect(reckon(runOfWorld('the-music-stops')).gap).toBe(9);
    expect(reckon(runOfWorld('the-plan-holds')).gap).toBeUndefined();
  });

  it('knows of no gap where somebody falls before the money thins', () => {
    const early = reckon(runOf({ growth: 0, stop: 31, supply: 0, vendorShare: 0 }));
    expect(early.receipts.length).toBeGreaterThan(0);
    expect(early.gap).toBeUndefined();
  });

  it('adds up what was paid where nobody falls', () => {
    const run = runOfWorld('soft-landing');
    const { paid } = reckon(run);
    expect(paid?.paid).toBeCloseTo(
      run.firm.cleared.reduce((sum, x) => sum + x, 0),
      6,
    );
    expect(paid?.late).toBe(0);
    expect(paid?.cut).toBeGreaterThan(1);
  });
});

describe('the finding of the receipt', () => {
  const of = (run: ReturnType<typeof runOf>) => receiptFinding(reckon(run).receipts, cast);

  it('sets what was short beside what ends', () => {
    expect(of(runOfWorld('the-music-stops'))).toBe(
      'OpenAI fails $6bn short of what is due, and $428bn will not come any more.',
    );
    expect(of(runOfWorld('the-backstop'))).toMatch(/^Nobody falls/);
    expect(of(runOf(wild))).toMatch(/ firms fall in all\. Lenders lose \$\d+bn\.$/);
  });
});

describe('whom a fall pushed', () => {
  it('is said in a sentence, nobody too', () => {
    expect(pushedWords([], cast)).toBe('Nobody else missed a payment for want of it.');
    expect(pushedWords([0, 5], cast)).toBe('OpenAI and Oracle missed payments, in part for want of it.');
  });
});
