import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import figures from '../../content/figures.json' with { type: 'json' };
import { byHand, editsOf, linkLists, type NetworkEdits, plainFirm, withEdits } from '../../src/world/network-edits';
import { toNetwork } from '../../src/world/network-file';
import type { NetworkFile } from '../../src/world/network-schema';
import { openLab } from '../../src/world/open-lab';
import { pack, unpack } from '../../src/world/packing';
import { parseNetwork } from '../../src/world/parse-network';
import { shippedFile } from '../../src/world/shipped';

function applied(edits: NetworkEdits, base = shippedFile): NetworkFile {
  const parsed = parseNetwork(withEdits(base, edits), figures);
  if (!parsed.ok) throw new Error(parsed.messages.join('\n'));
  return parsed.file;
}

const firmOf = (file: NetworkFile, id: string) => file.firms.find((firm) => firm.id === id);

/** Some edits that leave a network in one piece. */
const anyEdits: fc.Arbitrary<NetworkEdits> = fc.record(
  {
    title: fc.constantFrom('Another world', '2 < 3'),
    venture: fc.record({ annual: fc.integer({ min: 0, max: 900 }) }),
    changed: fc.dictionary(
      fc.constantFrom(...shippedFile.firms.map(({ id }) => id)),
      fc.record(
        {
          cash: fc.double({ min: 0, max: 500, noNaN: true }).map((x) => x + 0),
          growth: fc.constantFrom(-0.4, 0.25, 1.5),
          name: fc.constant('New'),
        },
        { requiredKeys: [] },
      ),
      { noNullPrototype: true },
    ),
    links: fc.record({ contracts: fc.subarray(shippedFile.contracts.map(({ basis: _, ...plain }) => plain)) }),
  },
  { requiredKeys: [] },
);

describe('edits of a network', () => {
  it('are none between a network and itself', () => {
    expect(editsOf(shippedFile, shippedFile)).toBeUndefined();
    expect(editsOf(shippedFile, structuredClone(shippedFile))).toBeUndefined();
  });

  it('make one network out of another, as found, through the letters of a link', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdits, async (edits) => {
        const file = applied(edits);
        const found = editsOf(shippedFile, file);
        if (!found) return expect(toNetwork(file)).toEqual(toNetwork(shippedFile));
        const letters = await pack(found);
        expect(letters).toMatch(/^[\w-]+$/);
        const again = applied((await unpack(letters)) as NetworkEdits);
        expect(toNetwork(again)).toEqual(toNetwork(file));
        expect(editsOf(shippedFile, again)).toEqual(found);
      }),
      { numRuns: 60 },
    );
  });

  it('say what was set by hand, and keep the basis of the rest', () => {
    const [first, ...others] = shippedFile.contracts;
    if (!first) throw new Error('The network has no contract');
    const { basis: _, ...plain } = first;
    const kept = others.map(({ basis: _, ...link }) => link);
    const file = applied({ changed: { openai: { cash: 5 } }, links: { contracts: [{ ...plain, total: 1 }, ...kept] } });
    expect(firmOf(file, 'openai')?.cash).toEqual({ value: 5, basis: byHand });
    expect(firmOf(file, 'openai')?.revenue).toEqual(firmOf(shippedFile, 'openai')?.revenue);
    expect(file.contracts.map(({ basis }) => basis)).toEqual([byHand, ...others.map(({ basis }) => basis)]);
  });

  it('leave no fit behind that fits nothing', () => {
    const fitted = shippedFile.firms.find((firm) =>
      Object.values(firm).some((field) => typeof field === 'object' && field.basis.startsWith('set so that')),
    );
    if (!fitted) throw new Error('No firm has a fit');
    const plain = plainFirm(fitted);
    const all = Object.entries(fitted).filter(([, f]) => typeof f === 'object' && f.basis.startsWith('set so that'));
    const changed = { [fitted.id]: Object.fromEntries(all.map(([field]) => [field, Reflect.get(plain, field)])) };
    const bases = Object.values(firmOf(applied({ changed }), fitted.id) ?? {}).map((f) =>
      typeof f === 'object' ? f.basis : '',
    );
    expect(bases.filter((basis) => basis.startsWith('same fit'))).toEqual([]);
  });

  it('say when it runs, and in which order its firms stand', () => {
    const [first, second, ...others] = shippedFile.firms;
    if (!first || !second) throw new Error('The network has no two firms');
    const other: NetworkFile = { ...shippedFile, id: 'other', start: '1999Q1', quarters: 12, asOf: '1999' };
    const found = editsOf(shippedFile, { ...other, firms: [second, first, ...others] });
    expect(found).toMatchObject({ id: 'other', start: '1999Q1', quarters: 12, asOf: '1999' });
    expect(found?.order?.slice(0, 2)).toEqual([second.id, first.id]);
    expect(toNetwork(applied(found ?? {}))).toEqual(toNetwork({ ...other, firms: [second, first, ...others] }));
    expect(editsOf(shippedFile, other)?.order).toBeUndefined();
  });

  it('add and remove firms', () => {
    const anthropic = firmOf(shippedFile, 'anthropic');
    if (!anthropic) throw new Error('There is no Anthropic');
    const third = { ...plainFirm(anthropic), id: 'third-lab', name: 'A third lab', ventureShare: 0 };
    const grown = applied({ added: [third] });
    expect(editsOf(shippedFile, grown)).toEqual({ added: [third] });
    const without = (list: (typeof linkLists)[number]) =>
      shippedFile[list].filter((link) => !Object.values(link).includes('tsmc')).map(({ basis: _, ...link }) => link);
    const links = Object.fromEntries(linkLists.map((list) => [list, without(list)]));
    const smaller = applied({ removed: ['tsmc'], links });
    expect(firmOf(smaller, 'tsmc')).toBeUndefined();
    expect(editsOf(shippedFile, smaller)?.removed).toEqual(['tsmc']);
  });
});

describe('a link with edits', () => {
  const base = shippedFile;

  it('opens the network it was written for, and its worlds', async () => {
    const net = await pack({ changed: { oracle: { cash: 500 } } } satisfies NetworkEdits);
    const { state, refused, was } = await openLab(`?v=1&growth=0.6&b.growth=0.8&was=..0.abc&net=${net}`, base);
    expect(was?.digest).toBe('abc');
    expect(refused).toEqual([]);
    expect(firmOf(state.file, 'oracle')?.cash.value).toBe(500);
    expect(state.worlds.map(({ levers }) => levers.growth)).toEqual([0.6, 0.8]);
    expect(net.length).toBeLessThan(80);
  });

  it.each([
    ['nonsense', 'AAAA', /cannot be read/],
    ['edits that are none', async () => pack(7), /holds no edits/],
    ['edits of no shape', async () => pack({ links: { contracts: 3 } }), /no shape/],
    ['a firm that makes no sense', async () => pack({ changed: { openai: { cash: -1 } } }), /firms\[0\]\.cash/],
    ['fields nobody knows', async () => pack({ changed: { openai: { moat: 3 } } }), /moat/],
    [
      'a firm that is gone with its contracts left',
      async () => pack({ removed: ['oracle'] }),
      /there is no firm "oracle"/,
    ],
  ])('says so of %s, and opens the rest', async (_, net, message) => {
    const letters = typeof net === 'string' ? net : await net();
    const { state, refused, was } = await openLab(`?v=1&growth=0.6&was=..0.abc&net=${letters}`, base);
    expect(refused).toHaveLength(1);
    // What its sender saw, they saw in that network.
    // What its sender saw is told beside that.
    expect(was?.digest).toBe('abc');
    expect(refused[0]?.message).toMatch(message);
    expect(state.file).toBe(base);
    expect(state.worlds[0]?.levers.growth).toBe(0.6);
  });

  it('does not unfold without end', async () => {
    const bomb = await pack('x'.repeat(5_000_000));
    expect(bomb.length).toBeLessThan(20_000);
    await expect(unpack(bomb)).rejects.toThrow(/unfolds/);
    expect((await openLab(`?net=${bomb}`, base)).refused[0]?.message).toMatch(/cannot be read/);
  });

  it('is never the end of the lab, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything({ withObjectString: true }), async (value) => {
        const json = JSON.stringify({ changed: value, added: [value], links: { contracts: value, supply: [value] } });
        const { state } = await openLab(`?net=${await pack(JSON.parse(json))}`, base);
        expect(state.file.firms.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
