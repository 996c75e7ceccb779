import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClearingVector, clear, createGraph } from '../../../src/engine/networks';
import { readNetworks } from '../core';
import { clearByDefinition, roundsByDefinition, type WholeNetwork } from './clearing-oracle';
import type { Fraction } from './fraction';
import { arbWhole, inTenths } from './whole';

const module = await readNetworks();

async function clearWhole(network: WholeNetwork, least: boolean) {
  const { nodes, classes, edges, terms } = inTenths(network);
  const graph = await createGraph(module, { nodes, classes }, edges);
  return clear(graph, { ...terms, least });
}

/** The payments are the exact ones, to rounding and within their own bound; and each is full or in default as it should be. */
function expectExactly(
  { payments, inDefault, residual, bound }: ClearingVector,
  exact: readonly Fraction[],
  network: WholeNetwork,
) {
  const scale = Math.max(1, ...network.assets, ...network.debts.flat(2), ...network.outsideDebt) / 10;
  payments.forEach((payment, i) => {
    const off = Math.abs(payment - exact[i].toNumber() / 10);
    expect(off).toBeLessThan(1e-12 * scale);
    expect(off).toBeLessThanOrEqual(bound + 1e-15 * scale);
  });
  expect(residual).toBeLessThan(1e-13 * scale);
  expect(inDefault.length).toBe(exact.length);
}

describe('clearing agrees with the definition in exact arithmetic', () => {
  it('greatest and least vector, with and without default costs and senior debt', () =>
    fc.assert(
      fc.asyncProperty(arbWhole({ most: 4 }), async (network) => {
        const { greatest, least } = await clearWhole(network, true);
        const exact = clearByDefinition(network);
        expectExactly(greatest, exact.greatest, network);
        if (!least) throw new Error('no least vector');
        expectExactly(least, exact.least, network);
      }),
      { numRuns: 300 },
    ));

  it('the rounds in which nodes fall', () =>
    fc.assert(
      fc.asyncProperty(arbWhole({ most: 6 }), async (network) => {
        const { greatest, fellIn, rounds } = await clearWhole(network, false);
        const exact = roundsByDefinition(network);
        expect([...fellIn]).toEqual(exact.fellIn);
        expect(rounds).toBe(Math.max(0, ...exact.fellIn));
        expectExactly(greatest, exact.payments, network);
      }),
      { numRuns: 200 },
    ));

  it('priority classes', () =>
    fc.assert(
      fc.asyncProperty(arbWhole({ most: 3, classes: 3 }), async (network) => {
        const { greatest, fellIn } = await clearWhole(network, false);
        expectExactly(greatest, clearByDefinition(network).greatest, network);
        expect([...fellIn]).toEqual(roundsByDefinition(network).fellIn);
      }),
      { numRuns: 150 },
    ));
});
