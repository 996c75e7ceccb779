import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type Run } from '../../src/engine';
import { auditOf } from '../../src/views/audit';
import { shippedWorlds } from '../../src/world/shipped';
import { arbLevers, arbNetwork } from '../arbitraries/world';
import { readCore } from '../engine/core';
import { hostsFall, runOf, runOfWorld, wild } from './shipped-runs';

const failing = (run: Run) =>
  auditOf(run)
    .filter(({ holds }) => !holds)
    .map(({ id, worst }) => `${id}: ${worst}`);

/** A copy of a run with one number of a series changed. */
function tampered(run: Run, change: (run: Run) => unknown): Run {
  const copy: Run = { ...structuredClone({ ...run, events: [] }), events: run.events };
  change(copy);
  return copy;
}

describe('the audit', () => {
  it.each([...shippedWorlds.worlds.map(({ id }) => id)])('passes in the world "%s"', (id) => {
    expect(failing(runOfWorld(id))).toEqual([]);
  });

  it('passes in a world where firms miss, fail and lose what default destroys', () => {
    const run = runOf({ ...wild, friction: 0.4 });
    expect(run.events.length).toBeGreaterThan(5);
    expect(failing(run)).toEqual([]);
  });

  it('covers what step 10 does to cash and debt', () => {
    const run = runOf(hostsFall);
    const n = run.network.firms.length;
    const fall = run.events.find(({ kind }) => kind === 'restructured');
    if (!fall) throw new Error('Nobody is restructured');
    expect(failing(run)).toEqual([]);
    const found = (change: (run: Run) => unknown) => failing(tampered(run, change)).map((text) => text.split(':')[0]);
    // As if the debt had not been struck out, and as if nobody had put money in.
    expect(
      found(({ firm }) => {
        firm.debt[(fall.t + 1) * n + fall.firm] += firm.debt[fall.t * n + fall.firm];
      }),
    ).toContain('debt');
    expect(found(({ network }) => Object.assign(network.firms[fall.firm], { minCash: 0 }))).toEqual(
      expect.arrayContaining(['books', 'border']),
    );
    const cell = run.contract.recovered.findIndex((recovered) => recovered > 0);
    expect(found(({ contract }) => contract.recovered.fill(0, cell, cell + 1))).toEqual(
      expect.arrayContaining(['books', 'border']),
    );
  });

  it('passes in any world of any network', async () => {
    const module = await readCore();
    await fc.assert(
      fc.asyncProperty(arbNetwork(), arbLevers(), async (network, levers) => {
        expect(failing((await createEngine(module, network)).run(levers))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('finds a dollar that came from nowhere, a payment above what is due, and one below what there was', () => {
    const run = runOf(wild);
    const miss = run.events.find(({ kind }) => kind === 'missed');
    if (!miss) throw new Error('Nobody misses a payment in the wild world');
    const at = miss.t * run.network.firms.length + miss.firm;
    const found = (change: (firm: Run['firm']) => void) => {
      const checks = auditOf(tampered(run, ({ firm }) => change(firm)));
      return checks.filter(({ holds }) => !holds).map(({ id }) => id);
    };
    const fromNowhere = found(({ cash }) => {
      cash[3] += 2e-9;
    });
    expect(fromNowhere).toEqual(expect.arrayContaining(['books', 'border']));
    const tooMuch = found(({ owed, cleared }) => {
      cleared[at] = owed[at] + 1;
    });
    expect(tooMuch).toContain('owed');
    const tooLittle = found(({ cleared }) => {
      cleared[at] *= 0.9;
    });
    expect(tooLittle).toEqual(expect.arrayContaining(['means', 'pro-rata']));
  });
});
