/**
 * Thousands of futures while a dial is held.
 *
 *     const workers = Array.from({ length: workersFor(navigator.hardwareConcurrency) }, () => webWorker(new Worker(...)));
 *     const pool = openPool({ module, network, workers, frame: requestAnimationFrame, own: { batch, claims, first: 64 } });
 *     pool.start({ futures, count: 10_000, columns: [{ series: 'firm.cash', column: i }], claims: ['some-lab-fails'] }, {
 *       progress(findings) {
 *         findings.odds('some-lab-fails'); // value, standardError, held
 *         findings.survival(i).standing[t]; // in how many of findings.futures firm i still stands
 *         findings.band(0, [0.05, 0.5, 0.95]); // three lines over the quarters
 *         findings.amounts('total').histogram(edges);
 *       },
 *       failed(error) {},
 *     });
 *
 * and in the worker `serveFutures(webPool(), claims, createBatch)`. Of the first k futures the answers are the same to the bit, whoever ran them.
 */
export { answerAtOnce } from './at-once';
export type { FutureClaim, FutureClaims, FutureView, Line } from './claim';
export type { Findings } from './findings';
export type { FuturesPool, Listener } from './futures-pool';
export { inProcess, messageTurns } from './in-process';
export type { Column, Job } from './job';
export { blockFor, openPool } from './pool';
export type { PoolPort, WorkerPort } from './protocol';
export { serveFutures } from './serve';
export { webPool, webWorker, workersFor } from './web-worker';
