import { describe, expect, it } from 'vitest';
import { balanceOf, booksInView, worthSeeing } from '../../src/views/balance';
import { clearingOf } from '../../src/views/clearing';
import { millions, tiny } from '../../src/views/exact';
import { openingCash } from '../../src/world/step-ten';
import { cast, hostsFall, plan, runOf, runOfWorld, wild } from './shipped-runs';

const every = plan.network.firms.flatMap((_, i) =>
  Array.from({ length: plan.network.quarters }, (_, t) => [i, t] as const),
);

describe('the books of a firm for a quarter', () => {
  it.each([
    ['the plan', {}],
    ['a stop', { stop: 4, severity: 0.9, growth: 0.6 }],
    ['a wild world with friction', { ...wild, friction: 0.3 }],
    ['a world in which hosts are restructured', hostsFall],
  ])('add up in every quarter of %s, from one close to the next', (_, changes) => {
    const run = runOf(changes);
    for (const [i, t] of every) {
      const { before, between, opening, closing, residual } = balanceOf(run, i, t);
      expect(Math.abs(residual)).toBeLessThan(1e-9);
      expect(before + between.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(opening, 9);
      if (t > 0) expect(before).toBe(balanceOf(run, i, t - 1).closing);
      expect(between.every(({ amount, step }) => amount !== 0 && step === 10)).toBe(true);
      expect(closing).toBe(run.firm.cash[t * run.network.firms.length + i]);
    }
  });

  it('name the money of a restructuring where a quarter opens', () => {
    const run = runOf(hostsFall);
    const { firms } = run.network;
    const oracle = firms.findIndex(({ id }) => id === 'oracle');
    const fall = run.events.find(({ kind, firm }) => kind === 'restructured' && firm === oracle);
    const { before, between, opening } = balanceOf(run, oracle, (fall?.t ?? 0) + 1);
    expect(before).toBeCloseTo(0, 9);
    expect(opening).toBe(firms[oracle].minCash);
    expect(between.map(({ what }) => what)).toEqual(['put in by its creditors, as it was restructured']);
  });

  it('have no line without money, and none twice', () => {
    const run = runOfWorld('the-music-stops');
    for (const [i, t] of every) {
      const { lines } = balanceOf(run, i, t);
      expect(lines.every(({ amount }) => amount !== 0)).toBe(true);
      expect(new Set(lines.map(({ what }) => what)).size).toBe(lines.length);
    }
  });

  it('open with the file, then with what was left', () => {
    expect(openingCash(plan, 0, 0)).toBe(plan.network.firms[0].cash);
    expect(openingCash(plan, 0, 1)).toBe(plan.firm.cash[0]);
  });

  it('open empty for a lab that has failed, and with its least cash for a firm that was restructured', () => {
    const run = runOf(wild);
    const { firms } = run.network;
    const falls = run.events.filter(({ kind, t }) => kind !== 'missed' && kind !== 'terminated' && t < 31);
    expect(falls.length).toBeGreaterThan(0);
    for (const { kind, firm, t } of falls) {
      const cash = openingCash(run, firm, t + 1);
      if (kind === 'failed') expect(cash).toBe(0);
      else expect(cash).toBeGreaterThanOrEqual(firms[firm].minCash);
    }
  });
});

describe('the quarter shown first', () => {
  it('is that of the first missed payment', () => {
    const run = runOfWorld('the-music-stops');
    const { firm, t } = worthSeeing(run);
    const { owed, cleared, short } = clearingOf(run, firm, t);
    expect(short).toBeGreaterThan(0);
    expect(cleared).toBeLessThan(owed);
    expect(run.events.every(({ kind, t: at }) => kind !== 'missed' || at >= t)).toBe(true);
  });

  it('is that of a lab’s largest raise where nobody misses one', () => {
    const { firm, t } = worthSeeing(plan);
    expect(plan.network.firms[firm].lab).toBe(true);
    const raised = (at: number) => clearingOf(plan, firm, at).raised;
    for (const [, at] of every) expect(raised(at)).toBeLessThanOrEqual(raised(t));
  });
});

describe('the books in view', () => {
  const oracle = cast.firms.findIndex(({ id }) => id === 'oracle');

  it('are those that were chosen, as far as they were', () => {
    const run = runOfWorld('the-music-stops');
    const usual = worthSeeing(run);
    expect(booksInView(run, undefined, undefined)).toEqual(usual);
    expect(booksInView(run, -1, undefined)).toEqual(usual);
    expect(booksInView(run, oracle, 5)).toEqual({ firm: oracle, t: 5 });
    expect(booksInView(run, undefined, 5)).toEqual({ firm: usual.firm, t: 5 });
    expect(booksInView(run, oracle, undefined)).toEqual({ firm: oracle, t: usual.t });
  });

  it('are of the quarter in which the firm first misses a payment, if it is chosen alone', () => {
    const fallen = runOf(hostsFall);
    const missed = fallen.events.find(({ kind, firm }) => kind === 'missed' && firm === oracle);
    expect(missed?.t).toBeGreaterThan(worthSeeing(fallen).t);
    expect(booksInView(fallen, oracle, undefined)).toEqual({ firm: oracle, t: missed?.t });
  });
});

it.each([
  [1048, '1,048.000'],
  [-3.25, '−3.250'],
  [-0.0001, '0.000'],
  [1234567.8912, '1,234,567.891'],
])('%d billions are %s', (amount, text) => {
  expect(millions(amount)).toBe(text);
});

it.each([
  [0, '0'],
  [1.84e-12, '1.8 × 10⁻¹²'],
  [0.25, '2.5 × 10⁻¹'],
  [31, '3.1 × 10¹'],
])('%d is %s', (value, text) => {
  expect(tiny(value)).toBe(text);
});
