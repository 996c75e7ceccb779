import { describe, expect, it } from 'vitest';
import { booksOf, countOf, isCounted, labsOwe } from '../../src/views/backlog';
import { becomes, instalmentsOf, layersOf } from '../../src/views/backlog-promises';
import { across, down, ribbonsOf } from '../../src/views/backlog-ribbons';
import { backlogStory, promisedTo } from '../../src/views/backlog-story';
import { tallyOf } from '../../src/views/backlog-tally';
import { debtors } from '../../src/views/facts';
import { sourced } from '../../src/views/figure-words';
import { scaleMark } from '../../src/views/scale-mark';
import { totals } from '../../src/views/totals';
import { shippedFile, shippedNetwork } from '../../src/world/shipped';
import { runOf, worlds } from './ring-runs';

const value = (id: string) => sourced(id).value;
const books = booksOf(shippedNetwork, shippedFile);

describe('the books', () => {
  it('hold what the four clouds report, and what the labs owe of it', () => {
    const { booked, since, labs } = countOf(books, 'filings');
    expect(booked).toBe(value('four-cloud-backlog-total'));
    expect(labs).toBe(value('two-lab-commitment-sum'));
    expect(booked + since).toBe(booked - value('aws-backlog') + value('aws-backlog-incl-anthropic'));
  });

  it('do not come to what the essay says without Oracle', () => {
    const { booked, labs, claimed } = countOf(books, 'essay');
    expect(booked).toBe(value('four-cloud-backlog-total') - value('oracle-rpo'));
    expect(labs).toBe(value('two-lab-commitment-sum') - value('openai-oracle-commitment'));
    expect(booked).toBeLessThan(0.7 * claimed);
  });

  it('have four clouds in either counting, and every debt adds up', () => {
    for (const counting of ['filings', 'essay'] as const)
      expect(books.filter(({ id }) => isCounted(id, counting))).toHaveLength(4);
    for (const book of books) {
      expect(book.owed.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(book.booked + book.since, 9);
      expect(book.owed.every(({ amount }) => amount > 0)).toBe(true);
    }
  });

  it('are a bar of parts that ends the books where their sum does', () => {
    const payers = ['openai', 'anthropic'];
    for (const counting of ['filings', 'essay'] as const) {
      const parts = tallyOf(books, counting, payers);
      const { booked, since, labs } = countOf(books, counting);
      const sumOf = (some: typeof parts) => some.reduce((sum, { amount }) => sum + amount, 0);
      expect(sumOf(parts.filter((part) => !part.since))).toBeCloseTo(booked, 9);
      expect(sumOf(parts.filter((part) => part.since))).toBeCloseTo(since, 9);
      expect(sumOf(parts.filter(({ payer }) => payers.includes(payer)))).toBeCloseTo(labs, 9);
      // What was signed since comes last.
      expect(parts.map((part) => `${part.payer} ${part.since}`)).toEqual([
        'openai false',
        'anthropic false',
        'others false',
        'anthropic true',
      ]);
    }
  });

  it.each([
    ['microsoft', 'microsoft-lab-share', 'booked'],
    ['oracle', 'oracle-lab-share', 'booked'],
    ['google', 'google-lab-share', 'booked'],
    ['amazon', 'aws-lab-share', 'all'],
  ])('give %s the share of the labs that is published', (id, figure, of) => {
    const book = books.find((other) => other.id === id);
    if (!book) throw new Error(id);
    const whole = of === 'all' ? book.booked + book.since : book.booked;
    expect(Math.abs(labsOwe(book) / whole - value(figure))).toBeLessThan(0.011);
  });
});

it('draws each billion equally thick, at both ends', () => {
  const { payers, clouds, ribbons } = ribbonsOf(books, ['openai', 'anthropic']);
  const scale = payers[0].height / value('openai-commitment-sum');
  for (const cloud of clouds) {
    const book = books.find(({ id }) => id === cloud.id);
    if (book?.booked) expect(cloud.height / (book.booked + book.since)).toBeCloseTo(scale, 9);
    expect(cloud.top + cloud.height).toBeLessThanOrEqual(down + 1e-9);
  }
  expect(payers.reduce((sum, { height }) => sum + height, 0) / scale).toBeCloseTo(
    countOf(books, 'filings').booked + countOf(books, 'filings').since,
    6,
  );
  expect(ribbons.filter(({ since }) => since)).toMatchObject([{ payer: 'anthropic', payee: 'amazon' }]);
  expect(ribbons.every(({ path }) => path.includes(` ${across} `))).toBe(true);
});

it('marks its scale with a round sum that is well within the drawing', () => {
  expect([1.3, 9, 15, 40, 72, 140].map(scaleMark)).toEqual([0.5, 5, 10, 20, 50, 50]);
});

it('says what becomes of a promise, and what is gone of it in parts', () => {
  const none = { payer: 0, promised: 100, cut: 0, lost: 0, badDebt: 0, recovered: 0, later: 0, quarters: [] };
  expect(becomes({ ...none, paid: 100 })).toBe('$100bn is paid');
  expect(becomes({ ...none, paid: 60, cut: 10, lost: 25, later: 5 })).toBe(
    '$60bn is paid, $35bn gone ($25bn ended, $10bn declined), $5bn still to come',
  );
  expect(becomes({ ...none, paid: 90, cut: 10 })).toBe('$90bn is paid, $10bn declined');
});

it.each(worlds)('what is gone is declined or ended, for all clouds and for each: %o', async (levers) => {
  const run = await runOf(levers);
  const { declined, ended, badDebt } = backlogStory(run, shippedFile);
  expect(badDebt).toBeLessThanOrEqual(ended + 1e-9);
  const clouds = books.map(({ id }) => promisedTo(run, id));
  expect(clouds.reduce((sum, cloud) => sum + cloud.gone, 0)).toBeCloseTo(declined + ended, 6);
});

it.each(worlds)('instalments add up to what was signed, and to the account of the run: %o', async (levers) => {
  const run = await runOf(levers);
  const account = totals(run);
  const all = debtors(run).map((i) => instalmentsOf(run, i));
  for (const key of ['promised', 'paid', 'cut', 'lost', 'recovered', 'badDebt'] as const)
    expect(all.reduce((sum, payer) => sum + payer[key], 0)).toBeCloseTo(account[key], 6);
  for (const payer of all) {
    for (const { signed, paid, late, cut, gone } of payer.quarters) {
      expect(paid + late + cut + gone).toBeCloseTo(signed, 9);
      expect(Math.min(paid, late, cut, gone)).toBeGreaterThanOrEqual(0);
    }
    expect(layersOf(payer, 100).paid).not.toContain('NaN');
  }
});
