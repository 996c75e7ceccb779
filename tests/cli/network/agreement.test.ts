import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbAmount, arbMatrix, each, edgesOf, type Matrix } from '../../arbitraries/networks';
import { ask, outcome } from './ask';

const asEdges = (matrix: Matrix) => {
  const { from, to, amount } = edgesOf(matrix);
  return from.map((i, k) => [i, to[k], amount[k]]);
};

describe('the command answers', () => {
  it('the same, whether in full or by edges in any order, some of them in parts', async () => {
    const cases = fc.integer({ min: 1, max: 6 }).chain((n) =>
      fc.record({ L: arbMatrix(n), e: each(n, arbAmount) }).chain(({ L, e }) =>
        fc.record({
          L: fc.constant(L),
          e: fc.constant(e),
          edges: fc.shuffledSubarray(asEdges(L), { minLength: asEdges(L).length }),
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(cases, fc.constantFrom('clear', 'cascade'), async ({ L, e, edges }, task) => {
        // A half is exact, so that halves add up to the same bits.
        const halves = edges.flatMap(([i, j, x]) => [
          [i, j, x / 2],
          [i, j, x / 2],
          [i, j, 0],
        ]);
        const { output } = await outcome({ task, L, e });
        expect((await outcome({ task, n: L.length, edges, e })).output).toBe(output);
        expect((await outcome({ task, n: L.length, edges: halves, e })).output).toBe(output);
      }),
    );
  });

  it('with fewer defaults in a clearing with costs than in a cascade without recovery', async () => {
    const cases = fc.integer({ min: 1, max: 7 }).chain((n) =>
      fc.record({
        L: arbMatrix(n),
        e: each(n, arbAmount),
        b: each(n, arbAmount),
        alpha: fc.constantFrom(0, 0.3, 1),
        beta: fc.constantFrom(0, 0.5, 1),
      }),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ({ alpha, beta, ...network }) => {
        const { defaulted: least } = await ask({ task: 'clear', ...network, alpha, beta });
        const { defaulted } = await ask({ task: 'cascade', ...network });
        for (const node of least) expect(defaulted).toContain(node);
      }),
    );
  });

  it('for ten thousand nodes and a hundred thousand edges in well under ten seconds', { timeout: 10_000 }, async () => {
    const n = 10_000;
    // Every node owes ten others, the same to all, at distances that make it one component.
    const edges = Array.from({ length: 10 * n }, (_, k) => [
      k % n,
      (k + 1 + (k % 97) ** 2 + Math.floor(k / n)) % n,
      1 + (k % 10),
    ]);
    const { greatest, bound } = await ask({
      task: 'clear',
      n,
      edges,
      e: Array.from({ length: n }, (_, i) => (i % 50 === 0 ? 0 : 20)),
    });
    expect(greatest).toHaveLength(n);
    expect(bound).toBeLessThan(1e-6);
  });
});
