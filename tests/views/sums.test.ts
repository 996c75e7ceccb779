import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { becomes, instalmentsOf } from '../../src/views/backlog-promises';
import { debtors } from '../../src/views/facts';
import { printed, roundedParts, sumDigits } from '../../src/views/sums';
import { printedParts, totalsSentence } from '../../src/views/total-rows';
import { totals } from '../../src/views/totals';
import { arbLevers } from '../arbitraries/world';
import { plan, runOf, runOfWorld } from './shipped-runs';

const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);
/** All amounts of a sentence, in billions. */
const amountsIn = (text: string) =>
  [...text.matchAll(/\$([\d,.]+)bn/g)].map(([, digits]) => Number(digits.replaceAll(',', '')));

describe('a sum that is spelled out', () => {
  it('adds up as printed, and no part is off by a unit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 900, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 2 }),
        (parts, digits) => {
          const unit = 10 ** -digits;
          const rounded = roundedParts(parts, sum(parts), digits);
          expect(Math.round(sum(rounded) / unit)).toBe(Math.round(sum(parts) / unit));
          rounded.forEach((part, k) => {
            expect(Math.abs(part - parts[k])).toBeLessThan(unit * (1 + 1e-9));
          });
        },
      ),
    );
  });

  it('gives what is missing to those that lost most by rounding', () => {
    expect(roundedParts([171.3, 154.6, 101.5], 427.4, 0)).toEqual([171, 155, 101]);
    expect(roundedParts([171.3, 154.6, 101.6], 427.5, 0)).toEqual([171, 155, 102]);
    expect(roundedParts([0.25, 0.25], 0.5, 1)).toEqual([0.3, 0.2]);
  });

  it('has each part as it is rounded alone, wherever its decimals are enough for that', () => {
    const alone = printed([292.2172, 1.3418, 36.441], 330);
    expect([...alone.parts, alone.whole].map(alone.say)).toEqual(['$292.2bn', '$1.4bn', '$36.4bn', '$330bn']);
    // The hundredths of a large sum would say more than is known; a small one has them.
    expect(sumDigits([171.3895, 155.4705, 101.1603], 428.0203)).toBe(1);
    expect(sumDigits([42.47, 18.46], 60.93)).toBe(2);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 900, noNaN: true }), { minLength: 1, maxLength: 5 }), (parts) => {
        const sum = printed(parts);
        const each = parts.map((part) => Number(part.toFixed(sum.digits)));
        if (Math.abs(each.reduce((all, part) => all + part, 0) - sum.whole) < 1e-9)
          for (const [k, part] of sum.parts.entries()) expect(part).toBeCloseTo(each[k], 9);
        else expect(sum.digits).toBe(sum.whole < 99.5 ? 2 : 1);
      }),
    );
  });

  it('has decimals where whole numbers would not add up, or a part would be nothing', () => {
    expect(sumDigits([565.3, 17, 428.2, 1.8, 35.7], 1048)).toBe(0);
    expect(sumDigits([171.4, 154.6, 101.4], 427.4)).toBe(0);
    expect(sumDigits([171.4, 154.6, 101.5], 427.5)).toBe(0);
    expect(sumDigits([171.4, 154.6, 101.4, 0.3], 427.7)).toBe(1);
    expect(sumDigits([155.4, 8.3], 163.7)).toBe(1);
    expect(sumDigits([3.4, 2.2], 5.6)).toBe(1);
    expect(sumDigits([565, 0.06], 565.06)).toBe(1);
    const { parts, whole, say } = printed([55.44, 8.33]);
    // Each rounded alone, with one decimal, comes to 63.7 of 63.8.
    expect([...parts, whole].map(say)).toEqual(['$55.44bn', '$8.33bn', '$63.77bn']);
  });
});

describe('the account of the promises', () => {
  /** The amounts of both chapters, against what was promised. */
  function addsUp(run: typeof plan): void {
    const account = totals(run);
    const { parts, whole } = printedParts(account);
    expect(sum(parts)).toBeCloseTo(whole, 9);
    expect(Math.abs(whole - account.promised)).toBeLessThan(0.51);
    const [promised, ...told] = amountsIn(totalsSentence(account).split(/\. (?=[A-Z])/)[0]);
    expect(sum(told)).toBeCloseTo(promised, 6);
    for (const i of debtors(run)) {
      const payer = instalmentsOf(run, i);
      const [outer, inner] = [becomes(payer).replace(/ \([^)]*\)/, ''), becomes(payer).match(/gone \(([^)]*)\)/)?.[1]];
      expect(Math.abs(sum(amountsIn(outer)) - payer.promised)).toBeLessThan(0.51);
      if (inner) expect(sum(amountsIn(inner))).toBeCloseTo(amountsIn(becomes(payer))[1], 6);
    }
  }

  it('adds up as it is told, in any world', () => {
    addsUp(plan);
    fc.assert(
      fc.property(arbLevers(), (levers) => addsUp(runOf(levers))),
      { numRuns: 60 },
    );
  });

  it('has the late bills that are settled after a failure', () => {
    const run = runOfWorld('the-music-stops');
    expect(totals(run).recovered).toBeGreaterThan(1);
    expect(totalsSentence(totals(run))).toContain('$2bn of late bills is settled after a failure');
    expect(
      debtors(run)
        .map((i) => becomes(instalmentsOf(run, i)))
        .join(),
    ).toContain('of late bills settled');
  });
});
