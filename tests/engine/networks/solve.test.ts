import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components, createGraph, type Edges, solve } from '../../../src/engine/networks';
import { readNetworks } from '../core';
import { randomFrom } from './random';

const builds = { release: await readNetworks(), debug: await readNetworks('debug') };
const module = builds.release;

/** A graph with loops, duplicates and edges of nothing, and a diagonal that outweighs its columns by at least a tenth. */
const arbSystem = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((nodes) =>
    fc.record({
      nodes: fc.constant(nodes),
      edges: fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.nat(50)), { maxLength: 4 * nodes }),
      leak: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: nodes, maxLength: nodes }),
      base: fc.array(fc.integer({ min: -20, max: 100 }), { minLength: nodes, maxLength: nodes }),
      transposed: fc.boolean(),
    }),
  );

function aside(list: readonly (readonly [number, number, number])[]): Edges {
  return { from: list.map(([i]) => i), to: list.map(([, j]) => j), amount: list.map(([, , a]) => a / 10) };
}

/** Gauss-Jordan with pivoting, on the matrix written out. */
function solvedByTheBook(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  rows.forEach((_, k) => {
    const best = rows.findIndex(
      (row, i) => i >= k && Math.abs(row[k]) === Math.max(...rows.slice(k).map((r) => Math.abs(r[k]))),
    );
    [rows[k], rows[best]] = [rows[best], rows[k]];
    rows.forEach((row, i) => {
      if (i === k) return;
      const times = row[k] / rows[k][k];
      row.forEach((_, q) => {
        row[q] -= times * rows[k][q];
      });
    });
  });
  return rows.map((row, i) => row[right.length] / row[i]);
}

describe('the linear solver', () => {
  it('agrees with elimination by the book, both ways round', () =>
    fc.assert(
      fc.asyncProperty(arbSystem(12), async ({ nodes, edges, leak, base, transposed }) => {
        const diagonal = leak.map((own) => own / 10);
        for (const [i, , amount] of edges) diagonal[i] += amount / 10;
        const graph = await createGraph(module, { nodes }, aside(edges));
        const { x, residual } = solve(graph, { base, diagonal, transposed });
        const matrix = diagonal.map((own, i) => diagonal.map((_, j) => (i === j ? own : 0)));
        for (const [i, j, amount] of edges) {
          if (transposed) matrix[i][j] -= amount / 10;
          else matrix[j][i] -= amount / 10;
        }
        const expected = solvedByTheBook(matrix, base);
        const scale = Math.max(1, ...expected.map(Math.abs));
        x.forEach((value, i) => {
          expect(Math.abs(value - expected[i]) / scale).toBeLessThan(1e-11);
        });
        expect(residual).toBeLessThan(1e-11 * scale * Math.max(...diagonal));
      }),
    ));

  it('leaves nodes that are not active as they are, and lets them count', async () => {
    const graph = await createGraph(module, { nodes: 3 }, { from: [0, 1, 2], to: [1, 2, 1], amount: [2, 0.5, 0.5] });
    const { x } = solve(graph, { base: [7, 1, 0], active: [0, 1, 1], given: [3, 0, 0] });
    // x1 = 1 + 2 * 3 + x2 / 2 and x2 = x1 / 2.
    expect([...x]).toEqual([3, 28 / 3, 14 / 3].map((value) => expect.closeTo(value, 12)));
  });

  it('counts loops: a dollar that stays half with its owner counts twice', async () => {
    const graph = await createGraph(module, { nodes: 1 }, { from: [0, 0], to: [0, 0], amount: [0.25, 0.25] });
    expect(solve(graph, { base: [1] }).x[0]).toBe(2);
  });

  it('solves a large component that hardly leaks, where sweeps stall', async () => {
    const nodes = 3000;
    const random = randomFrom(1);
    const from = Array.from({ length: 6 * nodes }, (_, k) => k % nodes);
    const to = from.map((i, k) => (k < nodes ? (i + 1) % nodes : Math.floor(random() * nodes)));
    const amount = from.map(() => 1 + random());
    const diagonal = new Float64Array(nodes);
    from.forEach((i, k) => {
      diagonal[i] += amount[k];
    });
    // One part in 5,000 leaves the network; what leaves is what comes in.
    const base = Array.from(diagonal, (out) => out / 5000);
    const edges = { from, to, amount };
    const leaking = diagonal.map((out) => out * (1 + 1 / 5000));
    for (const transposed of [false, true]) {
      const graph = await createGraph(module, { nodes }, edges);
      const { x, residual } = solve(graph, { base, diagonal: leaking, transposed });
      expect(residual).toBeLessThan(1e-13);
      if (transposed) for (const value of x) expect(Math.abs(value - 1)).toBeLessThan(1e-11);
      else expect(x.reduce((sum, value, i) => sum + (value * diagonal[i]) / 5000 - base[i], 0)).toBeCloseTo(0, 9);
      const [visits, sweeps, steps] = graph.tables.work;
      expect(steps).toBeGreaterThan(0);
      expect(sweeps).toBeLessThan(200);
      expect(visits).toBeLessThan(2000 * from.length);
    }
  });

  it('passes once over a chain of 100,000 nodes', async () => {
    const nodes = 100_000;
    const from = Array.from({ length: nodes - 1 }, (_, k) => k + 1);
    const graph = await createGraph(module, { nodes }, { from, to: from.map((i) => i - 1), amount: from.map(() => 1) });
    const { x } = solve(graph, { base: Array.from({ length: nodes }, () => 1) });
    expect(x[0]).toBe(nodes);
    expect(graph.tables.work[0]).toBeLessThan(3 * nodes);
  });

  it('gives the same bits in the debug build, which checks every index', () =>
    fc.assert(
      fc.asyncProperty(arbSystem(90), async ({ nodes, edges, leak, base, transposed }) => {
        const diagonal = leak.map((own) => own / 1000);
        for (const [i, , amount] of edges) diagonal[i] += amount / 10;
        const system = { base, diagonal, transposed };
        const [release, debug] = await Promise.all(
          Object.values(builds).map((build) => createGraph(build, { nodes }, aside(edges))),
        );
        expect(solve(release, system)).toEqual(solve(debug, system));
      }),
      { numRuns: 40 },
    ));
});

describe('the components', () => {
  it('are the sets of nodes that reach each other, debtors before creditors', () =>
    fc.assert(
      fc.asyncProperty(arbSystem(10), async ({ nodes, edges }) => {
        const reaches = Array.from({ length: nodes }, (_, i) => Array.from({ length: nodes }, (_, j) => i === j));
        for (const [i, j, amount] of edges) if (amount > 0) reaches[i][j] = true;
        for (let k = 0; k < nodes; k++)
          for (let i = 0; i < nodes; i++)
            for (let j = 0; j < nodes; j++) if (reaches[i][k] && reaches[k][j]) reaches[i][j] = true;
        const found = components(await createGraph(module, { nodes }, aside(edges)));
        const when = new Map(found.flatMap((members, c) => members.map((i) => [i, c] as const)));
        expect(when.size).toBe(nodes);
        for (let i = 0; i < nodes; i++) {
          for (let j = 0; j < nodes; j++) {
            const [ofI, ofJ] = [when.get(i) ?? -1, when.get(j) ?? -1];
            expect(ofI === ofJ).toBe(reaches[i][j] && reaches[j][i]);
            if (reaches[i][j]) expect(ofI).toBeLessThanOrEqual(ofJ);
          }
        }
      }),
    ));
});

describe('a graph', () => {
  it('refuses what it cannot use, and then still has what it had', async () => {
    const edges = { from: [0], to: [1], amount: [1] };
    const graph = await createGraph(module, { nodes: 2 }, edges);
    expect(() => graph.link({ from: [0], to: [2], amount: [1] })).toThrow('Edge 0 runs from 0 to 2; nodes are 0 to 1.');
    expect(() => graph.link({ from: [0], to: [1], amount: [-1] })).toThrow('must be a number of at least 0');
    expect(() => graph.link({ from: [0, 1], to: [1, 0], amount: [1, 1] })).toThrow('There is room for 1 edges');
    expect(() => graph.link({ ...edges, rank: [1] })).toThrow('Edge 0 has the class 1; classes are 0 to 0.');
    expect(() => solve(graph, { base: [1] })).toThrow('The list "base" has 1 entries where 2 are needed.');
    expect(() => solve(graph, { base: [1, Number.NaN] })).toThrow('Entry 1 of "base" is not a number: NaN.');
    expect([...solve(graph, { base: [1, 0] }).x]).toEqual([1, 1]);
  });

  it('allocates nothing after it is made', async () => {
    const graph = await createGraph(module, { nodes: 50, room: 200 }, { from: [0], to: [1], amount: [1] });
    const { buffer } = graph.core.memory;
    for (let k = 1; k <= 200; k++) {
      const from = Array.from({ length: k }, (_, e) => e % 50);
      graph.link({ from, to: from.map((i) => (7 * i + k) % 50), amount: from.map(() => 1 / k) });
      solve(graph, { base: Array.from({ length: 50 }, () => 1), diagonal: Array.from({ length: 50 }, () => 10) });
    }
    expect(graph.core.memory.buffer).toBe(buffer);
  });
});
