import { describe, expect, it } from 'vitest';
import { investors, linksOf, quarterFlows } from '../../src/views/flows';
import { partyOf, rankedFlows } from '../../src/views/quarter-flows';
import { cast, plan, runOf, runOfWorld, wild } from './shipped-runs';

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, x) => all + x, 0);

describe('the flows of a quarter', () => {
  it('are one for each link, in the same order in every run', () => {
    const keys = linksOf(plan.network).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(quarterFlows(plan, 0).map(({ key }) => key)).toEqual(keys);
    expect(quarterFlows(runOf(wild), 31).map(({ key }) => key)).toEqual(keys);
  });

  it('hold every dollar that the run moved between two parties', () => {
    const run = runOfWorld('the-music-stops');
    const flows = Array.from({ length: run.network.quarters }, (_, t) => quarterFlows(run, t)).flat();
    const all = (kind: string) => sum(flows.filter((flow) => flow.kind === kind).map(({ amount }) => amount));
    expect(all('contract')).toBeCloseTo(sum(run.contract.paid), 9);
    expect(all('orders')).toBeCloseTo(sum(run.supply.paid), 9);
    expect(all('equity')).toBeCloseTo(sum(run.firm.investors), 9);
    expect(all('cheque')).toBeCloseTo(sum(run.vendor.given), 9);
    expect(flows.filter(({ from }) => from === investors).every(({ kind }) => kind === 'equity')).toBe(true);
  });
});

describe('the ranked flows', () => {
  it('are largest first, and keep a place for what the quiet line would pay', () => {
    const rows = rankedFlows(runOfWorld('the-music-stops'), plan, 20);
    const sizes = rows.map(({ amount, reference }) => Math.max(amount, reference));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    const missing = rows.find(({ amount, reference }) => amount === 0 && reference > 1);
    expect(missing && partyOf(cast, missing.from).name).toBe('OpenAI');
  });

  it('have nothing to say about what is not paid in either', () => {
    for (const { amount, reference } of rankedFlows(plan, plan, 0))
      expect(Math.max(amount, reference)).toBeGreaterThan(0);
  });
});
