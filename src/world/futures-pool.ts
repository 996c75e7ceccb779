import { createBatch, type Network } from '../engine';
import {
  type FuturesPool,
  inProcess,
  messageTurns,
  openPool,
  serveFutures,
  type WorkerPort,
  webWorker,
  workersFor,
} from '../engine/futures';
import { claims } from './claims';

/** Opens the pool of a page: as many workers as its machine has use for, and a batch here for the first answer, which is there before `start` returns. */
export async function openFutures(
  module: WebAssembly.Module,
  network: Network,
  count = workersFor(navigator.hardwareConcurrency),
): Promise<FuturesPool> {
  const workers = Array.from({ length: count }, () => webWorker(openWorker()));
  return open(module, network, workers);
}

function openWorker(): Worker {
  try {
    return new Worker(new URL('./futures-worker.ts', import.meta.url), { type: 'module' });
  } catch (error) {
    // In a frame with a sandbox the page has no origin of its own, and its worker is one of somebody else.
    const words = 'no worker may be started in this frame';
    throw error instanceof DOMException && error.name === 'SecurityError' ? new Error(words, { cause: error }) : error;
  }
}

/** The pool of a page that has no workers: on its own thread, a block of futures between two of its tasks. */
export async function openFuturesHere(module: WebAssembly.Module, network: Network): Promise<FuturesPool> {
  return open(module, network, [inProcess((port) => serveFutures(port, claims, createBatch), messageTurns())]);
}

async function open(
  module: WebAssembly.Module,
  network: Network,
  workers: readonly WorkerPort[],
): Promise<FuturesPool> {
  const batch = await createBatch(module, network);
  return openPool({ module, network, workers, frame: requestAnimationFrame, own: { batch, claims, first: 64 } });
}
