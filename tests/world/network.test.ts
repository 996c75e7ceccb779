import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/world/figures';
import { toNetwork } from '../../src/world/network-file';
import { parseNetwork } from '../../src/world/parse-network';
import { shippedFile, shippedNetwork } from '../../src/world/shipped';
import { shippedNetwork as plainNetwork } from '../arbitraries/shipped';
import { readContent } from './shipped-content';

const figures = readContent<Figure[]>('figures.json');

/** JSON that a test may bend in any way. */
type Json = { [key: string]: Json } & Json[] & (string | number | boolean | null | undefined);

/** The shipped file after a change, and what is said about it. */
function messagesAfter(change: (file: Json) => void): readonly string[] {
  const file = readContent<Json>('network-2026q3.json');
  change(file);
  const parsed = parseNetwork(file, figures);
  return parsed.ok ? [] : parsed.messages;
}

/** Sets a field by its path: "firms.2.cash.value". `undefined` takes it away. */
function set(path: string, value: unknown): (file: Json) => void {
  return (file) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const parent = keys.reduce((at, key) => at[key] as Json, file);
    if (value === undefined) delete parent[last];
    else parent[last] = value as Json;
  };
}

describe('the shipped network', () => {
  it('passes, and is the plain network that the engine is tested with', () => {
    const parsed = parseNetwork(readContent('network-2026q3.json'), figures);
    expect(parsed.ok ? [] : parsed.messages).toEqual([]);
    if (!parsed.ok) return;
    expect(parsed.file).toEqual(readContent('network-2026q3.json'));
    // The tests' own reader leaves the fields in that the engine has no use for.
    expect(plainNetwork()).toMatchObject(parsed.network);
    expect(Object.keys(parsed.network.firms[0] ?? {}).sort()).toEqual(
      Object.keys(plainNetwork().firms[0] ?? {})
        .filter((key) => key !== 'name' && key !== 'role')
        .sort(),
    );
    expect(shippedNetwork).toEqual(parsed.network);
    expect(toNetwork(shippedFile)).toEqual(parsed.network);
  });

  it('may do without a note', () => {
    expect(messagesAfter(set('note', undefined))).toEqual([]);
  });
});

describe('a network file of the wrong shape', () => {
  it.each<[string, unknown, string]>([
    ['firms.2.cash.value', -5, 'firms[2].cash.value (microsoft): must be between 0 and 1000000, but is -5'],
    ['firms.3.debt.value', -0.1, 'firms[3].debt.value (amazon): must be between 0 and 1000000, but is -0.1'],
    ['firms.2.cash.value', '89', 'firms[2].cash.value (microsoft): must be a number, but is the text "89"'],
    ['firms.2.cash.value', null, 'firms[2].cash.value (microsoft): must be a number, but is null'],
    ['firms.2.cash.value', Number.NaN, 'firms[2].cash.value (microsoft): must be a finite number, but is NaN'],
    [
      'firms.2.cash.value',
      Number.POSITIVE_INFINITY,
      'firms[2].cash.value (microsoft): must be a finite number, but is Infinity',
    ],
    ['firms.2.cash', 89, 'firms[2].cash (microsoft): must be an object, but is 89'],
    ['firms.2.cash', undefined, 'firms[2].cash (microsoft): is missing'],
    ['firms.2.cash.basis', undefined, 'firms[2].cash.basis (microsoft): is missing'],
    ['firms.2.cash.basis', ' ', 'firms[2].cash.basis (microsoft): must not be empty'],
    ['firms.2.cash.grade', 'A', 'firms[2].cash.grade (microsoft): is not a field that is known here'],
    ['firms.2.cahs', {}, 'firms[2].cahs (microsoft): is not a field that is known here'],
    ['firms.2.lab', 'no', 'firms[2].lab (microsoft): must be true or false, but is the text "no"'],
    ['firms.2.payout.value', 1.1, 'firms[2].payout.value (microsoft): must be between 0 and 1, but is 1.1'],
    ['firms.2.herding.value', -0.1, 'firms[2].herding.value (microsoft): must be between 0 and 1, but is -0.1'],
    ['firms.0.ventureShare.value', 2, 'firms[0].ventureShare.value (openai): must be between 0 and 1, but is 2'],
    ['firms.2.growthFade.value', 0, 'firms[2].growthFade.value (microsoft): must be above 0, but is 0'],
    ['firms.2.computeFade.value', -1, 'firms[2].computeFade.value (microsoft): must be between 0 and 10000, but is -1'],
    ['firms.2.capexFade.value', 0, 'firms[2].capexFade.value (microsoft): must be above 0, but is 0'],
    ['firms.2.maturity.value', 0, 'firms[2].maturity.value (microsoft): must be between 1 and 10000, but is 0'],
    ['firms.2.maturity.value', 0.5, 'firms[2].maturity.value (microsoft): must be between 1 and 10000, but is 0.5'],
    ['firms.2.growthLong.value', -1.1, 'firms[2].growthLong.value (microsoft): must be between -1 and 10, but is -1.1'],
    ['firms.2.growth.value', 1e9, 'firms[2].growth.value (microsoft): must be between -1 and 10, but is 1000000000'],
    ['firms.2.openingStakes.value', [1], 'firms[2].openingStakes.value (microsoft): must be an object, but is a list'],
    [
      'firms.2.openingStakes.value.openai',
      -1,
      'firms[2].openingStakes.value.openai (microsoft): must be between 0 and 1000000, but is -1',
    ],
    [
      'firms.2.id',
      'Micro soft',
      'firms[2].id: must be small letters, digits and single hyphens, but is the text "Micro soft"',
    ],
    [
      'firms.2.id',
      'constructor',
      'firms[2].id (constructor): must not be a word that every object has, but is the text "constructor"',
    ],
    ['firms.2', null, 'firms[2]: must be an object, but is null'],
    ['firms', {}, 'firms: must be a list, but is an object'],
    ['firms', [], 'firms: must hold at least one firm'],
    ['contracts.1.start', 0.5, 'contracts[1].start: must be a whole number, but is 0.5'],
    ['contracts.1.start', -1, 'contracts[1].start: must be between 0 and 1000, but is -1'],
    ['contracts.1.length', 0, 'contracts[1].length: must be between 1 and 1000, but is 0'],
    ['contracts.1.length', 2.5, 'contracts[1].length: must be a whole number, but is 2.5'],
    ['contracts.1.total', -1, 'contracts[1].total: must be between 0 and 1000000, but is -1'],
    ['contracts.1.basis', undefined, 'contracts[1].basis: is missing'],
    ['contracts', undefined, 'contracts: is missing'],
    ['supply.0.share', 1.5, 'supply[0].share: must be between 0 and 1, but is 1.5'],
    ['supply.0.of', 'profit', 'supply[0].of: must be "capex" or "sales", but is the text "profit"'],
    ['vendors.0.weight', -0.5, 'vendors[0].weight: must be between 0 and 1, but is -0.5'],
    ['venture.annual.value', -1, 'venture.annual.value: must be between 0 and 1000000, but is -1'],
    ['venture.growth.value', -2, 'venture.growth.value: must be between -1 and 10, but is -2'],
    ['start', '2026 Q3', 'start: must be a quarter such as 2026Q3, but is the text "2026 Q3"'],
    ['start', '2026Q5', 'start: must be a quarter such as 2026Q3, but is the text "2026Q5"'],
    ['asOf', 'June', 'asOf: must be a date such as 2026-06-30, but is the text "June"'],
    ['currency', 'EUR', 'currency: must be "USD bn", but is the text "EUR"'],
    ['quarters', 0, 'quarters: must be between 1 and 32, but is 0'],
    ['quarters', 33, 'quarters: must be between 1 and 32, but is 33'],
    ['quarters', 8.5, 'quarters: must be a whole number, but is 8.5'],
    ['extra', 1, 'extra: is not a field that is known here'],
    ['a b', 1, '["a b"]: is not a field that is known here'],
    ['title', undefined, 'title: is missing'],
  ])('with %s = %j', (path, value, message) => {
    expect(messagesAfter(set(path, value))).toContain(message);
  });

  it('is said of the whole file if it is no network at all', () => {
    const said = (json: unknown) => {
      const parsed = parseNetwork(json, figures);
      return parsed.ok ? [] : parsed.messages;
    };
    expect(said(null)).toEqual(['the file: must be an object, but is null']);
    expect(said('{}')).toEqual(['the file: must be an object, but is the text "{}"']);
    expect(said([])[0]).toBe('id: is missing');
    expect(said(undefined)).toEqual(['the file: is missing']);
  });

  it('names every fault at once', () => {
    expect(
      messagesAfter((file) => {
        set('firms.0.cash.value', -1)(file);
        set('contracts.0.length', 0)(file);
      }),
    ).toHaveLength(2);
  });
});

describe('a network file whose fields do not fit each other', () => {
  it.each<[string, unknown, string]>([
    ['firms.1.id', 'openai', 'firms[1].id: the firm "openai" occurs twice'],
    ['contracts.1.payer', 'opnai', 'contracts[1].payer: there is no firm "opnai"'],
    ['contracts.1.payee', 'orcle', 'contracts[1].payee: there is no firm "orcle"'],
    ['supply.1.buyer', 'ibm', 'supply[1].buyer: there is no firm "ibm"'],
    ['supply.1.supplier', 'ibm', 'supply[1].supplier: there is no firm "ibm"'],
    ['vendors.1.lab', 'xai', 'vendors[1].lab: there is no firm "xai"'],
    ['vendors.1.vendor', 'ibm', 'vendors[1].vendor: there is no firm "ibm"'],
    ['rivals.1.to', 'ibm', 'rivals[1].to: there is no firm "ibm"'],
    ['substitution.1.from', 'ibm', 'substitution[1].from: there is no firm "ibm"'],
    ['substitution.1.to', 'ibm', 'substitution[1].to: there is no firm "ibm"'],
    ['contracts.0.payee', 'openai', 'contracts[0]: links the firm "openai" with itself'],
    ['supply.0.supplier', 'microsoft', 'supply[0]: links the firm "microsoft" with itself'],
    ['vendors.0.vendor', 'openai', 'vendors[0]: links the firm "openai" with itself'],
    ['rivals.0.to', 'openai', 'rivals[0]: links the firm "openai" with itself'],
    ['substitution.0.to', 'openai', 'substitution[0]: links the firm "openai" with itself'],
    ['vendors.0.lab', 'oracle', 'vendors[0].lab: the firm "oracle" is not a lab'],
    ['rivals.0.lab', 'oracle', 'rivals[0].lab: the firm "oracle" is not a lab'],
    ['vendors.1.vendor', 'amazon', 'vendors[1]: the pair "openai to amazon" occurs twice'],
    ['rivals.1.to', 'anthropic', 'rivals[1]: the pair "openai to anthropic" occurs twice'],
    ['substitution.1.from', 'openai', 'substitution[1]: the pair "openai to google" occurs twice'],
    ['firms.2.openingStakes.value.xai', 1, 'firms[2].openingStakes.value.xai (microsoft): there is no firm "xai"'],
    [
      'firms.2.openingStakes.value.oracle',
      1,
      'firms[2].openingStakes.value.oracle (microsoft): the firm "oracle" is not a lab',
    ],
    [
      'firms.0.openingStakes.value.openai',
      1,
      'firms[0].openingStakes.value.openai (openai): a firm holds no stake in itself',
    ],
    ['vendors.0.weight', 0.6, 'vendors: the weights of "openai" add up to 1.1, more than 1'],
    ['rivals.4.weight', 0.5, 'rivals: the weights of "anthropic" add up to 1.05, more than 1'],
    ['vendors.0.weight', 0.500000002, 'vendors: the weights of "openai" add up to 1.000000002, more than 1'],
    ['supply.2.share', 0.97, 'supply: the shares of the capex of "google" add up to 1.01, more than 1'],
    ['firms.0.ventureShare.value', 0.6, 'firms: the venture shares of the labs add up to 1.1, more than 1'],
    [
      'firms.0.growth.value',
      -0.7,
      'firms[0].growth.value (openai): is -0.7; times 1.5, the most of the dial growth, that is below -1',
    ],
    [
      'firms.2.computeGrowth.value',
      -0.7,
      'firms[2].computeGrowth.value (microsoft): is -0.7; times 1.5, the most of the dial compute, that is below -1',
    ],
  ])('with %s = %j', (path, value, message) => {
    expect(messagesAfter(set(path, value))).toContain(message);
  });

  it('but a firm that is no lab may shrink as it likes, and weights may pass 1 by rounding and fall short of it', () => {
    expect(messagesAfter(set('firms.2.growth.value', -0.7))).toEqual([]);
    expect(messagesAfter(set('vendors.0.weight', 0.5000000001))).toEqual([]);
    expect(messagesAfter(set('rivals.4.weight', 0.1))).toEqual([]);
  });

  it('and a lab may have neither vendors nor rivals', () => {
    expect(messagesAfter((file) => Object.assign(file, { vendors: [], rivals: [] }))).toEqual([]);
  });

  it('with a link on sales before one that makes those sales', () => {
    const move = (from: number, to: number) => (file: Json) => {
      const supply = file.supply as unknown as Json[];
      supply.splice(to, 0, ...supply.splice(from, 1));
    };
    expect(messagesAfter(move(7, 0))).toEqual([
      'supply[0]: is on the sales of "nvidia", and must stand after supply[1], which makes such sales',
    ]);
    expect(messagesAfter(move(7, 4))).toEqual([
      'supply[4]: is on the sales of "nvidia", and must stand after supply[5], which makes such sales',
    ]);
    expect(messagesAfter(move(7, 5))).toEqual([]);
  });

  it('with links on sales that go round in a circle', () => {
    const link = (buyer: string, supplier: string) => ({
      buyer,
      supplier,
      share: 0.1,
      of: 'sales',
      basis: 'assumption: none',
    });
    const add =
      (...links: object[]) =>
      (file: Json) =>
        void (file.supply as unknown as object[]).push(...links);
    expect(messagesAfter(add(link('tsmc', 'nvidia')))).toEqual([
      'supply[7]: links on sales go round in a circle: "nvidia" buys from "tsmc" buys from "nvidia"',
    ]);
    expect(messagesAfter(add(link('tsmc', 'meta'), link('meta', 'nvidia')))).toEqual([
      'supply[7]: links on sales go round in a circle: "nvidia" buys from "tsmc" buys from "meta" buys from "nvidia"',
    ]);
    expect(messagesAfter(add(link('tsmc', 'meta'), link('meta', 'oracle')))).toEqual([]);
  });
});

describe('a basis', () => {
  it.each<[string, string, string]>([
    [
      'firms.0.cash.basis',
      'openia-cash',
      'firms[0].cash.basis (openai): names the figure "openia-cash", which does not exist',
    ],
    [
      'contracts.0.basis',
      'openai-microsoft-comitment',
      'contracts[0].basis (contracts): names the figure "openai-microsoft-comitment", which does not exist',
    ],
    [
      'venture.annual.basis',
      'twice vc-2026',
      'venture.annual.basis (venture): names the figure "vc-2026", which does not exist',
    ],
    [
      'firms.2.cash.basis',
      'same fit',
      'firms[2].cash.basis (microsoft): says "same fit", but no value before it was set by a fit',
    ],
  ])('%s = %j is refused', (path, basis, message) => {
    expect(messagesAfter(set(path, basis))).toEqual([message]);
  });
});
