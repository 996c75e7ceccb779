import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Circumstances, createEngine, type Levers, type Network } from '../../src/engine';
import { arbCircumstances } from '../arbitraries/circumstances';
import { usualLevers } from '../arbitraries/dials';
import { shippedNetwork } from '../arbitraries/shipped';
import { arbLevers, arbNetwork, arbShippedLike } from '../arbitraries/world';
import { runTwin } from '../twin/twin';
import { readCore } from './core';
import { difference } from './difference';

const module = await readCore();

/** Runs engine and twin on one world and demands that they agree in every output and event, and that the books balance. */
async function agree(network: Network, levers: Levers, circumstances: Circumstances = {}): Promise<void> {
  const run = (await createEngine(module, network)).run(levers, circumstances);
  expect(difference(run, runTwin(network, levers, circumstances))).toBeUndefined();
  expect(Math.max(...run.quarter.audit)).toBeLessThan(1e-9);
}

describe('engine and twin agree to 1e-9', () => {
  it('on the shipped network, as planned and when the music stops', async () => {
    await agree(shippedNetwork(), usualLevers());
    await agree(shippedNetwork(), usualLevers({ stop: 4, severity: 0.9, growth: 0.6 }));
  }, 120_000);

  it('on the shipped network with every dial anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(arbLevers(), (levers) => agree(shippedNetwork(), levers)),
      { numRuns: 250 },
    );
  }, 120_000);

  it('on networks like the shipped one', async () => {
    await fc.assert(
      fc.asyncProperty(arbShippedLike(), arbLevers(), (network, levers) => agree(network, levers)),
      { numRuns: 250 },
    );
  }, 120_000);

  it('on 1,000 random networks of 2 to 12 firms', async () => {
    await fc.assert(
      fc.asyncProperty(arbNetwork(), arbLevers(), (network, levers) => agree(network, levers)),
      { numRuns: 1000 },
    );
  }, 120_000);

  it('whatever befalls them: shocks, a forced failure, a cheque from nowhere', async () => {
    const world = arbNetwork().chain((network) =>
      fc.tuple(fc.constant(network), arbLevers(), arbCircumstances(network)),
    );
    await fc.assert(
      fc.asyncProperty(world, (given) => agree(...given)),
      { numRuns: 500 },
    );
  }, 120_000);
});
