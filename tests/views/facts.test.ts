import { describe, expect, it } from 'vitest';
import * as facts from '../../src/views/facts';
import { exportRun } from '../../src/world/export';
import { shippedFile } from '../../src/world/shipped';
import { opening, runOf, worlds } from './ring-runs';

const plan = await runOf();
const run = await runOf(opening);
const openai = 0;

describe('the opening world', () => {
  it('has a first fall, and others after it', () => {
    expect(facts.firstFall(run)).toEqual({ firm: openai, kind: 'failed', t: 13 });
    expect(facts.fallenBy(run, 12)).toEqual([]);
    expect(facts.fallenBy(run, 13)).toHaveLength(1);
    expect(facts.anyFall(run)).toBe(true);
    expect(facts.firstMiss(run)).toMatchObject({ firm: openai, t: 12 });
  });

  it('counts months of cash for labs that burn', () => {
    expect(facts.monthsOfCash(run, openai, 8)).toBeCloseTo(2.82, 2);
    expect(facts.monthsOfCash(run, openai, 14)).toBeUndefined();
    expect(facts.monthsOfCash(run, 2, 8)).toBeUndefined();
    expect(facts.monthsOfCash(plan, openai, 20)).toBeUndefined();
    expect(facts.firstBelow(run, openai, 3)).toBe(8);
    expect(facts.firstBelow(plan, openai, 3)).toBeUndefined();
    expect(facts.closestCall(plan)).toMatchObject({ firm: openai });
  });

  it('knows the money on offer', () => {
    expect(facts.onOffer(run, 8)).toBeCloseTo(6.25, 9);
    expect(facts.offerAgainst(run, plan, 8)).toBeCloseTo(0.1, 9);
  });

  it('knows what was promised and what came of it', () => {
    const promises = facts.promisesOf(run);
    const { totals } = exportRun(run, shippedFile);
    expect(promises).toMatchObject({ promised: 1048, cut: totals.cut, lost: totals.lost, badDebt: totals.badDebt });
    expect(promises.never).toBe(promises.cut + promises.lost);
    expect(facts.contractsPaid(plan, openai, 14)).toBeCloseTo(30.8, 1);
    expect(facts.contractsPaid(run, openai, 14)).toBe(0);
    expect(facts.debtors(run)).toEqual([0, 1]);
  });
});

it.each(worlds)('what is paid and what never is come to no more than was promised: %o', async (levers) => {
  const promises = facts.promisesOf(await runOf(levers));
  expect(promises.paid + promises.never).toBeLessThanOrEqual(promises.promised + 1e-6);
  expect(promises.badDebt).toBeLessThanOrEqual(promises.lost + 1e-9);
});
