import { describe, expect, it } from 'vitest';
import figures from '../../content/figures.json' with { type: 'json' };
import { basisParts } from '../../src/views/basis-words';
import { dateWords } from '../../src/views/date-words';
import { exactWords, figureName, figureWords, rangeWords, sourced } from '../../src/views/figure-words';
import { shippedGiven, shippedGivens } from '../../src/views/shipped-given';
import { alike, shippedFigure, shippedTopics } from '../../src/views/source-list';
import { curly } from '../../src/views/words';
import { shippedFile } from '../../src/world/shipped';

describe('the list of sources', () => {
  it('has every figure once, under its topic', () => {
    const listed = shippedTopics.flatMap(({ figures }) => figures.map(({ id }) => id));
    expect(listed.toSorted()).toEqual(figures.map(({ id }) => id).toSorted());
    expect(new Set(shippedTopics.map(({ id }) => id)).size).toBe(shippedTopics.length);
    for (const { title } of shippedTopics) expect(title).toMatch(/^[A-Z]/);
  });

  it('has every number of the network once, each with words', () => {
    const names = shippedGivens.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const perFirm = Object.values(shippedFile.firms[0]).filter((value) => typeof value === 'object').length;
    const { firms, contracts, supply, vendors, rivals, substitution } = shippedFile;
    const links = [contracts, supply, vendors, rivals, substitution].reduce((sum, list) => sum + list.length, 0);
    expect(names).toHaveLength(2 + perFirm * firms.length + links);
    for (const { words, label, of } of shippedGivens) expect(`${of}: ${label}, ${words}`).not.toMatch(/undefined|NaN/);
  });

  it('loses none of them where alike ones are put together', () => {
    const groups = alike(shippedGivens);
    expect(groups.flatMap(({ all }) => all)).toHaveLength(shippedGivens.length);
    expect(groups.length).toBeLessThan(shippedGivens.length);
    for (const { first, all } of groups) {
      for (const { words, source } of all) {
        expect([words, source.basis.text]).toEqual([first.words, first.source.basis.text]);
      }
    }
  });

  it('has no anchor twice', () => {
    const anchors = [...figures.map(({ id }) => id), ...shippedGivens.map(({ name }) => name)];
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it('rounds nothing of the network', () => {
    expect(shippedGiven('microsoft.cash').words).toBe('$89.5bn');
    expect(() => shippedGiven('microsoft.charm')).toThrow('microsoft.charm');
  });
});

describe('a basis in pieces', () => {
  it('says what the file says, and every figure in it is a link', () => {
    for (const { source } of shippedGivens) {
      const parts = basisParts(source.basis);
      const linked = parts.flatMap(({ figure }) => figure ?? []);
      expect(new Set(linked)).toEqual(new Set(source.basis.figures));
      for (const id of linked) expect(shippedFigure(id).id).toBe(id);
      const shorthand = /(^| )-\w|^same fit/.test(source.basis.text);
      const said = parts.map(({ text }) => text).join('');
      if (!shorthand) expect(said.toLowerCase()).toBe(source.basis.text.replace(/^assumption: /, '').toLowerCase());
    }
  });
});

describe('figures in words', () => {
  it('have a name that no other has, and no id in it or in what is said of them', () => {
    const names = figures.map(figureName);
    expect(new Set(names).size).toBe(names.length);
    expect(figureName(shippedFigure('openai-burn-2026q1'))).toBe('OpenAI: Cash burn, quarter (2026 Q1)');
    const ids = new Set(figures.map(({ id }) => id).filter((id) => id.includes('-')));
    for (const { note, quantity, subject } of figures) {
      const said = `${subject} ${quantity} ${note}`;
      for (const [token] of said.matchAll(/[a-z0-9]+(-[a-z0-9]+)+/g)) expect(ids, said).not.toContain(token);
    }
  });

  it('are never undefined, and a range lies around its value', () => {
    for (const { id, value, unit, low, high, as_of, source_date } of figures as readonly {
      id: string;
      value: number;
      unit: string;
      low?: number;
      high?: number;
      as_of: string;
      source_date: string;
    }[]) {
      expect(figureWords(sourced(id))).toBe(figureWords({ value, unit }));
      expect(`${figureWords({ value, unit })} ${rangeWords({ unit, low, high })}`).not.toMatch(/NaN|e[+-]\d/);
      expect(`${dateWords(as_of)}; ${dateWords(source_date)}`).not.toMatch(/\d{4}-\d/);
    }
  });

  it.each([
    ['2026-05-31', '31 May 2026'],
    ['2026-05', 'May 2026'],
    ['2026-Q1', '2026 Q1'],
    ['2026-H1', 'first half of 2026'],
    ['1999-2000', '1999 to 2000'],
    ['CY2026', 'calendar 2026'],
    ['FY2026 (to 2026-01-25)', 'fiscal 2026 (to 25 January 2026)'],
    ['2026-03-31 to 2026-05-31', '31 March 2026 to 31 May 2026'],
    ['undated (c. 2026-05)', 'undated, about May 2026'],
  ])('%s is %s', (text, words) => {
    expect(dateWords(text)).toBe(words);
  });

  it('are exact where they are listed', () => {
    expect([exactWords(sourced('microsoft-cash')), figureWords(sourced('microsoft-cash'))]).toEqual([
      '$89.5bn',
      '$90bn',
    ]);
    expect(exactWords({ value: 0.478, unit: 'fraction' })).toBe('47.8%');
    expect(curly(`"Don't," it's 'over 460' ('no')`)).toBe('“Don’t,” it’s ‘over 460’ (‘no’)');
  });

  it.each([
    [0.49, 'fraction', '49%'],
    [0.026, 'fraction', '2.6%'],
    [-0.6, 'fraction', '−60%'],
    [1, 'flag', 'yes'],
    [2.35, 'USD per GPU-hour', '$2.35 an hour'],
    [325000, 'count', '325,000'],
  ])('%d (%s) is %s', (value, unit, words) => {
    expect(figureWords({ value, unit })).toBe(words);
  });
});
