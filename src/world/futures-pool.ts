import { createBatch, type Network } from '../engine';
import { type FuturesPool, openPool, webWorker, workersFor } from '../engine/futures';
import { claims } from './claims';

/** Opens the pool of a page: as many workers as its machine has use for, and a batch here for the first answer, which is there before `start` returns. */
export async function openFutures(
  module: WebAssembly.Module,
  network: Network,
  count = workersFor(navigator.hardwareConcurrency),
): Promise<FuturesPool> {
  const batch = await createBatch(module, network);
  const workers = Array.from({ length: count }, () =>
    webWorker(new Worker(new URL('./futures-worker.ts', import.meta.url), { type: 'module' })),
  );
  return openPool({ module, network, workers, frame: requestAnimationFrame, own: { batch, claims, first: 64 } });
}
