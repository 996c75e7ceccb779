import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordersAhead } from '../../../src/engine/futures/pool';
import { madeUpJob } from './made-up';
import { expected, type Heard, listener, troupe } from './troupe';

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
