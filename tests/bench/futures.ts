/**
 * npm run bench:futures: how long ten thousand futures of the shipped network take in Node, from the question to the last answer, by how many workers there are; beside it the bare
 * loop, without pool and statistics. The answers are compared to the bit before anything is timed, and every question has other dials than the one before.
 */
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { compileCore, createBatch } from '../../src/engine';
import { type FuturesPool, inProcess, openPool, serveFutures, type WorkerPort } from '../../src/engine/futures';
import { claims } from '../../src/world/claims';
import { shippedNetwork } from '../../src/world/shipped';
import { digest } from '../engine/futures/digest';
import { nodePool, nodeWorker } from '../engine/futures/node-worker';
import { essayJob, finish } from '../engine/futures/question';
import { machine } from './machine';
import { timingHead, timingRow, timings } from './timings';

const count = 10_000;
const times = 15;
/** The k-th question: growth a little slower each time. */
const question = (k: number) => essayJob(count, (750 - k) / 1000);
const levels = [0.05, 0.25, 0.5, 0.75, 0.95];

async function bench(): Promise<void> {
  const module = await compileCore(readFileSync(new URL('../../build/lanes.wasm', import.meta.url)));
  const batch = await createBatch(module, shippedNetwork);
  const open = (workers: readonly WorkerPort[], first: number) =>
    openPool({
      module,
      network: shippedNetwork,
      workers,
      frame: (then) => void setImmediate(then),
      own: { batch, claims, first },
    });
  const threads = (n: number) => Array.from({ length: n }, () => nodeWorker(new URL(import.meta.url)));
  const ownThread = inProcess(
    (port) => serveFutures(port, claims, createBatch),
    (then) => void setImmediate(then),
  );
  const pools: readonly (readonly [string, FuturesPool])[] = [
    ['no worker, on the own thread', open([ownThread], 64)],
    ['1 worker', open(threads(1), 64)],
    ['2 workers', open(threads(2), 64)],
  ];

  const answers = new Set<string>();
  for (const [, pool] of pools) {
    for (const k of [0, 7]) answers.add(`${k} ${digest(await finish(pool, question(k)), question(k))}`);
  }
  if (answers.size !== 2) throw new Error(`The answers differ: ${[...answers].join(', ')}.`);

  console.log(machine());
  console.log(`${count} futures of ${shippedNetwork.firms.length} firms and ${shippedNetwork.quarters} quarters`);
  console.log(`the same bits from all pools; ${times} questions each\n`);
  console.log(timingHead);
  const bare = await timings(times, (k) => batch.runFutures(question(k).futures, 0, count, [], () => {}));
  console.log(timingRow('the bare loop, one thread', bare, count));
  for (const [name, pool] of pools) {
    console.log(timingRow(name, await timings(times, (k) => finish(pool, question(k))), count));
  }

  const [, [, pool]] = pools;
  const first = await timings(100, (k) => pool.start(question(k), { progress() {}, failed: raise }));
  console.log(timingRow('the first 64, before start returns', first, 64));
  const findings = await finish(pool, question(0));
  const band = await timings(30, () => findings.band(1, levels));
  console.log(timingRow('a band of 32 quarters, 5 quantiles', band, count));
  for (const [, opened] of pools) opened.terminate();
}

function raise(error: Error): never {
  throw error;
}

if (isMainThread) await bench();
else serveFutures(nodePool(), claims, createBatch);
