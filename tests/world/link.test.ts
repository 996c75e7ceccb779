import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LeverId, Levers } from '../../src/engine/levers';
import { dialOf, dials, isAllowed, mapLevers, tableVersion, usualLevers } from '../../src/world/dials';
import { canonical, decode, decodeWith, encode } from '../../src/world/link';
import type { Fields } from '../../src/world/link-fields';
import { migrated, migrations } from '../../src/world/link-migrations';

const calendar = { start: '2026Q3', quarters: 32 };
const short = { start: '1999Q1', quarters: 20 };

const world = (changes: Partial<Levers>): Levers => ({ ...usualLevers(), ...changes });
const messages = (query: string) => decode(query, calendar).refused.map(({ message }) => message);

/** Any value that a dial can have: on its steps, at its ends, and anywhere between. */
function anyValue(id: LeverId): fc.Arbitrary<number> {
  const { min, usual, max, step, whole } = dialOf(id);
  if (whole) return fc.integer({ min, max });
  const onGrid = fc.nat(Math.round((max - min) / step)).map((n) => Number((min + n * step).toFixed(2)));
  const between = fc.double({ min, max, noNaN: true }).map((x) => x + 0);
  return fc.oneof(fc.constantFrom(min, usual, max), onGrid, between);
}
const anyLevers: fc.Arbitrary<Levers> = fc.record(mapLevers(anyValue));

/** Queries that are nearly right, and texts that are nothing of the kind. */
const name = fc.oneof(
  fc.constantFrom(...dials.map(({ id }) => id), 'v', 'Stop', 'sevrity', '__proto__', 'constructor', 'utm_source', ''),
  fc.string(),
);
const value = fc.oneof(
  fc.double().map(String),
  fc.integer({ min: -3, max: 40 }).map(String),
  fc.constantFrom('never', '2027Q3', '2050Q1', '', '%', '%zz', '1e400', 'NaN', '0x10', '<b>'),
  fc.string({ unit: 'grapheme' }),
);
const nearlyQuery = fc
  .array(fc.tuple(name, value), { maxLength: 14 })
  .map((fields) => fields.map(([n, x]) => `${n}=${x}`).join('&'));
const anyQuery = fc.oneof(nearlyQuery, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));

describe('encoding', () => {
  it('writes the version, and what differs in the order of the table', () => {
    expect(encode(world({ growth: 0.6, stop: 4, severity: 0.9 }), calendar)).toBe(
      'v=1&stop=2027Q3&severity=0.9&growth=0.6',
    );
    expect(encode(usualLevers(), calendar)).toBe('v=1');
    expect(encode(world({ backstop: 0.1 + 0.2 }), calendar)).toBe('v=1&backstop=0.30000000000000004');
  });

  it('writes a stop beyond a short run as never, which is usual', () => {
    expect(encode(world({ stop: 25 }), short)).toBe('v=1');
    expect(encode(world({ stop: 19 }), short)).toBe('v=1&stop=2003Q4');
  });

  it('is read back to the same bits', () => {
    fc.assert(
      fc.property(anyLevers, (levers) => {
        const link = encode(levers, calendar);
        expect(decode(link, calendar)).toEqual({ levers, given: true, refused: [] });
        expect(decode(`?${link}`, calendar).levers).toEqual(levers);
        expect(link).toMatch(/^[\w=&.+-]+$/);
        expect(link.length).toBeLessThan(1000);
      }),
    );
  });

  it('keeps what a world does on a short run', () => {
    fc.assert(
      fc.property(anyLevers, (levers) => {
        expect(decode(encode(levers, short), short).levers).toEqual(canonical(levers, short));
      }),
    );
  });
});

describe('decoding', () => {
  it('reads what a person would type', () => {
    const levers = world({ stop: 4, severity: 0.9, growth: 0.6 });
    expect(decode('?stop=2027Q3&severity=0.9&growth=0.6', calendar)).toEqual({ levers, given: true, refused: [] });
    expect(decode('stop=2027+q3&severity=.90&growth=%30.6&', calendar).levers).toEqual(levers);
    expect(decode('stop=4&severity=9e-1&growth=+0.6', calendar).levers).toEqual(levers);
    expect(decode('stop=2027-Q3', calendar).levers.stop).toBe(4);
    expect(decode('stop=Never', calendar).levers.stop).toBe(32);
    expect(decode('stop=32', short)).toMatchObject({ levers: { stop: 32 }, refused: [] });
  });

  it('tells whether a world was given at all', () => {
    for (const query of ['', '?', '&&', 'utm_source=x&fbclid=y', 'sevrity=0.9', 'severity=2', 'v=x']) {
      expect(decode(query, calendar)).toMatchObject({ given: false, levers: usualLevers() });
    }
    for (const query of ['v=1', '?v=1', 'severity=0.8', 'v=1&severity=2', 'v=99']) {
      expect(decode(query, calendar).given).toBe(true);
    }
  });

  it('passes over what other sites add to a link', () => {
    expect(messages('utm_source=a&utm_medium=b&fbclid=%&gclid=c&gclid=d&v=1')).toEqual([]);
  });

  it.each([
    ['sevrity=0.9', '"sevrity" is left out: there is no such dial. Did you mean severity?'],
    ['Severity=0.9', '"Severity" is left out: there is no such dial. Did you mean severity?'],
    ['vendorshare=0.3', '"vendorshare" is left out: there is no such dial. Did you mean vendorShare?'],
    ['zebra=1', '"zebra" is left out: there is no such dial.'],
    ['=1', 'A value without a name is left out.'],
    ['severity', 'severity is left out: it has no value.'],
    ['severity=', 'severity is left out: it has no value.'],
    ['severity=much', 'severity is left out: "much" is not a number.'],
    ['severity=NaN', 'severity is left out: "NaN" is not a number.'],
    ['severity=Infinity', 'severity is left out: "Infinity" is not a number.'],
    ['severity=0x1', 'severity is left out: "0x1" is not a number.'],
    ['severity=1e999', 'severity is left out: "1e999" is not within 0 to 1.'],
    ['severity=1.01', 'severity is left out: "1.01" is not within 0 to 1.'],
    ['severity=-0.1', 'severity is left out: "-0.1" is not within 0 to 1.'],
    ['severity=90%', '"severity=90%" is left out: it has a % sign where a link cannot have one.'],
    ['%E0%A4=1', '"%E0%A4=1" is left out: it has a % sign where a link cannot have one.'],
    ['lead=2.5', 'lead is left out: "2.5" is not a whole number.'],
    ['lead=0.5', 'lead is left out: "0.5" is not within 1 to 8.'],
    ['stop=', 'stop is left out: it has no value.'],
    ['stop=soon', 'stop is left out: "soon" is not a quarter such as 2026Q3, nor never.'],
    [
      'stop=2026Q2',
      'stop is left out: "2026Q2" lies outside this world, which runs from 2026\u00a0Q3 to 2034\u00a0Q2.',
    ],
    [
      'stop=2034Q3',
      'stop is left out: "2034Q3" lies outside this world, which runs from 2026\u00a0Q3 to 2034\u00a0Q2.',
    ],
    ['stop=33', 'stop is left out: "33" lies outside this world, which runs from 2026\u00a0Q3 to 2034\u00a0Q2.'],
    ['stop=1.5', 'stop is left out: "1.5" is not a whole number.'],
    ['v=2', 'The link’s version "2" is unknown here, so it is read as version 1.'],
    ['v=0', 'The link’s version "0" is unknown here, so it is read as version 1.'],
    ['v=one', 'The link’s version "one" is not one, so it is read as version 1.'],
    ['__proto__=1', '"__proto__" is left out: there is no such dial.'],
    ['constructor=1', '"constructor" is left out: there is no such dial.'],
    ['severity=0.1&growth=0.5&severity=0.1', '"severity" is left out: the link gives it more than once.'],
    ['severity=0.1&severity=0.1&severity=9', '"severity" is left out: the link gives it more than once.'],
    ['v=1&v=1', '"v" is left out: the link gives it more than once.'],
  ])('refuses %s', (query, message) => {
    const { levers, refused } = decode(query, calendar);
    expect(refused.map((refusal) => refusal.message)).toEqual([message]);
    expect(levers).toEqual(world(query.includes('growth') ? { growth: 0.5 } : {}));
  });

  it('refuses one field and takes the rest', () => {
    const { levers, given, refused } = decode('v=9&stop=2027Q3&severity=2&growth=0.6&hax=1', calendar);
    expect(levers).toEqual(world({ stop: 4, growth: 0.6 }));
    expect(given).toBe(true);
    expect(refused.map(({ field }) => field)).toEqual(['v', 'severity', 'hax']);
  });

  it('does not take the good one of two when the other cannot be read', () => {
    expect(decode('severity=0.5&severity=%', calendar).levers).toEqual(usualLevers());
  });

  it('does not read a text of megabytes', () => {
    const decoded = decode(`stop=2027Q3&${'x'.repeat(2 ** 20)}`, calendar);
    expect(decoded).toMatchObject({ levers: usualLevers(), given: false });
    expect(decoded.refused).toHaveLength(1);
    expect(decoded.refused[0]?.message).toMatch(/too long/);
    expect(decode(`severity=0.5&utm_x=${'x'.repeat(4096 - 19)}`, calendar).levers.severity).toBe(0.5);
  });

  it('lists at most eight refusals, and counts the rest', () => {
    const query = Array.from({ length: 11 }, (_, n) => `zebra${n}=1`).join('&');
    const refused = messages(query);
    expect(refused).toHaveLength(9);
    expect(refused[8]).toBe('And 3 more were left out.');
    expect(messages(query.slice(0, query.lastIndexOf('&zebra9')))[8]).toBe('And 1 more was left out.');
  });

  it('shortens what it quotes, and keeps it on one line', () => {
    const [message] = messages(`severity=${'7'.repeat(500)}`);
    expect(message?.length).toBeLessThan(120);
    expect(messages('severity=a%0Ab%E2%80%AEc')).toEqual(['severity is left out: "a b c" is not a number.']);
  });

  it('never gives -0', () => {
    expect(Object.is(decode('severity=-0', calendar).levers.severity, 0)).toBe(true);
  });

  it('never throws, and always gives a world that can be run and written again', () => {
    fc.assert(
      fc.property(anyQuery, fc.constantFrom(calendar, short), (query, when) => {
        const { levers, refused } = decode(query, when);
        expect(Object.keys(levers)).toEqual(dials.map(({ id }) => id));
        for (const dial of dials) expect(isAllowed(dial, levers[dial.id])).toBe(true);
        expect(refused.length).toBeLessThanOrEqual(9);
        for (const { message } of refused) expect(message).toMatch(/^[^\n]{1,200}[.?]$/);
        const link = encode(levers, when);
        expect(decode(link, when)).toEqual({ levers, given: true, refused: [] });
        expect(encode(decode(link, when).levers, when)).toBe(link);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a link of an older version', () => {
  const renamed = (fields: Fields) => new Map([...fields].map(([n, x]) => [n === 'harshness' ? 'severity' : n, x]));
  const oldUsual = (fields: Fields) => new Map([['growth', '0.9'], ...fields]);

  it('has one migration for each version before this one', () => {
    expect(migrations).toHaveLength(tableVersion - 1);
  });

  it('is brought up to date from where it stands', () => {
    const steps = [renamed, oldUsual];
    const fields = new Map([['harshness', '0.9']]);
    expect([...migrated(fields, 1, steps)]).toEqual([
      ['growth', '0.9'],
      ['severity', '0.9'],
    ]);
    expect([...migrated(fields, 2, steps)]).toEqual([
      ['growth', '0.9'],
      ['harshness', '0.9'],
    ]);
    expect(migrated(fields, 3, steps)).toBe(fields);
  });

  it('means what it meant', () => {
    const read = (query: string) => decodeWith(query, calendar, [renamed, oldUsual]);
    expect(read('v=1&harshness=0.5')).toEqual({
      levers: world({ severity: 0.5, growth: 0.9 }),
      given: true,
      refused: [],
    });
    expect(read('v=2&severity=0.5&growth=0.7').levers).toEqual(world({ severity: 0.5, growth: 0.7 }));
    expect(read('v=3&severity=0.5').levers).toEqual(world({ severity: 0.5 }));
    expect(read('severity=0.5').levers).toEqual(world({ severity: 0.5 }));
    expect(read('v=3&harshness=0.5').refused[0]?.field).toBe('harshness');
    expect(read('v=4').refused[0]?.field).toBe('v');
  });
});
