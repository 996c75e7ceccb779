import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockFor, openPool, workersFor } from '../../../src/engine/futures';
import { shippedNetwork } from '../../arbitraries/shipped';
import { digest } from './digest';
import { madeUpJob } from './made-up';
import { expected, listener, module, network, raise, troupe } from './troupe';

describe('a pool', () => {
  it('comes to the same bits with 1, 2 and 8 workers, in blocks of any size, whoever is fast', async () => {
    const even = fc.integer({ min: 1, max: 20 }).map((half) => 2 * half);
    const settings = fc.record({
      workers: fc.constantFrom(1, 2, 8),
      count: even.map((count) => 5 * count),
      block: even,
      first: fc.oneof(fc.constant(0), even),
      turns: fc.infiniteStream(fc.nat()),
    });
    await fc.assert(
      fc.asyncProperty(settings, async ({ workers, count, block, first, turns }) => {
        const { stage, pool } = troupe(workers, first, block);
        const heard = listener();
        await stage.settle();
        pool.start(madeUpJob(count), heard);
        for (let k = 0; k < 100; k++) stage.step(turns.next().value % workers);
        await stage.settle();
        expect(heard.last).toBe(expected(count));
        expect(heard.futures.at(-1)).toBe(count);
      }),
      { numRuns: 60 },
    );
  });

  it('tells of more and more futures, from the first on, each time of exactly these', async () => {
    const { stage, pool } = troupe(2);
    const count = 160;
    const seen: number[] = [];
    await stage.settle();
    pool.start(madeUpJob(count), {
      progress(findings) {
        seen.push(findings.futures);
        expect(digest(findings, madeUpJob(count))).toBe(expected(findings.futures));
      },
      failed: raise,
    });
    await stage.settle();
    expect(seen.length).toBeGreaterThan(4);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(count);
  });

  it('runs the first futures before start returns, when it has a batch of its own', () => {
    const { pool } = troupe(1, 64);
    const heard = listener();
    pool.start(madeUpJob(200), heard);
    expect(heard.futures).toEqual([64]);
    expect(heard.last).toBe(expected(64));
    pool.start(madeUpJob(10), heard);
    expect(heard.futures).toEqual([64, 10]);
  });

  it('waits for a picture to be drawn before it tells of more', async () => {
    const { stage, pool } = troupe(1);
    const heard = listener();
    await stage.settle();
    pool.start(madeUpJob(32), heard);
    for (let k = 0; k < 100; k++) stage.step(0);
    expect(heard.futures).toEqual([]);
    expect(stage.framesAsked).toBe(1);
    stage.draw();
    expect(heard.futures).toEqual([32]);
    stage.draw();
    expect(heard.futures).toEqual([32]);
  });

  it('may be started anew by the one it tells of progress', async () => {
    const { stage, pool } = troupe(2, 4);
    const second = listener();
    pool.start(madeUpJob(400, 1), { progress: () => pool.start(madeUpJob(40, 2), second), failed: raise });
    await stage.settle();
    expect(second.last).toBe(expected(40, 2));
  });

  it('says where it runs', () => {
    const { pool } = troupe(3);
    expect([pool.workers, pool.where]).toEqual([3, 'own thread']);
    expect(() => openPool({ module, network, workers: [], frame: () => {} })).toThrow('needs a worker');
  });
});

describe('sizes', () => {
  it('a block of the essay’s network has 128 futures, one of a large network few, and always whole vectors', () => {
    expect(blockFor(shippedNetwork())).toBe(128);
    const [firm] = shippedNetwork().firms;
    for (const firms of [1, 7, 100, 5000]) {
      const block = blockFor({ ...shippedNetwork(), firms: Array.from({ length: firms }, () => firm) });
      expect(block % 8).toBe(0);
      expect(block).toBeGreaterThan(0);
    }
  });

  it('a pool has a worker a core, four at most', () => {
    expect([undefined, 0, 1, 2, 4, 64].map(workersFor)).toEqual([2, 1, 1, 2, 4, 4]);
  });
});
