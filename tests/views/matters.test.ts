import { describe, expect, it } from 'vitest';
import { whoMatters } from '../../src/engine';
import { matterBars, mattersOf } from '../../src/views/matters';
import {
  mattersFinding,
  mattersWords,
  othersWords,
  promisesShort,
  rankShort,
  rankWords,
} from '../../src/views/matters-words';
import { shippedFile } from '../../src/world/shipped';
import { batch, leversOf, worlds } from './futures-of';

const base = {
  firm: 0,
  alreadyFell: false,
  promises: 0,
  unbuilt: 0,
  fallen: [],
  spared: [],
  delayed: [],
  hastened: [],
  debtRank: 0,
};

describe('who matters', () => {
  it('names each firm once, the costliest failure first', () => {
    for (const query of Object.values(worlds)) {
      const { firms, firstByRank } = mattersOf(batch, leversOf(query));
      expect([...firms].map(({ firm }) => firm).sort((a, b) => a - b)).toEqual(shippedFile.firms.map((_, i) => i));
      const costs = firms.map(({ promises }) => promises);
      expect(costs).toEqual([...costs].sort((a, b) => b - a));
      const top = Math.max(...firms.map(({ debtRank }) => debtRank));
      expect(firms.find(({ firm }) => firm === firstByRank)?.debtRank).toBe(top);
    }
  });

  it('counts promises once: ended, declined, and billed in vain', () => {
    const { firms } = whoMatters(batch, { levers: leversOf(worlds.stop) });
    for (const { firm, promises } of mattersOf(batch, leversOf(worlds.stop)).firms) {
      const { lost, cut, badDebt } = firms[firm].caused;
      expect(promises).toBe(lost + cut + badDebt);
    }
  });

  it('says why a failure costs less than nothing: somebody falls later for it, or not at all', () => {
    for (const { firm, promises, delayed, spared } of mattersOf(batch, leversOf(worlds.stop)).firms) {
      if (promises < -1) expect(delayed.length + spared.length, shippedFile.firms[firm].name).toBeGreaterThan(0);
      expect(delayed.filter((other) => spared.includes(other))).toEqual([]);
    }
    const amazon = mattersOf(batch, leversOf(worlds.stop)).firms.find(
      ({ firm }) => shippedFile.firms[firm].id === 'amazon',
    );
    expect(amazon?.delayed).toEqual([0]);
  });

  it('says it in a sentence, and of each firm what its failure does', () => {
    const find = (query: string) => mattersFinding(mattersOf(batch, leversOf(query)), shippedFile);
    expect(find(worlds.stop)).toContain('OpenAI’s would cost the others most');
    const words = (changes: Partial<Parameters<typeof mattersWords>[0]>) =>
      mattersWords({ ...base, ...changes }, shippedFile);
    expect(words({})).toBe('no promise more or less');
    expect(words({ promises: 28.4 })).toBe('$28bn more gone');
    expect(words({ promises: -106, spared: [0] })).toBe('$106bn less gone; OpenAI is spared');
    expect(words({ promises: 9, fallen: [0, 1] })).toBe('$9bn more gone; OpenAI and Anthropic fall with it');
    expect(words({ promises: -106, delayed: [0] })).toBe('$106bn less gone; OpenAI falls later');
    expect(words({ promises: 28.4, hastened: [0, 1] })).toBe('$28bn more gone; OpenAI and Anthropic fall sooner');
    expect(words({ alreadyFell: true })).toBe('has fallen before');
    expect(rankWords(0.0482)).toBe('4.8%');
    expect(rankWords(0.0001)).toBe('under 0.1%');
    expect(rankWords(0)).toBe('0%');
  });

  it('says it short beside a bar, with a dash for nothing', () => {
    const short = (promises: number) => promisesShort({ ...base, promises });
    expect([28.4, -106, 0, 0.01].map(short)).toEqual(['$28bn', '−$106bn', '–', '–']);
    expect(promisesShort({ ...base, promises: 5, alreadyFell: true })).toBe('–');
    expect(rankShort(base)).toBe('–');
    expect(rankShort({ ...base, debtRank: 0.0482 })).toBe('4.8%');
    expect(othersWords({ ...base, promises: 9, delayed: [0] }, shippedFile)).toBe('OpenAI falls later');
    expect(othersWords(base, shippedFile)).toBe('');
  });

  it('has a bar for each from one axis, right of it for more and left of it for fewer', () => {
    for (const query of Object.values(worlds)) {
      const matters = mattersOf(batch, leversOf(query));
      const bars = matterBars(matters);
      for (const one of matters.firms) {
        const { from, wide, hollow, end } = bars.of(one);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(from + wide).toBeLessThanOrEqual(100.01);
        expect(end).toBeGreaterThanOrEqual(bars.axis);
        if (hollow) expect(one.promises).toBeLessThan(0);
        expect(one.promises > 0 ? from : from + wide).toBeCloseTo(bars.axis, 1);
      }
    }
    const most = { ...base, promises: 100 };
    const sliver = { ...base, promises: -0.5 };
    const { of } = matterBars({ quarter: 0, firms: [most, sliver], firstByRank: undefined });
    expect(of(sliver).hollow).toBe(false);
  });
});
