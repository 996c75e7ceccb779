import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import figures from '../../content/figures.json' with { type: 'json' };
import { fieldGroups, networkFields, unitMark } from '../../src/views/network-fields';
import { freePair, freshLink, linkWords, networkLinks } from '../../src/views/network-links';
import { fieldText, readTyped, valueText } from '../../src/views/typed-number';
import { knownFigures } from '../../src/world/basis';
import { tryEdit } from '../../src/world/network-desk';
import { linkLists } from '../../src/world/network-edits';
import { networkSchema } from '../../src/world/network-schema';
import { shippedFile } from '../../src/world/shipped';

const { firms, contracts, supply, vendors, rivals, substitution } = networkSchema.entries;
const links = { contracts, supply, vendors, rivals, substitution };
const [firm] = firms.pipe;

describe('the words for fields', () => {
  it('cover the schema, each in a group, with what it is and what it does', () => {
    const identity = ['id', 'name', 'role', 'lab'];
    const fields = Object.keys(firm.item.entries).filter((field) => !identity.includes(field));
    expect(Object.keys(networkFields).toSorted()).toEqual(fields.toSorted());
    for (const { group, label, meaning, unit } of Object.values(networkFields)) {
      expect(fieldGroups).toContain(group);
      expect(label).toMatch(/^[a-z][^.]*$/);
      expect(meaning).toMatch(/^[A-Z].*\.$/);
      expect(unitMark(unit)).not.toBe('');
    }
    expect(new Set(Object.values(networkFields).map(({ group }) => group)).size).toBe(fieldGroups.length);
  });

  it('cover the columns of every list', () => {
    for (const list of linkLists) {
      const columns = networkLinks[list].columns.map(({ field }) => field);
      const fields = Object.keys(links[list].item.entries).filter((field) => field !== 'basis');
      expect(columns.toSorted(), list).toEqual(fields.toSorted());
      const fresh = freshLink(list, ['openai', 'oracle']);
      expect(Object.keys(fresh).toSorted()).toEqual(fields.toSorted());
    }
  });

  it('say what a link is of and how much', () => {
    const [contract] = shippedFile.contracts;
    const [order] = shippedFile.supply;
    const [fund] = shippedFile.vendors;
    if (!contract || !order || !fund) throw new Error('The network lacks links');
    expect(linkWords('contracts', contract, shippedFile)).toEqual({
      of: 'OpenAI to Microsoft',
      words: '$280bn over 26 quarters from 2026\u00a0Q3',
    });
    expect(linkWords('supply', order, shippedFile)).toEqual({
      of: 'Microsoft to Nvidia',
      words: '33% of its capital spending',
    });
    expect(linkWords('vendors', fund, shippedFile)).toEqual({ of: 'Amazon to OpenAI', words: '50%' });
  });
});

describe('a new link', () => {
  it('binds two firms that are free for it, and passes the check', () => {
    for (const list of linkLists) {
      const firms = freePair(list, shippedFile);
      if (!firms) throw new Error(`No two firms are free for ${list}`);
      const link = freshLink(list, firms);
      const done = tryEdit(shippedFile, { kind: 'add-link', list, link }, shippedFile, knownFigures(figures));
      expect(done.ok ? [] : done.faults, list).toEqual([]);
    }
    const alone = { ...shippedFile, firms: shippedFile.firms.slice(2) };
    expect(freePair('vendors', alone)).toBeUndefined();
    expect(freePair('contracts', { ...shippedFile, firms: shippedFile.firms.slice(0, 1) })).toBeUndefined();
  });
});

describe('a number in a field', () => {
  it('is read as it is shown, to the bit, for every value of the network', () => {
    for (const one of shippedFile.firms) {
      for (const field of Object.keys(networkFields) as (keyof typeof networkFields)[]) {
        const { unit } = networkFields[field];
        const { value } = one[field];
        if (typeof value !== 'number') continue;
        expect(readTyped(fieldText(value, unit), unit)).toEqual({ ok: true, value });
      }
    }
  });

  it('is read as it is shown for decimals of any size', () => {
    const decimal = fc.tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: -6, max: 3 }));
    fc.assert(
      fc.property(decimal, fc.constantFrom('money', 'share', 'rate', 'weight', 'quarters'), ([digits, power], unit) => {
        const value = Number(`${digits}e${power}`) + 0;
        expect(readTyped(fieldText(value, unit), unit)).toEqual({ ok: true, value });
      }),
    );
  });

  it.each([
    ['62', 'share', 0.62],
    ['0,9', 'rate', 0.009],
    ['135 %', 'rate', 1.35],
    ['−20% a year', 'rate', -0.2],
    ['$1,048,576.5', 'money', 1048576.5],
    ['$70bn', 'money', 70],
    ['-$3', 'money', -3],
    ['70 billion a year', 'yearly', 70],
    ['.5', 'weight', 0.5],
    ['7 quarters', 'quarters', 7],
    ['1e3', 'money', 1000],
    ['-0', 'money', 0],
  ] as const)('%j in %s is %d', (text, unit, value) => {
    expect(readTyped(text, unit)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'money', 'Type a number.'],
    ['lots', 'money', '"lots" is not a number here. Type digits alone.'],
    ['3%', 'money', '"3%" is not a number here. Type digits alone.'],
    ['1.2.3', 'money', '"1.2.3" is not a number here. Type digits alone.'],
    ['1e999', 'money', '"1e999" is not a number here. Type digits alone.'],
    ['1,048', 'money', '"1,048" can be read as 1048 or as 1.048. Type one of them.'],
  ] as const)('%j in %s is asked about', (text, unit, message) => {
    expect(readTyped(text, unit)).toEqual({ ok: false, message });
  });

  it('stands in a sentence with its unit', () => {
    expect(valueText(1048, 'money')).toBe('$1,048bn');
    expect(valueText(0.045, 'rate')).toBe('4.5%');
    expect(valueText(1, 'quarters')).toBe('1 quarter');
    expect(valueText(3.2, 'multiple')).toBe('$3.2');
    expect(valueText(2, 'years')).toBe('2 years');
  });
});
