import { describe, expect, it } from 'vitest';
import { leverIds } from '../../src/engine';
import { findDials } from '../../src/views/find-dials';
import { foundInNetwork } from '../../src/views/find-in-network';
import { dials, groups } from '../../src/world/dials';
import { shippedFile } from '../../src/world/shipped';

describe('a search for dials', () => {
  it('without words finds all', () => {
    expect(findDials('  ')).toEqual([...leverIds]);
  });

  it('finds each by its name, in any letters', () => {
    for (const { id, name } of dials) expect(findDials(name.toUpperCase()), name).toContain(id);
  });

  it('finds a whole group by its name', () => {
    for (const group of groups) {
      const own = dials.filter((dial) => dial.group === group).map(({ id }) => id);
      expect(findDials(group)).toEqual(expect.arrayContaining(own));
    }
  });

  it('finds by the help, and needs all words', () => {
    expect(findDials('how much mood goes')).toContain('panic');
    expect(findDials('panic')).toEqual(['panic']);
    expect(findDials('panic builders')).toEqual([]);
  });

  it('finds by the terms of the field, with hyphens or without', () => {
    expect(findDials('take-or-pay')).toEqual(['firmness']);
    expect(findDials('Take or pay')).toEqual(['firmness']);
    expect(findDials('vendor financing')).toEqual(['vendorShare', 'backstop']);
    expect(findDials('bankruptcy')).toEqual(expect.arrayContaining(['grace', 'recovery', 'friction']));
  });

  it('says what stands in the network, where that has the words', () => {
    expect(findDials('oracle')).toEqual([]);
    expect(foundInNetwork('oracle', shippedFile)).toMatch(/^Oracle is a firm, with one contract/);
    expect(foundInNetwork('OpenAI Microsoft', shippedFile)).toMatch(
      /^The network has one contract, .* of that name\.$/,
    );
    expect(findDials('interest')).toEqual([]);
    expect(foundInNetwork('interest', shippedFile)).toBe('Each firm has a field for it: interest a year.');
    expect(foundInNetwork('zebra', shippedFile)).toBeUndefined();
  });

  it('reads an apostrophe of any kind', () => {
    expect(findDials("customer's capacity")).toEqual(['relet']);
  });
});
