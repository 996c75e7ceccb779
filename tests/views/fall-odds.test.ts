import { describe, expect, it } from 'vitest';
import { fallOdds, fallOddsFinding, leftOut, middleWords } from '../../src/views/fall-odds';
import { spreadOf } from '../../src/views/future-bands';
import { lineNames, lineWords } from '../../src/views/future-bands-words';
import { lineKinds } from '../../src/world/panels';
import { shippedFile as cast, shippedNetwork } from '../../src/world/shipped';
import { findingsOf, leversOf, worlds } from './futures-of';
import { plan } from './shipped-runs';

const { quarters } = shippedNetwork;

describe('the odds of a fall', () => {
  it('are counted from the futures themselves', () => {
    const findings = findingsOf(worlds.stop);
    const odds = fallOdds(findings);
    expect(odds).toHaveLength(shippedNetwork.firms.length);
    for (const { firm, falls, middle } of odds) {
      const fell = [...findings.fellAt(firm)].filter((t) => t < quarters);
      expect(falls.share).toBeCloseTo(fell.length / findings.futures, 12);
      expect(middle === undefined).toBe(fell.length === 0);
      if (middle === undefined) continue;
      expect(fell.filter((t) => t <= middle).length).toBeGreaterThanOrEqual(fell.length / 2);
      expect(fell.filter((t) => t < middle).length).toBeLessThanOrEqual(fell.length / 2);
    }
    expect(odds[0].falls.share).toBeGreaterThan(0);
  });

  it('are said, the most likely first', () => {
    const odds = fallOdds(findingsOf(worlds.worst));
    expect(fallOddsFinding(odds, cast)).toMatch(
      /^OpenAI falls in all 100 futures(, \w+ in [\w ]+)* and \w+ in [\w ]+\.$/,
    );
    expect(middleWords(odds[0], cast)).toMatch(/^half the time by 20\d\d\u00a0Q\d$/);
    const some = fallOdds(findingsOf(worlds.stop))[0];
    expect(middleWords(some, cast)).toMatch(/^if it falls, half the time by/);
    const none = fallOdds(findingsOf(worlds.plan));
    expect(fallOddsFinding(none, cast)).toBe('In none of these futures does a firm fall.');
    expect(middleWords(none[0], cast)).toBe('');
  });

  it('say what the uncertainty cannot move in a world', () => {
    expect(leftOut(leversOf(worlds.stop), shippedNetwork)).toEqual([]);
    expect(leftOut(leversOf(worlds.plan), shippedNetwork)).toHaveLength(1);
    const noLabs = { ...shippedNetwork, firms: shippedNetwork.firms.filter(({ lab }) => !lab), rivals: [] };
    expect(leftOut(leversOf(worlds.plan), noLabs)).toHaveLength(3);
  });
});

describe('the lines of a firm', () => {
  it('each have words, and the quiet line of their own series beside them', () => {
    const firm = 5;
    for (const kind of lineKinds) {
      const spread = spreadOf(findingsOf(worlds.stop), plan, { series: `firm.${kind}`, column: firm });
      expect(spread.kind).toBe(kind);
      expect(spread.reference[7]).toBe(Math.max(0, plan.firm[kind][7 * shippedNetwork.firms.length + firm]));
      expect(lineWords(spread, cast)).toContain('Oracle');
      expect(lineNames[kind]).not.toBe('');
    }
  });
});
