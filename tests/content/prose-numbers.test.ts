import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dialOf } from '../../src/world/dials';
import { shippedNetwork } from '../../src/world/shipped';
import { readProse } from './prose';

/**
 * Every number of the essay is sourced, computed or a dial. So no prose has a digit of its own, and a numeral that is spelled out is held here: against the
 * figures and the network, or as a word that counts what the sentence itself goes on to name.
 */
const prose = await readProse();
const figures: readonly { id: string; quantity: string; value: number; note: string; as_of: string }[] = JSON.parse(
  readFileSync(new URL('../../content/figures.json', import.meta.url), 'utf8'),
);
function figure(id: string) {
  const found = figures.find((one) => one.id === id);
  if (!found) throw new Error(`There is no figure ${id}`);
  return found;
}
const { contracts, firms } = shippedNetwork;
const clouds = new Set(contracts.map(({ payee }) => payee)).size;
const labs = firms.filter(({ id, lab }) => lab && contracts.some(({ payer }) => payer === id)).length;
const half = figure('two-lab-share-of-backlog').value;
/** The month a figure is of, counted from year 0. */
const month = (id: string) => {
  const [year, month] = figure(id).as_of.split('-').map(Number);
  return 12 * year + month;
};
/** The suppliers' share of what the labs raised, without what its note calls conditional. */
const strategic = () => {
  const { value, note } = figure('vc-strategic-share-two-labs-2026h1');
  return value - Number(/(\d+) of Amazon's is conditional/.exec(note)?.[1]) / figure('vc-two-labs-2026h1').value;
};

const numeral =
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|thirds?|fourth|fifths?|tenths?|dozens?|hundreds?|thousands?|millions?|billions?|billionth|trillions?|twice)\b/gi;

/** Facts: a phrase with a numeral, and what it rests on. */
const facts: readonly (readonly [phrase: string, holds: () => boolean])[] = [
  ['two companies', () => labs === 2],
  ['two labs', () => labs === 2],
  ['half of a two-trillion-dollar promise', () => half === 0.5],
  ['the half is a mix', () => half === 0.5],
  ['about half is safe', () => Math.abs(half - 0.5) < 0.05],
  ['more than half has the promise', () => Math.abs(half - 0.5) < 0.05],
  ['four clouds', () => clouds === 4],
  ['which four', () => clouds === 4],
  ['four backlogs', () => clouds === 4],
  ['the other three', () => clouds - 1 === 3],
  ['the two owe', () => labs === 2],
  ['not public. Two are', () => labs === 2],
  ['two months younger', () => month('oracle-rpo') - month('microsoft-rpo') === 2],
  ['a fifth giant', () => clouds + 1 === 5],
  ['all five fill', () => clouds + 1 === 5],
  ['forgive four misses', () => dialOf('grace').max === 4],
  ['all six contracts', () => contracts.length === 6],
  ['three months’ notice', () => figure('anthropic-spacex-monthly').note.includes('90 days')],
  ['within two', () => figure('google-backlog-24m').quantity.includes('within 24 months')],
  ['raised in half a year', () => figure('vc-two-labs-2026h1').as_of === '2026-H1'],
  ['about a third', () => Math.abs(strategic() - 1 / 3) < 0.03],
  ['one of two fiscal years', () => /FY26, or FY27/.test(figure('microsoft-capex-guidance').note)],
  ['three of its quarters', () => figure('microsoft-capex-guidance').note.includes('first nine months')],
];

/** These count what their own sentences or lists name, or say how something was done. Nothing in the world could make them false. */
const plain: readonly string[] = [
  'one of three things',
  'three figures are often',
  'two figures for idle fibre',
  'dry in its second month and be paid in its third',
  'thousands of made-up networks',
  'agree to a billionth',
  'alone or among thousands',
  'three things can happen',
  'two things are worth trying',
  'there are two ways to find out',
  // How futures are run and shown: the sizes are those of src/world/futures.ts.
  'more than a dozen',
  'first few dozen of such futures',
  'thousands more when you rest',
  'shows them as a hundred',
  'of the hundred',
  'of a hundred futures',
];

const held = [...facts.map(([phrase]) => phrase), ...plain];

describe.each(prose)('the numbers of $name', ({ text }) => {
  it('are none of them typed', () => {
    expect(text.match(/.{0,30}\d.{0,30}/g) ?? []).toEqual([]);
  });

  it('are held here where they are spelled out', () => {
    const rest = held.reduce((left, phrase) => left.replace(new RegExp(phrase, 'gi'), '…'), text);
    expect([...rest.matchAll(numeral)].map(({ index }) => rest.slice(Math.max(0, index - 30), index + 30))).toEqual([]);
  });
});

it.each(facts)('it is so: %s', (_, holds) => {
  expect(holds()).toBe(true);
});

it('finds what it looks for', () => {
  expect('nine tenths of Twelve'.match(numeral)).toEqual(['nine', 'tenths', 'Twelve']);
  expect(prose.length).toBeGreaterThan(2);
  expect(prose.every(({ text }) => text.length > 100 || text.trim() === '')).toBe(true);
});
