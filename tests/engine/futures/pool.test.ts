import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compileCore } from '../../../src/engine';
import {
  blockFor,
  type Findings,
  type FuturesPool,
  type Listener,
  openPool,
  workersFor,
} from '../../../src/engine/futures';
import { BlockMaker } from '../../../src/engine/futures/block-maker';
import { ordersAhead } from '../../../src/engine/futures/pool';
import { Tally } from '../../../src/engine/futures/tally';
import { shippedNetwork } from '../../arbitraries/shipped';
import { digest } from './digest';
import { madeUpBatch, madeUpClaims, madeUpJob, smallNetwork } from './made-up';
import { type Stage, stageOf } from './stage';

const network = smallNetwork();
/** Any module will do where outcomes are made up. */
const module = await compileCore(new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]));
const batch = madeUpBatch(network);

/** The answer without any pool. */
function expected(count: number, seed = 1): string {
  const job = madeUpJob(count, seed);
  const maker = new BlockMaker(batch, madeUpClaims);
  maker.prepare(job, count);
  const tally = new Tally(network, job);
  tally.add(maker.make(0, count, new ArrayBuffer(maker.bytes(count))));
  return digest(tally, job);
}

/** What a listener heard: how many futures were in each time, what they came to the last time, and what went wrong. */
interface Heard extends Listener {
  readonly futures: number[];
  readonly errors: string[];
  last: string;
}
function listener(): Heard {
  const heard: Heard = {
    futures: [],
    errors: [],
    last: '',
    progress(findings: Findings) {
      heard.futures.push(findings.futures);
      heard.last = digest(findings, madeUpJob(findings.count));
    },
    failed({ message }) {
      heard.errors.push(message);
    },
  };
  return heard;
}

function raise(error: Error): never {
  throw error;
}

interface Troupe {
  readonly stage: Stage;
  readonly pool: FuturesPool;
  /** Which blocks each worker ran, by the seed of their job. */
  readonly ran: readonly number[][];
}

function troupe(workers: number, first = 0, block = 8): Troupe {
  const ran: number[][] = [];
  const stage = stageOf(workers, madeUpClaims, async () => {
    const own: number[] = [];
    ran.push(own);
    return madeUpBatch(network, ({ seed }) => own.push(seed));
  });
  const own = first > 0 ? { batch, claims: madeUpClaims, first } : undefined;
  return { stage, ran, pool: openPool({ module, network, workers: stage.workers, frame: stage.frame, own, block }) };
}

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

describe('stale work', () => {
  /** What happens to a pool: the reader moves a dial, a worker has its turn, a picture is drawn. */
  type Happening = { readonly input: true } | { readonly turn: number } | { readonly draw: true };
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    { weight: 1, arbitrary: fc.constant({ input: true as const }) },
    { weight: 12, arbitrary: fc.record({ turn: fc.nat() }) },
    { weight: 2, arbitrary: fc.constant({ draw: true as const }) },
  );
  const script = fc.array(happening, { minLength: 20, maxLength: 200 });

  it('is dropped at once: of a job that is superseded a worker runs one block more at most, and its listener hears nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(1, 2, 3), fc.constantFrom(0, 4), script, async (workers, first, happenings) => {
        const { stage, pool, ran } = troupe(workers, first);
        const count = 200;
        const heard: Heard[] = [];
        // As it was when the newest job was started: what each worker had run, and how often each listener had been told.
        let blocksBefore: readonly number[] = [];
        let toldBefore: readonly number[] = [];
        const input = () => {
          blocksBefore = ran.map((blocks) => blocks.length);
          toldBefore = heard.map(({ futures }) => futures.length);
          heard.push(listener());
          pool.start(madeUpJob(count, heard.length), heard[heard.length - 1]);
        };
        await stage.settle();
        input();
        for (const happens of happenings) {
          if ('input' in happens) input();
          else if ('turn' in happens) stage.step(happens.turn % workers);
          else stage.draw();
          ran.forEach((blocks, w) => {
            const stale = blocks.slice(blocksBefore[w]).filter((seed) => seed !== heard.length);
            expect(stale.length).toBeLessThanOrEqual(1);
          });
          expect(heard.slice(0, -1).map(({ futures }) => futures.length)).toEqual(toldBefore);
        }
        await stage.settle();
        expect(heard[heard.length - 1].last).toBe(expected(count, heard.length));
        // Each block of it once, by one worker or the other.
        expect(ran.flat().filter((seed) => seed === heard.length)).toHaveLength(Math.ceil((count - first) / 8));
        for (const { futures, errors } of heard) {
          expect(errors).toEqual([]);
          expect(futures).toEqual([...new Set(futures)].sort((a, b) => a - b));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('costs one message for each worker, and few blocks wait there', async () => {
    const { stage, pool } = troupe(2);
    await stage.settle();
    for (const messages of stage.toWorkers) messages.length = 0;
    for (let seed = 1; seed <= 20; seed++) pool.start(madeUpJob(400, seed), listener());
    for (const messages of stage.toWorkers) {
      expect(messages).toHaveLength(20);
      for (const message of messages) expect(message).toMatchObject({ kind: 'start', orders: { length: ordersAhead } });
    }
  });

  it('is not begun, if the next input comes before the worker has looked', async () => {
    const { stage, pool, ran } = troupe(2);
    await stage.settle();
    for (let seed = 1; seed <= 20; seed++) pool.start(madeUpJob(400, seed), listener());
    await stage.settle();
    expect(new Set(ran.flat())).toEqual(new Set([20]));
  });

  it('ends when it is told to stop', async () => {
    const { stage, pool, ran } = troupe(2);
    const heard = listener();
    await stage.settle();
    pool.start(madeUpJob(4000), heard);
    for (let k = 0; k < 5; k++) stage.step(0);
    pool.stop();
    const blocks = ran.flat().length;
    await stage.settle();
    expect(ran.flat().length).toBeLessThanOrEqual(blocks + 1);
    expect(heard.futures).toEqual([]);
  });
});

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
