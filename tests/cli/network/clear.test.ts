import { describe, expect, it } from 'vitest';
import { ask, outcome } from './ask';

describe('the command clears', () => {
  it('a chain with default costs', async () => {
    // 0 has 4 and owes 10: it loses half and pays 2. 1 has 5 + 2, owes 8 outside, and pays 3.5.
    const request = {
      task: 'clear',
      L: [
        [0, 10, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
      e: [4, 5, 1],
      b: [0, 8, 0],
      alpha: 0.5,
      beta: 0.5,
    };
    const { bound, leastBound, ...answer } = await ask(request);
    expect(answer).toEqual({
      greatest: [2, 3.5, 0],
      least: [2, 3.5, 0],
      defaulted: [0, 1],
      waves: [[0], [1]],
      rounds: 2,
      residual: 0,
      leastResidual: 0,
    });
    expect(bound).toBeLessThan(1e-12);
    expect(leastBound).toBeLessThan(1e-12);
  });

  it('a ring that nobody has money for, in full or not at all', async () => {
    const ring = {
      task: 'clear',
      L: [
        [0, 1],
        [1, 0],
      ],
      e: [0, 0],
    };
    expect(await ask(ring)).toMatchObject({ greatest: [1, 1], least: [0, 0], defaulted: [], waves: [], rounds: 0 });
  });

  it('senior debt before anything else, and other outside debt alongside', async () => {
    const request = { task: 'clear', n: 2, edges: [[0, 1, 4]], e: [6, 0] };
    expect(await ask({ ...request, b: [4, 0] })).toMatchObject({ greatest: [6, 0], defaulted: [0] });
    expect(await ask({ ...request, senior: [4, 0] })).toMatchObject({ greatest: [2, 0], defaulted: [0] });
  });

  it('classes, the most senior first, given in full or as edges', async () => {
    // 0 has 5: first the 3 to 1 in full, then 2 of the 4 to 2.
    const full = {
      task: 'clear',
      classes: [
        [
          [0, 3, 0],
          [0, 0, 0],
          [0, 0, 0],
        ],
        [
          [0, 0, 4],
          [0, 0, 0],
          [0, 0, 0],
        ],
      ],
      e: [5, 0, 0],
    };
    const edges = { task: 'clear', n: 3, classes: [[[0, 1, 3]], [[0, 2, 4]]], e: [5, 0, 0] };
    const answer = await ask(full);
    expect(answer).toMatchObject({
      greatest: [5, 0, 0],
      payments: [
        [3, 0, 0],
        [2, 0, 0],
      ],
      defaulted: [0],
      rounds: 1,
    });
    expect(await ask(edges)).toEqual(answer);
    expect(await ask({ ...full, n: 3 })).toEqual(answer);
    // Three rows of three numbers that may be either are not guessed at.
    const either = {
      ...full,
      n: 3,
      classes: [
        [
          [0, 1, 2],
          [1, 0, 1],
          [2, 1, 0],
        ],
      ],
    };
    expect(await outcome(either)).toMatchObject({
      error: expect.stringContaining('may be a matrix or three edges'),
      code: 2,
    });
    expect((await ask({ ...full, b: [4, 0, 0] })).payments).toEqual([
      [3, 0, 0],
      [2, 0, 0],
    ]);
    // One class is what L is.
    const one = await ask({ task: 'clear', classes: [full.classes[1]], e: [3, 0, 0] });
    expect(one).toMatchObject({ greatest: [3, 0, 0], least: [3, 0, 0], payments: [[3, 0, 0]] });
    // With n, a matrix in full is still taken for one where it cannot be a list of edges.
    const two = {
      task: 'clear',
      n: 2,
      classes: [
        [
          [0, 3],
          [0, 0],
        ],
        [[1, 0, 2]],
      ],
      e: [1, 0],
    };
    expect((await ask(two)).payments).toEqual([
      [3, 0],
      [0, 2],
    ]);
  });

  it('decimal books that just balance, without a default', async () => {
    const L = [
      [0, 0.1, 0.2],
      [0.3, 0, 0.6],
      [0.7, 0.1, 0],
    ];
    const e = L.map((row, i) => row.reduce((a, b) => a + b, 0) - L.reduce((sum, from) => sum + from[i], 0)).map((x) =>
      Math.max(0, x),
    );
    expect(await ask({ task: 'clear', L, e, alpha: 0, beta: 0 })).toMatchObject({ defaulted: [], rounds: 0 });
  });
});
