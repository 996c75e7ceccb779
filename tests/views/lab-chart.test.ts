import { describe, expect, it } from 'vitest';
import { createEngine, firmSeries, quarterSeries } from '../../src/engine';
import { chartFinding, labChart } from '../../src/views/lab-chart';
import { usualLevers } from '../../src/world/dials';
import { isFirmSeries, usualSee } from '../../src/world/see';
import { shippedFile, shippedNetwork } from '../../src/world/shipped';
import { allDebtStruckOut, openingCash, step10Series } from '../../src/world/step-ten';
import { readCore } from '../engine/core';
import { hostsFall, plan, runOf } from './shipped-runs';

const core = await readCore();
const engines = await Promise.all([createEngine(core, shippedNetwork), createEngine(core, shippedNetwork)]);
const runs = [
  engines[0].run({ ...usualLevers(), stop: 4, severity: 0.9, growth: 0.6 }),
  engines[1].run({ ...usualLevers(), growth: 0.9 }),
];
const usual = usualSee(shippedFile);
const chart = (change: Partial<typeof usual> = {}) => labChart({ ...usual, ...change }, runs, plan, shippedFile);
const last = shippedFile.quarters - 1;

describe('the chart of the lab', () => {
  it('has a line for each firm and world, and the plan behind', () => {
    const { lines, plan: behind, title, axis } = chart();
    expect(lines.map(({ name, world }) => [name, world])).toEqual([
      ['OpenAI', 0],
      ['OpenAI', 1],
      ['Anthropic', 0],
      ['Anthropic', 1],
    ]);
    expect(behind.map(({ name }) => name)).toEqual(['OpenAI', 'Anthropic']);
    expect(title).toBe('Cash of OpenAI and Anthropic in A and B');
    expect(axis).toBe('$ billion');
    const count = shippedFile.firms.length;
    expect(lines[1]?.values[9]).toBe(runs[1]?.firm.cash[9 * count]);
    expect(lines[0]?.falls).toBe(13);
    expect(lines[2]?.falls).toBeUndefined();
  });

  it('takes the plan or another world away', () => {
    const count = shippedFile.firms.length;
    const againstPlan = chart({ against: 'plan' });
    expect(againstPlan.plan).toEqual([]);
    expect(againstPlan.lines[0]?.values[5]).toBe(
      (runs[0]?.firm.cash[5 * count] ?? 0) - (plan.firm.cash[5 * count] ?? 0),
    );
    const againstB = chart({ against: 1, firms: ['oracle'] });
    expect(againstB.lines.map(({ world }) => world)).toEqual([0]);
    expect(againstB.title).toBe('Cash of Oracle in A, against B');
    // A world that is not there is compared with nothing.
    expect(chart({ against: 3 })).toEqual(chart());
  });

  it('draws only what is chosen and there', () => {
    expect(chart({ worlds: [1, 3], firms: ['oracle', 'enron'] }).lines.map(({ key }) => key)).toEqual([
      `1-${shippedFile.firms.findIndex(({ id }) => id === 'oracle')}`,
    ]);
    expect(chart({ worlds: [] }).lines).toEqual([]);
    expect(chartFinding(chart({ firms: [] }), last, shippedFile)).toBe('Nothing is chosen to be drawn.');
  });

  it('draws every series, with as many quarters as the run', () => {
    for (const series of [...firmSeries, ...step10Series, ...quarterSeries]) {
      const drawn = chart({ series });
      expect(drawn.lines.length, series).toBe(isFirmSeries(series) ? 4 : 2);
      for (const { values } of drawn.lines) {
        expect(values).toHaveLength(shippedFile.quarters);
        expect(values.every(Number.isFinite), series).toBe(true);
      }
      expect(chartFinding(drawn, last, shippedFile), series).not.toMatch(/undefined|NaN/);
    }
  });

  it('draws what falls do to the books as a run has it', () => {
    const run = runOf(hostsFall);
    const { firms } = run.network;
    const ids = firms.map(({ id }) => id);
    const drawn = (series: 'cashStep10' | 'debtStruckOut') =>
      labChart({ ...usual, series, firms: ids }, [run], plan, shippedFile).lines.map(({ values }) => values);
    drawn('cashStep10').forEach((values, i) => {
      for (let t = 0; t < last; t++)
        expect(values[t]).toBe(openingCash(run, i, t + 1) - run.firm.cash[t * firms.length + i]);
    });
    const lost = drawn('debtStruckOut').map((values) => values.reduce((all, x) => all + x, 0));
    expect(lost).toEqual(ids.map((_, i) => allDebtStruckOut(run, i)));
    expect(Math.max(...lost)).toBeGreaterThan(100);
  });

  it('says in a sentence where its lines are', () => {
    expect(chartFinding(chart({ firms: ['openai'] }), last, shippedFile)).toMatch(
      /^Cash in 2034\u00a0Q2: OpenAI in A \$0bn and OpenAI in B \$\d+bn\.$/,
    );
    expect(chartFinding(chart({ firms: ['openai'], worlds: [0], against: 'plan' }), last, shippedFile)).toMatch(
      /^Cash in 2034\u00a0Q2, against the plan: OpenAI −\$\d+bn\.$/,
    );
    expect(chartFinding(chart({ series: 'mood', worlds: [1] }), 3, shippedFile)).toMatch(
      /^Mood in 2027\u00a0Q2: \d+%\.$/,
    );
    expect(chartFinding(chart({ firms: shippedFile.firms.map(({ id }) => id) }), last, shippedFile)).toMatch(
      /^Cash in 2034\u00a0Q2 lies between .+ \(OpenAI in A\) and \$.+bn \(.+ in [AB]\)\.$/,
    );
  });
});
