import { describe, expect, it } from 'vitest';
import { absorption, cascade, createGraph, debtRank, exposeNetwork, traceSources } from '../../../src/engine/networks';
import { readNetworks } from '../core';
import { randomFrom } from './random';

const core = await readNetworks();

/** A random network of which most is one component: too large for elimination. */
function randomEdges(n: number, perNode: number, seed: number) {
  const random = randomFrom(seed);
  const from = Int32Array.from({ length: n * perNode }, (_, k) => k % n);
  const to = from.map((i) => (i + 1 + Math.floor(random() * (n - 1))) % n);
  const amount = Float64Array.from(from, () => 1 + Math.floor(random() * 100) / 10);
  return { from, to, amount };
}
const sumBy = (n: number, node: Int32Array, amount: Float64Array) => {
  const sums = new Float64Array(n);
  node.forEach((i, k) => {
    sums[i] += amount[k];
  });
  return sums;
};
const n = 3000;
const edges = randomEdges(n, 6, 7);
const received = sumBy(n, edges.to, edges.amount);

describe('a network of thousands', () => {
  it.each([
    ['that quietens quickly', 3, 0.4],
    ['that hardly quietens', 1.01, 0.005],
    ['in which much is lost', 0.9, 0.2],
  ])('has the stress %s that passing it on for ever comes to', async (_, cover, first) => {
    const buffer = received.map((x) => cover * x + 0.01);
    const shock = Float64Array.from(buffer, (_, i) => (i % 50 === 0 ? first : 0));
    const network = await exposeNetwork(
      core,
      { creditor: edges.to, debtor: edges.from, amount: edges.amount },
      buffer,
      false,
    );
    const { stress } = debtRank(network, shock);
    // From no stress at all, every round comes nearer from below.
    let h = new Float64Array(n);
    for (let round = 0; round < 20_000; round++) {
      const loss = new Float64Array(n);
      edges.from.forEach((debtor, k) => {
        loss[edges.to[k]] += edges.amount[k] * h[debtor];
      });
      const next = h.map((_, i) => Math.min(1, shock[i] + loss[i] / buffer[i]));
      const moved = next.some((x, i) => Math.abs(x - h[i]) > 1e-14);
      h = next;
      if (!moved) break;
    }
    for (let i = 0; i < n; i++) expect(Math.abs(stress[i] - h[i])).toBeLessThan(1e-9);
  });

  it('finds its way down a long chain whose order is against it', async () => {
    const long = 20_000;
    const from = Int32Array.from({ length: long - 1 }, (_, k) => k + 1);
    const claims = { debtor: from, creditor: from.map((i) => i - 1), amount: new Float64Array(long - 1).fill(0.999) };
    const network = await exposeNetwork(core, claims, new Float64Array(long).fill(1));
    const shock = Float64Array.from({ length: long }, (_, i) => (i === long - 1 ? 0.5 : 0));
    const { stress } = debtRank(network, shock);
    for (const i of [long - 1, long - 2, 10_000, 0]) {
      expect(Math.abs(stress[i] / (0.5 * 0.999 ** (long - 1 - i)) - 1)).toBeLessThan(1e-9);
    }
    const fall = cascade(
      await createGraph(core, { nodes: long }, { from, to: claims.creditor, amount: claims.amount }),
      {
        outsideAssets: new Float64Array(long),
      },
    );
    // The last has nothing; each after it was to be paid by the one before.
    expect(fall).toHaveLength(long - 1);
    expect(fall.slice(0, 2)).toEqual([[long - 1], [long - 2]]);
  });

  it('knows the origin of its money to nine digits, though little of it comes from outside', async () => {
    const graph = await createGraph(core, { nodes: n }, edges);
    // Two labels, at every tenth node each; and a third that feeds the few whom nobody pays.
    const entering = [0, 5, -1].map((rest) =>
      received.map((x, i) => (rest < 0 ? (x === 0 ? 1 : 0) : i % 10 === rest ? 0.2 : 0)),
    );
    const traced = traceSources(graph, entering);
    expect(traced).toBeDefined();
    for (let i = 0; i < n; i++) {
      const total = traced?.shares.reduce((sum, share) => sum + share[i], 0) ?? 0;
      expect(Math.abs(total - 1)).toBeLessThan(1e-9);
    }
  });

  it('is left after as many steps as the share that leaves at each says', async () => {
    // At every step a thousandth part leaves, so from anywhere the end is a thousand steps away.
    const sent = sumBy(n, edges.from, edges.amount);
    const from = Int32Array.from([...edges.from, ...Array(n).keys()]);
    const to = Int32Array.from([...edges.to, ...Array(n).fill(n)]);
    const amount = Float64Array.from(from, (i, k) =>
      k < edges.from.length ? (0.999 * edges.amount[k]) / sent[i] : 0.001,
    );
    const ends = absorption(await createGraph(core, { nodes: n + 1 }, { from, to, amount }), [n]);
    for (let i = 0; i < n; i++) {
      expect(Math.abs((ends?.steps[i] ?? 0) - 1000)).toBeLessThan(1e-6);
      expect(Math.abs((ends?.probabilities[0][i] ?? 0) - 1)).toBeLessThan(1e-9);
    }
  });
});
