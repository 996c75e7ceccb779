import { messageTurns } from './in-process';
import type { PoolPort, ToWorker, WorkerPort } from './protocol';

/** A web worker for a pool. Make it with `new Worker(new URL('./...', import.meta.url), { type: 'module' })`, where the bundler can see it. */
export function webWorker(worker: Worker): WorkerPort {
  return {
    where: 'worker',
    post: (message, buffers) => worker.postMessage(message, [...buffers]),
    listen(received, failed) {
      worker.addEventListener('message', ({ data }) => received(data));
      // Without a message: the script of the worker could not be had.
      worker.addEventListener('error', ({ message }) => failed(new Error(message || 'A worker could not be started.')));
      worker.addEventListener('messageerror', () => failed(new Error('A message of a worker could not be read.')));
    },
    terminate: () => worker.terminate(),
  };
}

/** Within a web worker: the pool that made it. */
export function webPool(): PoolPort {
  return {
    post: (message, buffers) => postMessage(message, { transfer: [...buffers] }),
    listen: (received) => addEventListener('message', ({ data }: MessageEvent<ToWorker>) => received(data)),
    turn: messageTurns(),
  };
}

/**
 * How many workers to make where there are `cores` (`navigator.hardwareConcurrency`): one for each, as the page is idle while they work, but at most four. Four run 10,000 futures
 * in a frame or two, and each costs a thread and a few megabytes. Two if the browser does not say.
 */
export function workersFor(cores: number | undefined): number {
  return Math.min(Math.max(Math.floor(cores ?? 2), 1), 4);
}
