import { describe, expect, it } from 'vitest';
import { createEngine, type Levers } from '../../src/engine';
import { usualLevers } from '../../src/world/dials';
import { type ExportedFirm, type ExportedRun, exportRun } from '../../src/world/export';
import { decode } from '../../src/world/link';
import { quarterLabel } from '../../src/world/quarters';
import { shippedFile, shippedNetwork, shippedWorlds } from '../../src/world/shipped';
import { readCore } from '../engine/core';

const engine = await createEngine(await readCore(), shippedNetwork);
const labs = ['openai', 'anthropic'];

/** The dials of a shipped world. */
function leversOf(id: string): Levers {
  const query = shippedWorlds.worlds.find((world) => world.id === id)?.query ?? '';
  return decode(query, shippedFile).levers;
}

const runs = new Map(shippedWorlds.worlds.map(({ id }) => [id, exportRun(engine.run(leversOf(id)), shippedFile)]));
const of = (id: string) => runs.get(id) as ExportedRun;
const plan = of('the-plan-holds');
const bear = of('the-music-stops');

const firmAt = (run: ExportedRun, id: string, t: number) =>
  run.quarters[t].firms.find((firm) => firm.id === id) as ExportedFirm;
const last = (run: ExportedRun, id: string) => firmAt(run, id, shippedFile.quarters - 1);
const over = (run: ExportedRun, id: string, read: (firm: ExportedFirm) => number) =>
  run.quarters.reduce((sum, { t }) => sum + read(firmAt(run, id, t)), 0);
/** The first quarter from which a firm never burns money again. */
const paysItsWayFrom = (run: ExportedRun, id: string) =>
  1 + run.quarters.findLastIndex(({ t }) => firmAt(run, id, t).burn > 0);
const kinds = ({ events }: ExportedRun) => new Set(events.map(({ kind }) => kind));
const moved = (id: string) => {
  const usual = usualLevers();
  return Object.entries(leversOf(id)).filter(([lever, value]) => value !== usual[lever as keyof Levers]);
};

describe('each world is true to its name:', () => {
  it('each has dials of its own, and is told of below', () => {
    expect(new Set(shippedWorlds.worlds.map(({ query }) => query)).size).toBe(shippedWorlds.worlds.length);
    expect(shippedWorlds.worlds.map(({ id }) => id)).toEqual([
      'the-plan-holds',
      'better-than-plan',
      'the-music-stops',
      'slow-leak',
      'the-backstop',
      'soft-landing',
      'only-one-chair-short',
      'the-search-war',
    ]);
  });

  it('the plan holds: no dial is moved, no payment is missed, and the labs come to pay their own way', () => {
    expect(moved('the-plan-holds')).toEqual([]);
    expect(plan.events).toEqual([]);
    for (const id of labs) expect(last(plan, id)).toMatchObject({ burn: 0, equity: 0, short: 0 });
  });

  it('better than plan: the labs pay their way a year or more before the plan has them do so, and raise less', () => {
    const run = of('better-than-plan');
    expect(run.levers.growth).toBeGreaterThan(1);
    expect(run.totals).toMatchObject({ cut: 0, lost: 0 });
    expect(run.events).toEqual([]);
    for (const id of labs) {
      expect(paysItsWayFrom(plan, id) - paysItsWayFrom(run, id)).toBeGreaterThanOrEqual(4);
    }
    expect(run.totals.investors).toBeLessThan(plan.totals.investors);
  });

  it('the music stops: OpenAI alone fails, at the end of 2029, and the rest of the contracts is the loss', () => {
    const { totals, events, levers } = bear;
    expect(quarterLabel(levers.stop, shippedFile.start)).toBe('2027Q3');
    expect(levers).toMatchObject({ severity: 0.9, growth: 0.6 });
    expect(totals.firstFailure).toEqual({ t: 13, label: '2029Q4', firm: 'openai' });
    expect(events.filter(({ kind }) => kind === 'failed')).toHaveLength(1);
    expect(totals.badDebt).toBeLessThan(0.02 * totals.lost);
  });

  it('slow leak: four years from the stop to the first miss, and the labs went without before it', () => {
    const run = of('slow-leak');
    const { stop, speed, drought, growth } = run.levers;
    expect(speed).toBe(8);
    expect(stop + drought).toBeGreaterThanOrEqual(shippedFile.quarters);
    expect(growth).toBeLessThan(0.5);
    const [first] = run.events;
    expect(first).toMatchObject({ kind: 'missed', firm: 'openai' });
    expect(first.t - stop).toBeGreaterThanOrEqual(16);
    expect(run.totals.firstFailure?.firm).toBe('openai');
    expect(run.totals.firstFailure?.t).toBeGreaterThan(bear.totals.firstFailure?.t ?? Number.POSITIVE_INFINITY);
    for (const id of labs) {
      expect(run.quarters.some(({ t }) => t < first.t && firmAt(run, id, t).starved > 0.01)).toBe(true);
    }
  });

  it('the backstop: the same stop, no payment is missed, and the suppliers put in more than the investors', () => {
    const { totals, events, levers } = of('the-backstop');
    expect({ ...levers, backstop: 0 }).toEqual(bear.levers);
    expect(events).toEqual([]);
    expect(totals.invested).toBeGreaterThan(totals.investors);
    expect(totals.invested).toBeGreaterThan(5 * bear.totals.invested);
  });

  it('soft landing: the same stop with promises less firm; nobody misses, more is declined', () => {
    const { totals, events, levers } = of('soft-landing');
    expect({ ...levers, firmness: bear.levers.firmness }).toEqual(bear.levers);
    expect(levers.firmness).toBeLessThan(bear.levers.firmness);
    expect(events).toEqual([]);
    expect(totals.cut).toBeGreaterThan(2 * bear.totals.cut);
    expect(totals.cut).toBeLessThan(0.5 * bear.totals.lost);
    expect(totals.lost).toBe(0);
  });

  it('only one chair short: one firm falls, nobody else misses, and the other lab ends larger than planned', () => {
    const run = of('only-one-chair-short');
    expect(run.levers).toMatchObject({ severity: 1, growth: 0.9 });
    const fallen = run.events.filter(({ kind }) => kind === 'failed' || kind === 'restructured');
    expect(fallen.map(({ firm }) => firm)).toEqual(['openai']);
    const missed = run.events.filter(({ kind }) => kind === 'missed');
    expect(new Set(missed.map(({ firm }) => firm))).toEqual(new Set(['openai']));
    expect(paysItsWayFrom(run, 'anthropic')).toBeLessThanOrEqual(fallen[0].t + 1);
    expect(last(run, 'anthropic').own).toBeGreaterThan(last(plan, 'anthropic').own);
  });

  it('the search war: Google loses more in search than it earns as a host, and pays all the same', () => {
    const run = of('the-search-war');
    expect(run.levers.substitution).toBeGreaterThan(3 * usualLevers().substitution);
    expect(run.levers.growth).toBeGreaterThan(1);
    const peace = exportRun(engine.run({ ...leversOf('the-search-war'), substitution: 0 }), shippedFile);
    const own = ({ own: revenue }: ExportedFirm) => revenue;
    const search = over(peace, 'google', own) - over(run, 'google', own);
    const hosting = run.contracts.reduce((sum, { payee, paid }) => (payee === 'google' ? sum + paid : sum), 0);
    expect(hosting).toBeGreaterThan(100);
    expect(search).toBeGreaterThan(hosting);
    expect(kinds(run)).toEqual(new Set());
    const sales = run.quarters.map((_, t) => firmAt(run, 'google', t).own);
    expect(sales.indexOf(Math.max(...sales))).toBeLessThan(sales.length - 1);
    expect(last(run, 'google').debt).toBeGreaterThan(3 * last(plan, 'google').debt);
  });
});
