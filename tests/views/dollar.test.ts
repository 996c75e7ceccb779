import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/engine';
import { type Dollars, dollarsOf, type Homecoming, sources } from '../../src/views/dollar';
import {
  cents,
  centsShort,
  chequeWords,
  dollarFinding,
  inWholeCents,
  isAre,
  mostOwn,
} from '../../src/views/dollar-words';
import { arbLevers } from '../arbitraries/world';
import { worlds } from './ring-runs';
import { cast, plan, runOf, runOfWorld } from './shipped-runs';

const sum = (values: Iterable<number>) => [...values].reduce((all, x) => all + x, 0);
const nameOf = (firm: number) => cast.firms[firm].name;
const of = ({ firms }: Dollars, id: string) => firms.find(({ firm }) => cast.firms[firm].id === id) as Homecoming;

function checkDollars(run: Run): void {
  const dollars = dollarsOf(run);
  for (const homecoming of dollars.firms) checkHomecoming(run, homecoming);
  const contracts = dollars.firms.flatMap(({ payments }) => payments.filter(({ payer }) => payer !== undefined));
  expect(sum(contracts.map(({ paid }) => paid))).toBeCloseTo(sum(run.contract.paid), 6);
  const cheques = sum(contracts.map(({ paid, from }) => paid * (from.own + from.vendors)));
  expect(cheques).toBeCloseTo(dollars.cheques * sum(run.contract.paid), 6);
  expect(dollars.raisedLast + dollars.earnedLast).toBeLessThanOrEqual(1 + 1e-9);
  for (const share of [dollars.raisedFirst, dollars.raisedLast, dollars.earnedLast, dollars.cheques]) {
    expect(share).toBeGreaterThanOrEqual(-1e-9);
    expect(share).toBeLessThanOrEqual(1 + 1e-9);
  }
}

function checkHomecoming(run: Run, homecoming: Homecoming): void {
  const { firm, payments, given, home, homeLeast, homeMost } = homecoming;
  const count = run.network.firms.length;
  expect(given).toBeCloseTo(sum(run.firm.invested.filter((_, at) => at % count === firm)), 6);
  for (const { paid, from, ownLeast, ownMost } of payments) {
    const parts = sources.map((source) => from[source]);
    expect(sum(parts)).toBeCloseTo(paid > 0 ? 1 : 0, 9);
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(-1e-9);
    // The proportional answer lies between the two ends.
    expect(ownLeast).toBeLessThanOrEqual(from.own + 1e-9);
    expect(from.own).toBeLessThanOrEqual(ownMost + 1e-9);
  }
  expect(homeLeast).toBeLessThanOrEqual(home + 1e-9);
  expect(home).toBeLessThanOrEqual(homeMost + 1e-9);
  // Seen from the giver and from the payer it is the same money.
  expect(home * given).toBeCloseTo(sum(payments.map(({ paid, from }) => paid * from.own)), 6);
}

describe('a dollar followed home', () => {
  it.each(worlds)('is accounted for: %o', (levers) => checkDollars(runOf(levers)));

  it('is accounted for in any world', () => {
    fc.assert(
      fc.property(arbLevers(), (levers) => checkDollars(runOf(levers))),
      { numRuns: 40 },
    );
  });

  it('is nobody’s cheque where suppliers give nothing', () => {
    const dollars = dollarsOf(runOf({ stop: 4, severity: 0.9, growth: 0.6, vendorShare: 0 }));
    expect(dollars.cheques).toBe(0);
    for (const { given, home } of dollars.firms) expect([given, home]).toEqual([0, 0]);
    expect(dollarFinding(of(dollars, 'microsoft'), nameOf)).toBe(
      'Microsoft gives the labs nothing here. Of each dollar that OpenAI pays it, nothing is a supplier’s cheque.',
    );
    expect(chequeWords(of(dollars, 'microsoft'), nameOf)).toBe('Microsoft writes no cheque in this world.');
  });

  it('is a supplier’s more often the more suppliers put up, and most where they fill every gap', () => {
    const stop = { stop: 4, severity: 0.9, growth: 0.6 };
    const [less, usual, more, all] = [
      { ...stop, vendorShare: 0.1 },
      stop,
      { ...stop, vendorShare: 0.8 },
      { ...stop, backstop: 1 },
    ].map((levers) => dollarsOf(runOf(levers)).cheques);
    expect(less).toBeLessThan(usual);
    expect(usual).toBeLessThan(more);
    expect(more).toBeLessThan(all);
  });

  it('comes from customers in the end if the plan holds', () => {
    const dollars = dollarsOf(plan);
    expect(dollars.raisedFirst).toBeGreaterThan(0.5);
    expect(dollars.earnedLast).toBeGreaterThan(0.9);
    const broken = dollarsOf(runOf({ stop: 0, severity: 1, growth: 0, grace: 0 }));
    expect(broken.earnedLast).toBeLessThan(0.9);
  });

  it('is said in whole cents that add up to it', () => {
    let odd = 0;
    fc.assert(
      fc.property(arbLevers(), (levers) => {
        for (const { payments } of dollarsOf(runOf(levers)).firms) {
          for (const { paid, from } of payments) {
            const said = inWholeCents(from);
            const inCents = (shares: typeof from) => sources.map((source) => Math.round(100 * shares[source]));
            expect(sum(inCents(said))).toBe(paid > 0 ? 100 : 0);
            if (paid > 0 && sum(inCents(from)) !== 100) odd += 1;
            for (const source of sources) {
              expect(Math.abs(said[source] - from[source])).toBeLessThan(0.01);
              // What is there is never said to be nothing.
              if (from[source] > 1e-9) expect(said[source]).toBeGreaterThan(1e-9);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(odd).toBeGreaterThan(0);
  });

  it('is told of in words that follow the world', () => {
    const dollars = dollarsOf(runOfWorld('the-music-stops'));
    expect(dollarFinding(of(dollars, 'microsoft'), nameOf)).toBe(
      'Of each dollar that OpenAI pays Microsoft, two cents are Microsoft’s own. Of each dollar that Microsoft gives, 17 cents come home.',
    );
    expect(dollarFinding(of(dollars, 'oracle'), nameOf)).toMatch(/^Oracle gives the labs nothing here\./);
    expect(chequeWords(of(dollars, 'oracle'), nameOf)).toBe('Oracle puts no money into a lab.');
    expect(chequeWords(of(dollars, 'microsoft'), nameOf)).toMatch(/^Microsoft gives OpenAI and Anthropic \$15bn\./);
    expect(mostOwn(of(dollars, 'microsoft').payments)?.payer).toBe(0);
    expect(mostOwn([])).toBeUndefined();
  });
});

it.each([
  [0, 'nothing', '0¢', 'is'],
  [0.004, 'less than a cent', '<1¢', 'is'],
  [0.0149, 'one cent', '1¢', 'is'],
  [0.015, 'two cents', '2¢', 'are'],
  [0.28, '28 cents', '28¢', 'are'],
  [0.996, 'all of it', '100¢', 'is'],
])('%d of a dollar', (share, words, short, verb) => {
  expect([cents(share), centsShort(share), isAre(share)]).toEqual([words, short, verb]);
});
