import { describe, expect, it } from 'vitest';
import { leverIds } from '../../src/engine';
import { findDials } from '../../src/views/find-dials';
import { dials, groups } from '../../src/world/dials';

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
    expect(findDials("customer's capacity")).toEqual(['relet']);
  });
});
