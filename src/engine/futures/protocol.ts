import type { Network } from '../network';
import type { Job } from './job';

/** A block to be run: futures `first` .. `first + count - 1`, whole pairs. */
export interface Order {
  readonly first: number;
  readonly count: number;
}

/** What a pool says to a worker. Jobs are numbered; a higher number is a later job. */
export type ToWorker =
  /** Once, first: what to run. */
  | { readonly kind: 'open'; readonly module: WebAssembly.Module; readonly network: Network }
  /** A new job, and its first orders. Whatever was ordered before is stale. No block has more than `most` futures. `spares` are emptied buffers to be filled again. */
  | {
      readonly kind: 'start';
      readonly id: number;
      readonly job: Job;
      readonly most: number;
      readonly orders: readonly Order[];
      readonly spares: readonly ArrayBuffer[];
    }
  /** One more block of the job that was started last. */
  | { readonly kind: 'order'; readonly id: number; readonly order: Order; readonly spares: readonly ArrayBuffer[] }
  /** Nothing more is wanted. */
  | { readonly kind: 'stop' };

/** What a worker says. */
export type FromWorker =
  /** What a block came to, in a buffer that is now the pool's (block.ts). */
  | { readonly kind: 'block'; readonly id: number; readonly order: Order; readonly buffer: ArrayBuffer }
  /** A job cannot be run; without its number: the worker cannot run anything. */
  | { readonly kind: 'failed'; readonly id?: number; readonly message: string };

/** A worker, as the pool sees it: of the web, of Node, or none at all (in-process.ts). */
export interface WorkerPort {
  readonly where: 'worker' | 'own thread';
  /** Sends a message; the buffers change hands. */
  post(message: ToWorker, buffers: readonly ArrayBuffer[]): void;
  /** Called once. `failed`: the worker is gone, or could not be made. */
  listen(received: (message: FromWorker) => void, failed: (error: Error) => void): void;
  terminate(): void;
}

/** The pool, as a worker sees it. */
export interface PoolPort {
  post(message: FromWorker, buffers: readonly ArrayBuffer[]): void;
  listen(received: (message: ToWorker) => void): void;
  /** Calls back in a later task, after the messages that are waiting now. */
  turn(then: () => void): void;
}
