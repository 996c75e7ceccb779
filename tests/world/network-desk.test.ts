import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import figures from '../../content/figures.json' with { type: 'json' };
import { knownFigures } from '../../src/world/basis';
import {
  boundTo,
  faultOf,
  type NetworkEdit,
  type NumberField,
  type PlainLink,
  pathOf,
  type Spot,
  tryEdit,
  valueAt,
} from '../../src/world/network-desk';
import { byHand, editsOf, linkLists } from '../../src/world/network-edits';
import { emptyFirm, freeId } from '../../src/world/network-firms';
import type { NetworkFile } from '../../src/world/network-schema';
import { parseNetwork } from '../../src/world/parse-network';
import { shippedFile } from '../../src/world/shipped';
import { inWorkingOrder } from '../../src/world/supply-order';

const known = knownFigures(figures);
const ids = shippedFile.firms.map(({ id }) => id);
const numberFields = Object.keys(emptyFirm).filter(
  (field) => !['id', 'name', 'role', 'lab', 'openingStakes'].includes(field),
) as NumberField[];

const attempt = (file: NetworkFile, edit: NetworkEdit) => tryEdit(file, edit, shippedFile, known);

/** The network after an edit that must be taken. */
function having(file: NetworkFile, edit: NetworkEdit): NetworkFile {
  const done = attempt(file, edit);
  if (!done.ok) throw new Error(done.faults.map(({ path, text }) => `${path}: ${text}`).join('\n'));
  return done.file;
}

const set = (spot: Spot, value: string | number | boolean): NetworkEdit => ({ kind: 'set', spot, value });
const cash = (firm: string): Spot => ({ of: 'firm', firm, field: 'cash' });

/** Nothing of it can be changed. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}

const anyFirm = fc.constantFrom(...ids, 'third-lab', 'nobody');
const anyNumber = fc.oneof(
  fc.constantFrom(0, 0.25, 0.5, 1, 4, -1, 30, Number.NaN, 1e9),
  fc.double({ min: -2, max: 300, noNaN: true }),
);
const columns = {
  contracts: ['payer', 'payee', 'total', 'start', 'length'],
  supply: ['buyer', 'supplier', 'share', 'of'],
  vendors: ['lab', 'vendor', 'weight'],
  rivals: ['lab', 'to', 'weight'],
  substitution: ['from', 'to', 'weight'],
} as const;
const anyList = fc.constantFrom(...linkLists);
const anySpot: fc.Arbitrary<Spot> = fc.oneof(
  fc.record({ of: fc.constant('firm' as const), firm: anyFirm, field: fc.constantFrom(...numberFields) }),
  fc.record({ of: fc.constant('stake' as const), firm: anyFirm, lab: anyFirm }),
  fc.record({ of: fc.constant('venture' as const), field: fc.constantFrom('annual' as const, 'growth' as const) }),
  anyList.chain((list) =>
    fc.record({
      of: fc.constant('link' as const),
      list: fc.constant(list),
      at: fc.nat(8),
      field: fc.constantFrom(...columns[list]),
    }),
  ),
);
const anyLink = fc.record({ payer: anyFirm, payee: anyFirm, total: anyNumber, start: fc.nat(40), length: fc.nat(40) });
const anySupply = fc.record({
  buyer: anyFirm,
  supplier: anyFirm,
  share: anyNumber,
  of: fc.constantFrom('capex', 'sales'),
});
const anyEdit: fc.Arbitrary<NetworkEdit> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), spot: anySpot, value: fc.oneof(anyNumber, anyFirm) }),
  fc.record({
    kind: fc.constant('set' as const),
    spot: fc.record({ of: fc.constant('firm' as const), firm: anyFirm, field: fc.constantFrom('name', 'role', 'lab') }),
    value: fc.constantFrom('x', '', '<img src=x onerror=alert(1)>', true, false),
  }),
  fc.record({ kind: fc.constant('add-link' as const), list: fc.constant('contracts' as const), link: anyLink }),
  fc.record({
    kind: fc.constant('add-link' as const),
    list: fc.constant('supply' as const),
    link: anySupply.map((link) => link as PlainLink),
  }),
  fc.record({ kind: fc.constant('remove-link' as const), list: anyList, at: fc.nat(8) }),
  fc.record({
    kind: fc.constant('add-firm' as const),
    name: fc.constantFrom('Third Lab', '', 'été'),
    like: fc.option(anyFirm, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('remove-firm' as const), firm: anyFirm }),
);

describe('any sequence of edits', () => {
  it('gives networks that pass their check, or a message, and never touches what was', () => {
    let taken = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 12 }), (edits) => {
        let file: NetworkFile = frozen(structuredClone(shippedFile));
        for (const edit of edits) {
          const done = attempt(file, edit);
          if (!done.ok) {
            refused++;
            expect(done.faults.length).toBeGreaterThan(0);
            for (const { path, text } of done.faults) {
              expect(path).not.toBe('');
              expect(text).not.toBe('');
            }
            continue;
          }
          taken++;
          file = frozen(done.file);
          // The strict check: all bases are known too.
          const parsed = parseNetwork(JSON.parse(JSON.stringify(file)), figures);
          expect(parsed.ok ? [] : parsed.messages).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
    expect(taken).toBeGreaterThan(40);
    expect(refused).toBeGreaterThan(40);
  });

  it('is undone by putting back what stood there, bases and all', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anySpot, anyNumber), { minLength: 1, maxLength: 8 }), (all) => {
        let file: NetworkFile = shippedFile;
        const done: [Spot, string | number | boolean][] = [];
        for (const [spot, value] of all) {
          const before = valueAt(file, spot);
          const next = attempt(file, set(spot, value));
          // A link that moves in its list is another one's place then; that is what undo is for.
          if (!next.ok || next.file === file || before === undefined || (spot.of === 'link' && spot.list === 'supply'))
            continue;
          done.push([spot, before]);
          file = next.file;
        }
        for (const [spot, before] of done.toReversed()) file = having(file, set(spot, before));
        expect(editsOf(shippedFile, file)).toBeUndefined();
        expect(file).toEqual(shippedFile);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a value that is set', () => {
  it('is one that was set by hand, and loses the fits that hung on it', () => {
    const file = having(shippedFile, set({ of: 'firm', firm: 'openai', field: 'growth' }, 2));
    const [openai] = file.firms;
    expect(openai?.growth).toEqual({ value: 2, basis: byHand });
    expect(openai?.growthFade.basis).toMatch(/^assumption: kept/);
    expect(having(file, set({ of: 'firm', firm: 'openai', field: 'growth' }, 1.35))).toEqual(shippedFile);
  });

  it('that stands there already is no edit', () => {
    expect(having(shippedFile, set(cash('openai'), 70))).toBe(shippedFile);
  });

  it('as a stake of nothing is no stake', () => {
    const file = having(shippedFile, set({ of: 'stake', firm: 'microsoft', lab: 'anthropic' }, 0));
    expect(file.firms.find(({ id }) => id === 'microsoft')?.openingStakes.value).toEqual({ openai: 13 });
  });
});

describe('messages', () => {
  const faults = (edit: NetworkEdit) => {
    const done = attempt(shippedFile, edit);
    return done.ok ? [] : done.faults;
  };

  it.each<[Spot, string | number]>([
    [cash('meta'), -1],
    [cash('meta'), Number.NaN],
    [{ of: 'firm', firm: 'meta', field: 'maturity' }, 0],
    [{ of: 'firm', firm: 'meta', field: 'name' }, ' '],
    [{ of: 'stake', firm: 'microsoft', lab: 'openai' }, -3],
    [{ of: 'venture', field: 'annual' }, -1],
    [{ of: 'title' }, ''],
    [{ of: 'link', list: 'contracts', at: 2, field: 'length' }, 1.5],
    [{ of: 'link', list: 'vendors', at: 1, field: 'lab' }, 'nobody'],
  ])('of %j at %j are for its own place', (spot, value) => {
    expect(faults(set(spot, value)).map(({ path }) => path)).toEqual([pathOf(shippedFile, spot)]);
  });

  it('of sums are for their list', () => {
    expect(faults(set({ of: 'link', list: 'vendors', at: 0, field: 'weight' }, 0.9))).toEqual([
      { path: 'vendors', text: 'the weights of "openai" add up to 1.4, more than 1' },
    ]);
    expect(faults(set({ of: 'firm', firm: 'openai', field: 'ventureShare' }, 0.6))).toEqual([
      { path: 'firms', text: expect.stringContaining('venture shares') },
    ]);
  });

  it('are taken apart whatever they say', () => {
    expect(faultOf('firms[2].cash.value (meta): must be: so')).toEqual({
      path: 'firms[2].cash.value',
      text: 'must be: so',
    });
    expect(faultOf('something else')).toEqual({ path: '', text: 'something else' });
  });
});

describe('firms', () => {
  it('come as copies that take none of the venture money, and with an id of their own', () => {
    const once = having(shippedFile, { kind: 'add-firm', name: 'OpenAI', like: 'openai' });
    const copy = once.firms.at(-1);
    expect(copy).toMatchObject({ id: 'openai-2', name: 'OpenAI', lab: true, cash: { value: 70, basis: byHand } });
    expect(copy?.ventureShare.value).toBe(0);
    expect(having(once, { kind: 'remove-firm', firm: 'openai-2' })).toEqual(shippedFile);
  });

  it('come empty, and can be given a contract', () => {
    const file = having(shippedFile, { kind: 'add-firm', name: 'Third Lab', like: undefined });
    expect(file.firms.at(-1)).toEqual({ ...emptyFirm, id: 'third-lab', name: 'Third Lab' });
    const link = { payer: 'third-lab', payee: 'oracle', total: 10, start: 0, length: 8 };
    expect(having(file, { kind: 'add-link', list: 'contracts', link }).contracts.at(-1)).toEqual({
      ...link,
      basis: byHand,
    });
  });

  it('have ids that can stand in a link', () => {
    expect(freeId('Société Générale 3', shippedFile)).toBe('societe-generale-3');
    expect(freeId('  ', shippedFile)).toBe('firm');
    expect(freeId('constructor', shippedFile)).toBe('firm-constructor');
    expect(freeId('<img src=x>', shippedFile)).toBe('img-src-x');
    expect(freeId('x'.repeat(90), shippedFile)).toHaveLength(40);
  });

  it('go with all that names them', () => {
    expect(boundTo(shippedFile, 'openai')).toEqual({
      contracts: 3,
      supply: 0,
      vendors: 3,
      rivals: 5,
      substitution: 1,
      stakes: 3,
    });
    for (const id of ids) {
      const file = having(shippedFile, { kind: 'remove-firm', firm: id });
      expect(JSON.stringify(file.firms.map(({ openingStakes }) => openingStakes.value))).not.toContain(`"${id}"`);
      expect(boundTo(file, id)).toEqual({ contracts: 0, supply: 0, vendors: 0, rivals: 0, substitution: 0, stakes: 0 });
      expect(file.firms).toHaveLength(ids.length - 1);
    }
  });

  it('are at least one', () => {
    let file: NetworkFile = shippedFile;
    for (const id of ids.slice(1)) file = having(file, { kind: 'remove-firm', firm: id });
    expect(attempt(file, { kind: 'remove-firm', firm: 'openai' })).toEqual({
      ok: false,
      faults: [{ path: 'firms', text: 'must hold at least one firm' }],
    });
  });
});

describe('supply links', () => {
  it('are put where they can be worked out', () => {
    const link = { buyer: 'oracle', supplier: 'nvidia', share: 0.1, of: 'capex' as const };
    const without = shippedFile.supply.findIndex(({ buyer, supplier }) => buyer === 'oracle' && supplier === 'nvidia');
    const file = without < 0 ? shippedFile : having(shippedFile, { kind: 'remove-link', list: 'supply', at: without });
    const { supply } = having(file, { kind: 'add-link', list: 'supply', link });
    const sales = supply.findIndex(({ of, buyer }) => of === 'sales' && buyer === 'nvidia');
    expect(supply.findIndex(({ buyer, supplier }) => buyer === 'oracle' && supplier === 'nvidia')).toBeLessThan(sales);
  });

  it('stay as they are where they stand well, and go in no circle', () => {
    expect(inWorkingOrder(shippedFile.supply)).toEqual(shippedFile.supply);
    const link = { buyer: 'tsmc', supplier: 'nvidia', share: 0.1, of: 'sales' as const };
    const done = attempt(shippedFile, { kind: 'add-link', list: 'supply', link });
    expect(done).toMatchObject({
      ok: false,
      faults: expect.arrayContaining([{ path: expect.any(String), text: expect.stringContaining('circle') }]),
    });
  });
});
