import { parentPort, Worker } from 'node:worker_threads';
import type { PoolPort, WorkerPort } from '../../../src/engine/futures';

/** A thread of Node for a pool. */
export function nodeWorker(program: URL): WorkerPort {
  const worker = new Worker(program);
  return {
    where: 'worker',
    post: (message, buffers) => worker.postMessage(message, [...buffers]),
    listen(received, failed) {
      worker.on('message', received);
      worker.on('error', failed);
      worker.on('messageerror', failed);
      // Also after `terminate`, when nobody listens any more.
      worker.on('exit', (code) => failed(new Error(`A worker ended by itself, with code ${code}.`)));
    },
    terminate: () => void worker.terminate(),
  };
}

/** Within a thread of Node: the pool that made it. */
export function nodePool(): PoolPort {
  const port = parentPort;
  if (!port) throw new Error('This is not a worker.');
  return {
    post: (message, buffers) => port.postMessage(message, [...buffers]),
    listen: (received) => void port.on('message', received),
    turn: (then) => void setImmediate(then),
  };
}
