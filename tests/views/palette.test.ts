import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { coloursOf, gone, paint } from '../../src/views/palette';
import { shippedFile } from '../../src/world/shipped';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
const known = (value: string) => css.includes(`${value.slice('var('.length, -1)}:`);

it('gives each firm of the shipped network, and the investors, a colour of its own', () => {
  const parties = [...shippedFile.firms, { id: 'investors' }];
  const fills = parties.map((party) => coloursOf(party).fill);
  expect(new Set(fills).size).toBe(parties.length);
  for (const party of parties) expect(coloursOf(party).fill).toBe(`var(--firm-${party.id})`);
});

it('falls back to the role, and then to one quiet colour', () => {
  expect(coloursOf({ id: 'worldcom', role: 'cloud' }).fill).toBe('var(--role-cloud)');
  expect(coloursOf({ id: 'worldcom', role: 'carrier' }).fill).toBe('var(--role-other)');
});

it('names only colours that are in the style sheet', () => {
  const roles = ['lab', 'cloud', 'platform', 'chips', 'foundry', 'carrier'].map((role) => ({ id: 'x', role }));
  for (const { fill, text } of [...[...shippedFile.firms, { id: 'investors' }, ...roles].map(coloursOf), gone]) {
    expect([fill, text].filter((value) => !known(value))).toEqual([]);
  }
  expect(paint(gone)).toBe('--firm: var(--gone); --firm-text: var(--gone-text)');
});
