import lanesUrl from '../../../build/lanes.wasm?url';
import { createBatch, loadCore } from '../../../src/engine';
import {
  type FuturesPool,
  inProcess,
  messageTurns,
  openPool,
  serveFutures,
  type WorkerPort,
  webWorker,
} from '../../../src/engine/futures';
import { claims } from '../../../src/world/claims';
import { openFutures } from '../../../src/world/futures-pool';
import { digest } from '../../engine/futures/digest';
import { askedNetwork, essayJob, finish } from '../../engine/futures/question';

/** A page that runs futures and nothing else: what the browser test asks, and what the benchmark times. */

const module = await loadCore(new URL(lanesUrl, import.meta.url));
const batch = await createBatch(module, askedNetwork);
const first = 64;

function open(workers: readonly WorkerPort[]): FuturesPool {
  return openPool({
    module,
    network: askedNetwork,
    workers,
    frame: (then) => void requestAnimationFrame(then),
    own: { batch, claims, first },
  });
}

/** With 0 workers: on the page's own thread. */
async function poolOf(workers: number): Promise<FuturesPool> {
  if (workers > 0) return openFutures(module, askedNetwork, workers);
  return open([inProcess((port) => serveFutures(port, claims, createBatch), messageTurns())]);
}

/** The digest of all that `count` futures came to, and how many were in each time there was more to tell. */
async function answer(count: number, workers: number) {
  const pool = await poolOf(workers);
  const job = essayJob(count);
  const told: number[] = [];
  const findings = await finish(pool, job, ({ futures }) => told.push(futures));
  const result = { digest: digest(findings, job), told, where: pool.where };
  pool.terminate();
  return result;
}

/** A dial under the hand: a new question with every frame, none of which can be finished, and then the last one. What was heard of each before the next was asked, and the last answer. */
async function drag(count: number, workers: number, inputs: number) {
  const pool = await poolOf(workers);
  const heard: number[][] = [];
  let current = 0;
  let late = 0;
  for (let k = 0; k < inputs; k++) {
    const told: number[] = [];
    heard.push(told);
    current = k;
    pool.start(essayJob(count, (700 + k) / 1000), {
      progress({ futures }) {
        told.push(futures);
        if (k !== current) late++;
      },
      failed: (error) => reportError(error),
    });
    await new Promise(requestAnimationFrame);
  }
  current = inputs;
  const job = essayJob(count);
  const result = { digest: digest(await finish(pool, job), job), heard, late };
  pool.terminate();
  return result;
}

/** What is told of a worker whose program is not there. */
async function missing(): Promise<string> {
  const pool = open([webWorker(new Worker(new URL('nowhere.js', location.href), { type: 'module' }))]);
  return finish(pool, essayJob(1000)).then(
    () => 'nothing',
    ({ message }) => message,
  );
}

/** Milliseconds from a question to its last answer, again and again, each time with other dials; and to the first answer. */
async function measure(count: number, workers: number, times: number) {
  const pool = await poolOf(workers);
  const whole: number[] = [];
  const firsts: number[] = [];
  for (let k = -3; k < times; k++) {
    // As after an input event: at the beginning of a frame.
    await new Promise(requestAnimationFrame);
    const from = performance.now();
    let toFirst = 0;
    await finish(pool, essayJob(count, (750 - k) / 1000), () => {
      toFirst ||= performance.now() - from;
    });
    if (k < 0) continue;
    whole.push(performance.now() - from);
    firsts.push(toFirst);
  }
  pool.terminate();
  return { whole, firsts };
}

export type Asked = {
  readonly answer: typeof answer;
  readonly drag: typeof drag;
  readonly missing: typeof missing;
  readonly measure: typeof measure;
};
Object.assign(globalThis, { asked: { answer, drag, missing, measure } satisfies Asked });
