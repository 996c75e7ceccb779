import { describe, expect, it } from 'vitest';
import { ask } from './ask';

describe('the command answers', () => {
  it('cascade', async () => {
    const request = {
      task: 'cascade',
      L: [
        [0, 10, 0],
        [0, 0, 8],
        [0, 0, 0],
      ],
      e: [4, 0, 3],
    };
    expect(await ask(request)).toEqual({ defaulted: [0, 1], rounds: 2, waves: [[0], [1]] });
    expect(await ask({ ...request, recovery: 0.8 })).toEqual({ defaulted: [0], rounds: 1, waves: [[0]] });
    expect(await ask({ ...request, recovery: 0.8, b: [0, 0, 11.5] })).toMatchObject({ defaulted: [0, 2] });
    expect(await ask({ ...request, recovery: 0.8, senior: [0, 0, 12] })).toMatchObject({ defaulted: [0, 2] });
    expect(await ask({ ...request, e: [10, 0, 0], failed: [1, 0] })).toMatchObject({ waves: [[0, 1]] });
  });

  it('debtrank', async () => {
    const request = {
      task: 'debtrank',
      claims: [
        [0, 0],
        [8, 0],
      ],
      buffer: [10, 2],
      shock: [0.25, 0],
    };
    // As usual, capped: 1 loses a quarter of its 2. Weighted by buffers, that is 0.5 of 12.
    expect(await ask(request)).toEqual({
      stress: [0.25, 0.25],
      debtrank: 0.5 / 12,
      losses: [2.5, 0.5],
      residual: 0,
      defaulted: [],
    });
    const uncapped = { ...request, cap: false, weights: [1, 1], shock: [0.5, 0] };
    expect(await ask(uncapped)).toEqual({
      stress: [0.5, 1],
      debtrank: 0.5,
      losses: [5, 2],
      residual: 0,
      defaulted: [1],
    });
    expect(await ask({ ...uncapped, losses: 'uncapped' })).toMatchObject({ losses: [5, 4] });
    const back = {
      ...request,
      claims: [
        [0, 5],
        [1, 0],
      ],
      mode: 'single',
    };
    expect((await ask(back)).stress).toEqual([0.25 + 0.125 * 0.5, 0.125]);
    expect((await ask({ ...back, frozen: true })).stress).toEqual([0.25, 0.125]);
  });

  it('trace', async () => {
    const request = {
      task: 'trace',
      flows: [
        [0, 10],
        [20, 0],
      ],
      sources: [{ cloud: 10 }, { others: 30 }],
    };
    const { shares, throughflow } = await ask(request);
    expect(throughflow).toEqual([30, 40]);
    expect(shares[0].cloud).toBeCloseTo(0.4, 14);
    expect(shares[1].cloud).toBeCloseTo(0.1, 14);
    // A node where nothing passes has no shares; labels may be any text.
    const { shares: odd } = await ask({
      task: 'trace',
      flows: [[0]],
      sources: [JSON.parse('{"__proto__":2,"":2,"constructor":0}')],
    });
    expect(Object.entries(odd[0])).toEqual([
      ['__proto__', 0.5],
      ['', 0.5],
    ]);
    expect(await ask({ task: 'trace', flows: [[0]], sources: [{}] })).toEqual({ shares: [{}], throughflow: [0] });
  });

  it('leontief', async () => {
    const { output } = await ask({
      task: 'leontief',
      A: [
        [0.2, 0.3],
        [0.4, 0.1],
      ],
      demand: [50, 30],
    });
    expect(output[0]).toBeCloseTo(90, 11);
    expect(output[1]).toBeCloseTo(44 / 0.6, 11);
  });

  it('absorb', async () => {
    const chain = {
      task: 'absorb',
      transitions: [
        [0, 0, 0, 0],
        [0.5, 0, 0.5, 0],
        [0, 0, 1, 0],
        [0.5, 0, 0.5, 0],
      ],
    };
    const answer = { absorbing: [0, 2], steps: [0, 1, 0, 1] };
    expect(await ask(chain)).toEqual({
      ...answer,
      probabilities: [{ 0: 1 }, { 0: 0.5, 2: 0.5 }, { 2: 1 }, { 0: 0.5, 2: 0.5 }],
    });
    expect(await ask({ ...chain, into: [2] })).toEqual({
      ...answer,
      probabilities: [{}, { 2: 0.5 }, { 2: 1 }, { 2: 0.5 }],
    });
    // Two states that only lead to each other never end.
    expect(
      await ask({
        task: 'absorb',
        transitions: [
          [0, 1],
          [1, 0],
        ],
      }),
    ).toEqual({ absorbing: [], probabilities: [{}, {}], steps: [null, null] });
  });
});
