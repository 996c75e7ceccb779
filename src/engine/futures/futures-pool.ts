import type { Batch } from '../batch/batch';
import type { Network } from '../network';
import type { FutureClaims } from './claim';
import type { Findings } from './findings';
import type { Job } from './job';
import type { WorkerPort } from './protocol';

export interface PoolOptions {
  /** The compiled engine, which all workers share. */
  readonly module: WebAssembly.Module;
  readonly network: Network;
  /** At least one. The pool owns them from now on. */
  readonly workers: readonly WorkerPort[];
  /** Calls back when the next picture is drawn: requestAnimationFrame in a page. */
  readonly frame: (then: () => void) => void;
  /** With it the first futures of a job are run here and now, and are told of before `start` returns. */
  readonly own?: OwnThread;
  /** Futures in a block, whole pairs. By default what takes about a millisecond (`blockFor`). Changes no answer. */
  readonly block?: number;
}

export interface OwnThread {
  readonly batch: Batch;
  readonly claims: FutureClaims;
  /** How many futures to run at once, whole pairs. 64 take half a millisecond. */
  readonly first: number;
}

export interface Listener {
  /** More futures are in: at most once a frame, besides the first time. The last time `findings.futures` is `findings.count`. */
  progress(findings: Findings): void;
  /** The job cannot be run, or a worker is gone. Nothing more will come of this job. */
  failed(error: Error): void;
}

/** Runs futures in workers. The latest job wins: a new one supersedes the old, which is dropped at once and never heard of again. */
export interface FuturesPool {
  readonly network: Network;
  /** How many workers there are. */
  readonly workers: number;
  /** Whether they run beside the caller's thread, or on it. */
  readonly where: WorkerPort['where'];
  /** Throws if the job does not fit the network, or the pool is closed; whatever goes wrong later is told to the listener. */
  start(job: Job, listener: Listener): void;
  /** Drops the job at hand. */
  stop(): void;
  /** Drops the job at hand and ends the workers. */
  terminate(): void;
}
