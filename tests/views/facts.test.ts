import { describe, expect, it } from 'vitest';
import { createEngine, type Levers } from '../../src/engine';
import { edgeFinder, edgeWords, findEdge } from '../../src/views/edge';
import * as facts from '../../src/views/facts';
import { usualLevers } from '../../src/world/dials';
import { exportRun } from '../../src/world/export';
import { shippedFile, shippedNetwork } from '../../src/world/shipped';
import { readCore } from '../engine/core';
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

describe('the edge', async () => {
  const engine = await createEngine(await readCore(), shippedNetwork);

  it('is the first value on the step at which a firm falls', () => {
    const levers = { ...usualLevers(), ...opening };
    const edge = findEdge(engine, levers, 'severity');
    expect(edge).toEqual({ kind: 'from', value: 0.85, monotone: true });
    for (let percent = 0; percent <= 100; percent++) {
      expect(facts.anyFall(engine.run({ ...levers, severity: percent / 100 }))).toBe(percent >= 85);
    }
    expect(edgeWords(edge, 'severity', shippedFile)).toEqual({ value: 0.85, text: 'the first firm fails from 85%' });
  });

  it('may be nowhere, or everywhere', () => {
    const never = findEdge(engine, usualLevers(), 'severity');
    expect(never.kind).toBe('never');
    expect(edgeWords(never, 'severity', shippedFile).value).toBeUndefined();
    const always = findEdge(engine, { ...usualLevers(), supply: 0, vendorShare: 0, growth: 0 }, 'severity');
    expect(always).toEqual({ kind: 'always', value: 0, monotone: true });
  });

  it('says so where more of the dial saves a firm again', () => {
    const edge = findEdge(engine, { ...usualLevers(), ...opening }, 'growth');
    expect(edge.kind).toBe('always');
    expect(edge.monotone).toBe(false);
    expect(edgeWords(edge, 'growth', shippedFile).text).toBe(
      'the first firm fails from 0%, though not everywhere above',
    );
  });

  it('is not looked for again while only its own dial moves', () => {
    let runs = 0;
    const counting = {
      run(levers: Levers) {
        runs += 1;
        return engine.run(levers);
      },
    };
    const find = edgeFinder(counting, 'severity');
    const levers = { ...usualLevers(), ...opening };
    const edge = find(levers);
    const first = runs;
    expect(first).toBeLessThanOrEqual(16);
    expect(find({ ...levers, severity: 0.2 })).toBe(edge);
    expect(runs).toBe(first);
    find({ ...levers, growth: 0.7 });
    expect(runs).toBeGreaterThan(first);
  });
});
