import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBatch } from '../../../src/engine';
import { openPool } from '../../../src/engine/futures';
import { BlockMaker } from '../../../src/engine/futures/block-maker';
import { Tally } from '../../../src/engine/futures/tally';
import { claims } from '../../../src/world/claims';
import { shippedNetwork } from '../../../src/world/shipped';
import { readLanes } from '../core';
import { digest } from './digest';
import { nodeWorker } from './node-worker';
import { essayJob, finish } from './question';

const module = await readLanes();
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'threads-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('./thread.ts', import.meta.url)),
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: 'thread.mjs', codeSplitting: false } },
    },
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

const threads = (count: number) =>
  openPool({
    module,
    network: shippedNetwork,
    workers: Array.from({ length: count }, () => nodeWorker(pathToFileURL(join(folder, 'thread.mjs')))),
    frame: (then) => void setTimeout(then, 5),
  });

describe('threads of Node', () => {
  it('come to the same bits as no thread at all', async () => {
    const job = essayJob(600);
    const maker = new BlockMaker(await createBatch(module, shippedNetwork), claims);
    maker.prepare(job);
    const alone = new Tally(shippedNetwork, job);
    alone.add(maker.make(0, job.count, new ArrayBuffer(maker.bytes(job.count))));

    for (const count of [1, 2]) {
      const pool = threads(count);
      expect(pool.where).toBe('worker');
      expect(digest(await finish(pool, job), job)).toBe(digest(alone, job));
      pool.terminate();
    }
  });

  it.each([
    ['the-worker-ends', 'A worker ended by itself, with code 3.'],
    ['the-worker-breaks', 'Something broke.'],
  ])('tell when %s', async (claim, message) => {
    const pool = threads(2);
    // More than could be done before the thread has gone.
    const job = { ...essayJob(20_000), claims: [claim] };
    await expect(finish(pool, job)).rejects.toThrow(message);
    await expect(finish(pool, essayJob(100))).rejects.toThrow(message);
    pool.terminate();
  });
});
