import { describe, expect, it } from 'vitest';
import { clearCase, list } from './clearing-of';
import { type Case, easyCase, hardCase } from './regimes';

/** Everyone owes the next one `due`, the last one the first. */
function ring(nodes: number, due: number) {
  return { from: list(nodes, (k) => k), to: list(nodes, (k) => (k + 1) % nodes), amount: list(nodes, () => due) };
}

describe('large networks', () => {
  it('a ring of 100,000: the shortfall of one goes round once', async () => {
    const nodes = 100_000;
    // All owe 1 and own a little more than nothing, but for the first, who lacks a half. It falls, and the next half of the ring with it.
    const assets = list(nodes, () => 1 / 65_536);
    const outsideDebt = list(nodes, (k) => (k === 0 ? 0.5 : 0));
    const { greatest, least, rounds } = await clearCase({
      nodes,
      edges: ring(nodes, 1),
      terms: { assets, outsideDebt },
    });
    const fallen = greatest.inDefault.reduce((sum, flag) => sum + flag, 0);
    expect(rounds).toBe(fallen);
    // 0 pays (1 + 1/65536) * 2/3 to the ring; each next adds 1/65536, until 1 is reached.
    expect(greatest.payments[1]).toBeCloseTo((65_537 / 65_536) * (2 / 3) + 1 / 65_536, 12);
    expect(fallen).toBe(1 + Math.ceil(65_536 * (1 - (65_537 / 65_536) * (2 / 3))) - 1);
    expect(greatest.bound).toBeLessThan(1e-9);
    expect(least.payments.every((payment, i) => Math.abs(payment - greatest.payments[i]) < 1e-9)).toBe(true);
  });

  it('a ring of 20,000 through which money goes a thousand times', async () => {
    const nodes = 20_000;
    // Only the first owes outside, a thousandth; it has half of that. What goes round, p, loses p / 1000 and gains 1 / 2000 a time.
    const only = (amount: number) => list(nodes, (k) => (k === 0 ? amount : 0));
    const terms = { assets: only(0.0005), outsideDebt: only(0.001) };
    const { greatest, least, rounds } = await clearCase({ nodes, edges: ring(nodes, 1), terms });
    expect(rounds).toBe(nodes);
    for (const { payments, bound } of [greatest, least]) {
      expect(bound).toBeLessThan(1e-7);
      expect(payments.subarray(1).every((payment) => Math.abs(payment - 0.5) < bound)).toBe(true);
    }
  });

  it('a chain of 100,000: all fall, one a round, in one pass over the edges', async () => {
    const nodes = 100_000;
    const edges = {
      from: list(nodes - 1, (k) => k),
      to: list(nodes - 1, (k) => k + 1),
      amount: list(nodes - 1, () => 1),
    };
    const assets = list(nodes, (k) => (k === 0 ? 0.3 : 0));
    const { graph, greatest, least, rounds } = await clearCase({ nodes, edges, terms: { assets } });
    expect(rounds).toBe(nodes - 1);
    expect(greatest.payments.subarray(0, nodes - 1).every((payment) => payment === 0.3)).toBe(true);
    expect(least.payments).toEqual(greatest.payments);
    expect(graph.tables.work[0]).toBeLessThan(20 * nodes);
  });

  it('a ring of 20,000 in which everyone owes both neighbours: a front moves on, and what lies behind is not solved again', async () => {
    const nodes = 20_000;
    const { from, to, amount } = ring(nodes, 10);
    const edges = { from: [...from, ...to], to: [...to, ...from], amount: [...amount, ...amount] };
    const outsideDebt = list(nodes, () => 2);
    const assets = list(nodes, (k) => (k === 0 ? 0 : 2.1));
    const { graph, greatest, rounds } = await clearCase({
      nodes,
      edges,
      terms: { assets, outsideDebt, alpha: 0.5, beta: 0.5 },
    });
    expect(rounds).toBe(nodes / 2 + 1);
    expect(greatest.bound).toBeLessThan(1e-12);
    // Far from where it began, p = 1.05 + p (10 + 10) / 22 / 2.
    expect(greatest.payments[nodes / 4]).toBeCloseTo(1.05 / (1 - 10 / 22), 12);
    expect(graph.tables.work[0]).toBeLessThan(2000 * edges.from.length);
  });

  it('a hub that is owed a dime by each of 100,000 and owes their sum: nobody defaults', async () => {
    const debtors = 100_000;
    const nodes = debtors + 2;
    const [hub, sink] = [debtors, debtors + 1];
    const edges = {
      from: [...list(debtors, (k) => k), hub],
      to: [...list(debtors, () => hub), sink],
      amount: [...list(debtors, () => 0.1), 10_000],
    };
    const assets = list(nodes, (k) => (k < debtors ? 0.1 : 0));
    const { greatest, least, rounds } = await clearCase({ nodes, edges, terms: { assets } });
    expect(rounds).toBe(0);
    expect(greatest.payments[hub]).toBe(10_000);
    expect(least.payments[hub]).toBe(10_000);
    expect(greatest.bound).toBe(0);
    // A dime less, and it does default.
    assets[0] = 0;
    const poorer = await clearCase({ nodes, edges, terms: { assets } });
    expect(poorer.greatest.payments[hub]).toBeCloseTo(9999.9, 9);
    expect(poorer.rounds).toBe(2);
  });

  it('nearly everyone in default and next to nothing leaving: exact to a small certified bound', async () => {
    const { greatest, least, graph } = await clearCase(hardCase(3000, 1));
    expect(greatest.inDefault.reduce((sum, flag) => sum + flag, 0)).toBeGreaterThan(2900);
    for (const { residual, bound } of [greatest, least]) {
      expect(residual).toBeLessThan(1e-12);
      expect(bound).toBeLessThan(1e-9);
    }
    const apart = greatest.payments.reduce((most, p, i) => Math.max(most, Math.abs(p - least.payments[i])), 0);
    expect(apart).toBeLessThanOrEqual(greatest.bound + least.bound);
    expect(graph.tables.work[2]).toBeGreaterThan(0);
  });

  it('work grows as the network does', async () => {
    const perEdge = async (network: Case) => {
      const { graph } = await clearCase(network);
      return graph.tables.work[0] / network.edges.from.length;
    };
    expect(await perEdge(easyCase(20_000, 3))).toBeLessThan(1.5 * (await perEdge(easyCase(2000, 3))));
    expect(await perEdge(hardCase(4000, 3))).toBeLessThan(2 * (await perEdge(hardCase(400, 3))));
  });
});
