import { describe, expect, it } from 'vitest';
import figures from '../../content/figures.json' with { type: 'json' };
import { boundWords, editRows, editsSentence } from '../../src/views/edit-rows';
import { faultWords, isOfList } from '../../src/views/fault-words';
import { knownFigures } from '../../src/world/basis';
import { boundTo, type NetworkEdit, type Spot, tryEdit } from '../../src/world/network-desk';
import type { NetworkFile } from '../../src/world/network-schema';
import { shippedFile } from '../../src/world/shipped';

const known = knownFigures(figures);
const edited = (...edits: NetworkEdit[]) =>
  edits.reduce<NetworkFile>((file, edit) => {
    const done = tryEdit(file, edit, shippedFile, known);
    if (!done.ok) throw new Error(JSON.stringify(done.faults));
    return done.file;
  }, shippedFile);
const set = (spot: Spot, value: string | number | boolean): NetworkEdit => ({ kind: 'set', spot, value });

/** Without what one who has done it is told. */
const rowsOf = (base: NetworkFile, file: NetworkFile) =>
  editRows(base, file).map(({ what, was, now }) => ({ what, was, now }));

describe('the edits of a network', () => {
  it('are none, or counted', () => {
    expect(editRows(shippedFile, shippedFile)).toEqual([]);
    expect(editsSentence([])).toBe('This is the essay’s network. Nothing is changed.');
    const file = edited(set({ of: 'venture', field: 'annual' }, 7));
    expect(editsSentence(editRows(shippedFile, file))).toBe('One change against the essay’s network.');
  });

  it('are said in words, what it was and what it is', () => {
    const file = edited(
      set({ of: 'title' }, 'Mine'),
      set({ of: 'venture', field: 'growth' }, -0.05),
      set({ of: 'firm', firm: 'openai', field: 'growth' }, 2),
      set({ of: 'firm', firm: 'oracle', field: 'name' }, 'Delphi'),
      set({ of: 'stake', firm: 'google', lab: 'openai' }, 4),
      set({ of: 'link', list: 'contracts', at: 1, field: 'total' }, 30),
      { kind: 'remove-firm', firm: 'tsmc' },
      { kind: 'add-firm', name: 'Third Lab', like: undefined },
      {
        kind: 'add-link',
        list: 'contracts',
        link: { payer: 'third-lab', payee: 'meta', total: 9, start: 2, length: 1 },
      },
    );
    const rows = rowsOf(shippedFile, file);
    expect(rows).toContainEqual({ what: 'The name of the network', was: 'The loop in mid-2026', now: 'Mine' });
    expect(rows).toContainEqual({ what: 'Investors: growth of that money a year', was: '0%', now: '−5%' });
    expect(rows).toContainEqual({ what: 'OpenAI: growth of own revenue in the first year', was: '135%', now: '200%' });
    expect(rows).toContainEqual({ what: 'Delphi: its name', was: 'Oracle', now: 'Delphi' });
    expect(rows).toContainEqual({
      what: 'Google: stakes in labs as the run opens',
      was: '$13bn in Anthropic',
      now: '$13bn in Anthropic and $4bn in OpenAI',
    });
    expect(rows).toContainEqual({ what: 'TSMC', was: 'there', now: 'removed' });
    expect(rows).toContainEqual({ what: 'Third Lab', was: 'not there', now: 'a new firm' });
    expect(rows).toContainEqual({
      what: 'Third Lab to Meta: contract',
      was: 'not there',
      now: '$9bn over 1 quarter from 2027\u00a0Q1',
    });
    // A firm with another name is the same firm.
    expect(rows.filter(({ what }) => what.startsWith('OpenAI to'))).toEqual([
      {
        what: 'OpenAI to Delphi: contract',
        was: '$300bn over 20 quarters from 2027\u00a0Q1',
        now: '$30bn over 20 quarters from 2027\u00a0Q1',
      },
    ]);
  });

  it('know a contract again that has other numbers', () => {
    const file = edited(set({ of: 'link', list: 'contracts', at: 1, field: 'total' }, 30));
    expect(rowsOf(shippedFile, file)).toEqual([
      {
        what: 'OpenAI to Oracle: contract',
        was: '$300bn over 20 quarters from 2027\u00a0Q1',
        now: '$30bn over 20 quarters from 2027\u00a0Q1',
      },
    ]);
  });

  it('say what goes with a firm', () => {
    expect(boundWords(boundTo(shippedFile, 'oracle'))).toBe('one contract and one supply link');
    expect(boundWords({ contracts: 0, supply: 0, vendors: 0, rivals: 0, substitution: 0, stakes: 0 })).toBe('');
    expect(boundWords({ contracts: 0, supply: 2, vendors: 0, rivals: 0, substitution: 0, stakes: 1 })).toBe(
      'two supply links and one stake in it',
    );
  });
});

describe('a fault', () => {
  const spot: Spot = { of: 'firm', firm: 'meta', field: 'payout' };

  it('at its own field is said in the unit of the field', () => {
    const fault = { path: 'firms[6].payout.value', text: 'must be between 0 and 1, but is 1.5' };
    expect(faultWords(fault, shippedFile, spot, 'share')).toBe('Must be between 0% and 100%, but is 150%.');
    expect(faultWords(fault, shippedFile, spot, 'money')).toBe('Must be between 0 and 1, but is 1.5.');
    const large = { ...fault, text: 'must be between 0 and 1000000, but is -2000' };
    expect(faultWords(large, shippedFile, spot, 'money')).toBe('Must be between 0 and 1,000,000, but is -2,000.');
    const sum = { path: 'vendors', text: 'the weights of "openai" add up to 1.4, more than 1' };
    expect(faultWords(sum, shippedFile)).toBe('The weights of OpenAI add up to 140%, more than 100%.');
  });

  it('elsewhere says where, by name', () => {
    expect(faultWords({ path: 'firms[6].payout.value', text: 'is missing' }, shippedFile)).toBe(
      'Meta, share of spare cash returned to shareholders: is missing.',
    );
    expect(faultWords({ path: 'vendors[2].lab', text: 'the firm "openai" is not a lab' }, shippedFile, spot)).toBe(
      'Vendor links, row 3: the firm OpenAI is not a lab.',
    );
    expect(faultWords({ path: 'firms', text: 'must hold at least one firm' }, shippedFile)).toBe(
      'Must hold at least one firm.',
    );
  });

  it('is of a list if it is of no row', () => {
    expect(['firms', 'vendors', 'vendors[1]', 'title'].map((path) => isOfList({ path, text: '' }))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
