import { describe, expect, it, vi } from 'vitest';
import { openPool } from '../../../src/engine/futures';
import { ordersAhead } from '../../../src/engine/futures/pool';
import { madeUpBatch, madeUpClaims, madeUpJob } from './made-up';
import { stageOf } from './stage';
import { expected, listener, module, network, raise, troupe } from './troupe';

describe('what goes wrong is told:', () => {
  it('dials that cannot be run, here and in a worker', async () => {
    for (const first of [0, 8]) {
      const { stage, pool } = troupe(2, first);
      const heard = listener();
      const job = madeUpJob(400);
      const levers = { ...job.futures.levers, stop: Number.NaN };
      pool.start({ ...job, futures: { ...job.futures, levers } }, heard);
      await stage.settle();
      expect(heard.errors).toEqual(['The dial "stop" is not a number.']);
      expect(heard.futures).toEqual([]);
      // The workers are as good as before.
      const next = listener();
      pool.start(madeUpJob(40), next);
      await stage.settle();
      expect(next.last).toBe(expected(40));
    }
  });

  it('a claim that nobody knows', async () => {
    const { stage, pool } = troupe(2);
    const heard = listener();
    pool.start({ ...madeUpJob(40), claims: ['other'] }, heard);
    await stage.settle();
    expect(heard.errors).toEqual(['There is no claim "other".']);
  });

  it('a job that does not fit the network, at once', () => {
    const { pool } = troupe(1);
    expect(() => pool.start(madeUpJob(3), listener())).toThrow('come in pairs');
  });

  it('an engine that cannot be set up, also to whoever comes later', async () => {
    const stage = stageOf(2, madeUpClaims, () => Promise.reject(new Error('Not this engine.')));
    const pool = openPool({ module, network, workers: stage.workers, frame: stage.frame });
    const heard = listener();
    pool.start(madeUpJob(40), heard);
    await stage.settle();
    pool.start(madeUpJob(40), heard);
    expect(heard.errors).toEqual(['Not this engine.', 'Not this engine.']);
  });

  it('a worker that breaks down: the job fails, the others end, and the pool says so ever after', async () => {
    const { stage, ran } = troupe(1);
    let breakDown = (_: Error) => {};
    const frail = {
      ...stage.workers[0],
      listen(...[received, failed]: Parameters<(typeof stage.workers)[0]['listen']>) {
        breakDown = failed;
        stage.workers[0].listen(received, failed);
      },
    };
    const pool = openPool({ module, network, workers: [frail], frame: stage.frame, block: 8 });
    const heard = listener();
    pool.start(madeUpJob(400), heard);
    for (let k = 0; k < 10; k++) stage.step(0);
    breakDown(new Error('Out of memory.'));
    const blocks = ran.flat().length;
    await stage.settle();
    expect(ran.flat()).toHaveLength(blocks);
    pool.start(madeUpJob(40), heard);
    expect(heard.errors).toEqual(['Out of memory.', 'Out of memory.']);
  });

  it('a batch for another network', () => {
    const { stage } = troupe(1);
    const own = { batch: madeUpBatch({ ...network }), claims: madeUpClaims, first: 8 };
    const open = () => openPool({ module, network, workers: stage.workers, frame: stage.frame, own });
    expect(open).toThrow('another network');
  });

  it('a pool that is closed', async () => {
    const { stage, pool } = troupe(2);
    const heard = listener();
    pool.start(madeUpJob(400), heard);
    pool.terminate();
    await stage.settle();
    expect([heard.futures, heard.errors]).toEqual([[], []]);
    expect(() => pool.start(madeUpJob(40), heard)).toThrow('closed');
  });
});

describe('memory', () => {
  it('is flat: ten thousand blocks are made in a few buffers', async () => {
    const Real = ArrayBuffer;
    let made = 0;
    class Counted extends Real {
      constructor(bytes: number) {
        super(bytes);
        made++;
      }
    }
    const { stage, pool, ran } = troupe(2, 8, 2);
    const heard = listener();
    await stage.settle();
    vi.stubGlobal('ArrayBuffer', Counted);
    try {
      for (let job = 0; job < 21; job++) {
        pool.start(madeUpJob(1008), job < 20 ? { progress() {}, failed: raise } : heard);
        await stage.settle();
      }
    } finally {
      vi.unstubAllGlobals();
    }
    expect(ran.flat().length).toBeGreaterThan(10_000);
    // Besides the one of the first block, which is run here anew for each job.
    expect(made - 21).toBeLessThanOrEqual(2 * 2 * ordersAhead);
    expect(heard.last).toBe(expected(1008));
  });
});
